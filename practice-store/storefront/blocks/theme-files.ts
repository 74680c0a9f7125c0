import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";

/** Pages on which the practice theme takes app blocks, by the name of their JSON template. */
export const TEMPLATES = ["customers/account", "page.membership", "index"] as const;

export type TemplateName = (typeof TEMPLATES)[number];

const block = z.object({
  type: z.string(),
  disabled: z.boolean().optional(),
  settings: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
});

const template = z.object({
  sections: z.record(
    z.string(),
    z.object({
      type: z.string(),
      blocks: z.record(z.string(), block).optional(),
      block_order: z.array(z.string()).optional(),
      settings: z.record(z.string(), z.unknown()).default({}),
    }),
  ),
  order: z.array(z.string()),
});

export type ThemeTemplate = z.infer<typeof template>;

/** A block as it stands on a page. */
export type PlacedBlock = { id: string } & z.infer<typeof block>;

export type ThemeFile = { filename: string; content: string };

/** Shopify puts this before the JSON of every template that the theme editor writes. */
const HEADER = `/*
 * ------------------------------------------------------------
 * IMPORTANT: The contents of this file are auto-generated.
 *
 * This file may be updated by the Shopify admin theme editor
 * or related systems. Please exercise caution as any changes
 * made to this file may be overwritten.
 * ------------------------------------------------------------
 */
`;

const UNTOUCHED: Record<TemplateName, ThemeTemplate> = {
  "customers/account": { sections: { main: { type: "main-account", settings: {} } }, order: ["main"] },
  "page.membership": { sections: { main: { type: "main-page", settings: {} } }, order: ["main"] },
  index: { sections: { main: { type: "main-home", settings: {} } }, order: ["main"] },
};

export function isTemplateName(name: string): name is TemplateName {
  return TEMPLATES.some((known) => known === name);
}

const filename = (name: TemplateName): string => `templates/${name}.json`;

/** A page's template: the merchant's where she changed it, the theme's own otherwise. */
export function readTemplate(dir: string, name: TemplateName): ThemeTemplate {
  let text: string;
  try {
    text = readFileSync(join(dir, "theme", filename(name)), "utf8");
  } catch {
    return UNTOUCHED[name];
  }
  return template.parse(JSON.parse(text.replace(/^\/\*[\s\S]*?\*\//, "")));
}

export function writeTemplate(dir: string, name: TemplateName, content: ThemeTemplate): void {
  const path = join(dir, "theme", filename(name));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, textOf(content));
}

function textOf(content: ThemeTemplate): string {
  return `${HEADER}${JSON.stringify(content, null, 2)}\n`;
}

/** The main theme's JSON files, as the Admin API shows them to an app with `read_themes`. */
export function themeFiles(dir: string): ThemeFile[] {
  const templates = TEMPLATES.map((name) => ({
    filename: filename(name),
    content: textOf(readTemplate(dir, name)),
  }));
  const settings = { current: { sections: {}, blocks: {} } };
  return [
    ...templates,
    { filename: "config/settings_data.json", content: `${HEADER}${JSON.stringify(settings, null, 2)}\n` },
  ];
}

/** The template with one more app block, in a section of its own above all others ("newAppsSection"). */
export function withBlock(content: ThemeTemplate, type: string, id: number): ThemeTemplate {
  const handle = type.split("/").at(-2) ?? "block";
  const blockId = `${handle.replaceAll("-", "_")}_${id.toString(36)}`;
  const sectionId = id.toString();
  return {
    sections: {
      ...content.sections,
      [sectionId]: {
        type: "apps",
        blocks: { [blockId]: { type, settings: {} } },
        block_order: [blockId],
        settings: {},
      },
    },
    order: [sectionId, ...content.order],
  };
}

/** The template without a block; a section of app blocks goes with its last one. */
export function withoutBlock(content: ThemeTemplate, blockId: string): ThemeTemplate {
  const sections = Object.entries(content.sections).flatMap(([id, section]) => {
    if (section.blocks?.[blockId] === undefined) return [[id, section] as const];
    const blocks = Object.fromEntries(Object.entries(section.blocks).filter(([key]) => key !== blockId));
    const order = (section.block_order ?? []).filter((key) => key !== blockId);
    return order.length === 0 ? [] : [[id, { ...section, blocks, block_order: order }] as const];
  });
  const kept = Object.fromEntries(sections);
  return { sections: kept, order: content.order.filter((id) => id in kept) };
}

/** The template with a block's settings set by the merchant. */
export function withSettings(
  content: ThemeTemplate,
  blockId: string,
  settings: PlacedBlock["settings"],
): ThemeTemplate {
  const sections = Object.entries(content.sections).map(([id, section]) => {
    const placed = section.blocks?.[blockId];
    if (placed === undefined) return [id, section] as const;
    return [id, { ...section, blocks: { ...section.blocks, [blockId]: { ...placed, settings } } }] as const;
  });
  return { ...content, sections: Object.fromEntries(sections) };
}

/** The app blocks of a page from top to bottom, those switched off left out. */
export function placedBlocks(content: ThemeTemplate): PlacedBlock[] {
  return content.order.flatMap((sectionId) => {
    const section = content.sections[sectionId];
    return (section?.block_order ?? []).flatMap((id) => {
      const placed = section?.blocks?.[id];
      return placed === undefined || placed.disabled === true ? [] : [{ id, ...placed }];
    });
  });
}
