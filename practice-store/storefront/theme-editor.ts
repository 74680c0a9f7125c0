import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Request, Router, urlencoded } from "express";
import { Liquid } from "liquidjs";
import { z } from "zod";
import type { Installation } from "../shop/model.ts";
import { type BlockDefinition, readThemeExtensions, type ThemeExtension } from "./blocks/extension.ts";
import { blockType } from "./blocks/render.ts";
import {
  isTemplateName,
  placedBlocks,
  type PlacedBlock,
  readTemplate,
  type TemplateName,
  TEMPLATES,
  type ThemeTemplate,
  withBlock,
  withoutBlock,
  withSettings,
  writeTemplate,
} from "./blocks/theme-files.ts";
import { renderFile } from "./liquid/engine.ts";
import { type StorefrontDeps, text } from "./visit.ts";

type Offered = { extension: ThemeExtension; block: BlockDefinition };

const EDITOR_DIR = join(import.meta.dirname, "editor");

const PAGES: Record<TemplateName, { label: string; path: string }> = {
  "customers/account": { label: "Customer account", path: "/account" },
  "page.membership": { label: "Membership page", path: "/pages/membership" },
  index: { label: "Home page", path: "/" },
};

const form = z
  .object({ action: z.enum(["add", "remove", "settings"]), template: z.enum(TEMPLATES), block: z.string() })
  .and(z.record(z.string(), z.string()));

/**
 * The admin's theme editor as far as it takes to put an app's block on a page: the deep link
 * `…/editor?template=…&addAppBlockId={client id}/{block}&target=newAppsSection` shows the block in a
 * preview, Save writes it to the theme.
 */
export function themeEditorRoutes(deps: StorefrontDeps): Router {
  const liquid = new Liquid({ root: [EDITOR_DIR], extname: ".liquid", ownPropertyOnly: true });
  const router = Router();

  router.get("/admin/themes/:theme/editor", (request, response) => {
    response.type("html").send(renderFile(liquid, "editor", editorView(deps, request), {}));
  });

  router.post("/admin/themes/:theme/editor", urlencoded({ extended: false }), (request, response) => {
    const sent = form.safeParse(request.body);
    const changed = sent.success ? changedTemplate(deps, sent.data) : undefined;
    if (!sent.success || changed === undefined) {
      response.status(422).type("text").send("The page or the block is no longer there.");
      return;
    }
    const { template } = sent.data;
    writeTemplate(deps.dir, template, changed);
    response.redirect(303, `${request.path}?${new URLSearchParams({ template, saved: "1" }).toString()}`);
  });

  return router;
}

function offeredBlocks(deps: StorefrontDeps): Offered[] {
  if (deps.app() === null) return [];
  return readThemeExtensions(deps.extensionsDir).flatMap((extension) =>
    extension.blocks.map((block) => ({ extension, block })),
  );
}

/** The block as it is named in a deep link: the app's client id, then the block's handle. */
function addId(app: Installation, block: BlockDefinition): string {
  return `${app.clientId}/${block.handle}`;
}

/** The template as the form changes it; undefined where what it names is not there. */
function changedTemplate(deps: StorefrontDeps, sent: z.infer<typeof form>): ThemeTemplate | undefined {
  const app = deps.app();
  const offered = offeredBlocks(deps);
  const content = readTemplate(deps.dir, sent.template);
  switch (sent.action) {
    case "add": {
      const added = offered.find(({ block }) => block.handle === sent.block);
      if (app === null || added === undefined) return undefined;
      return withBlock(content, blockType(app.handle, added.extension, added.block), deps.store.nextId());
    }
    case "remove":
      return withoutBlock(content, sent.block);
    case "settings": {
      const placed = placedBlocks(content).find(({ id }) => id === sent.block);
      const definition = placed && definitionOf(placed, offered);
      return definition && withSettings(content, sent.block, readSettings(definition, sent));
    }
  }
}

function definitionOf(placed: PlacedBlock, offered: readonly Offered[]): BlockDefinition | undefined {
  return offered.find(({ extension, block }) => placed.type.endsWith(`/${block.handle}/${extension.uuid}`))
    ?.block;
}

/** Fields named `set_<id>`; a checkbox that is not sent is off, an empty text is no setting at all. */
function readSettings({ settings }: BlockDefinition, sent: Record<string, string>): PlacedBlock["settings"] {
  const values = settings.flatMap(({ id, type }): [string, string | number | boolean][] => {
    if (id === undefined) return [];
    const value = sent[`set_${id}`];
    if (type === "checkbox") return [[id, value !== undefined]];
    if (value === undefined || value === "") return [];
    return [[id, type === "range" ? Number(value) : value]];
  });
  return Object.fromEntries(values);
}

function editorView(deps: StorefrontDeps, request: Request): object {
  const app = deps.app();
  const offered = offeredBlocks(deps);
  const asked = text(request.query.template);
  const template = isTemplateName(asked) ? asked : "customers/account";
  const placed = placedBlocks(readTemplate(deps.dir, template));
  const wanted = text(request.query.addAppBlockId);
  const adding = offered.find(({ block }) => app !== null && addId(app, block) === wanted)?.block;
  const selected = placed.find(({ id }) => id === text(request.query.block));
  const preview = new URLSearchParams({ editor: "1", add: adding?.handle ?? "" });
  return {
    css: readFileSync(join(EDITOR_DIR, "editor.css"), "utf8"),
    shop_name: deps.store.shop.name,
    app_title: app?.title ?? "",
    path: request.path,
    pages: TEMPLATES.map((name) => ({ name, label: PAGES[name].label })),
    template,
    template_label: PAGES[template].label,
    problem: wanted !== "" && adding === undefined ? `No installed app has the block “${wanted}”.` : null,
    saved: request.query.saved === "1",
    adding: adding ?? null,
    blocks: placed.map((block) => ({ id: block.id, name: definitionOf(block, offered)?.name ?? block.type })),
    available: offered.map(({ block }) => ({ name: block.name, add: app === null ? "" : addId(app, block) })),
    selected: selected === undefined ? null : settingsView(selected, definitionOf(selected, offered)),
    preview: `${PAGES[template].path}?${preview.toString()}`,
  };
}

function settingsView(placed: PlacedBlock, definition: BlockDefinition | undefined): object {
  const values = { ...definition?.defaults, ...placed.settings };
  return {
    id: placed.id,
    name: definition?.name ?? placed.type,
    settings: (definition?.settings ?? []).map((one) => ({ ...one, value: values[one.id ?? ""] ?? "" })),
  };
}
