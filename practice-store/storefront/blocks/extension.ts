import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse as parseToml } from "smol-toml";
import { z } from "zod";
import { readTranslations, translate, type Translations } from "../liquid/translations.ts";

const setting = z.object({
  type: z.string(),
  id: z.string().optional(),
  label: z.string().default(""),
  info: z.string().default(""),
  content: z.string().default(""),
  default: z.union([z.string(), z.number(), z.boolean()]).optional(),
  options: z.array(z.object({ value: z.string(), label: z.string() })).default([]),
  min: z.number().optional(),
  max: z.number().optional(),
  step: z.number().optional(),
  unit: z.string().default(""),
});

/** One setting of a block, its words in the shop's language. Headers have no id. */
export type BlockSetting = z.infer<typeof setting>;

const blockSchema = z.object({
  name: z.string(),
  target: z.enum(["section", "head", "body", "compliance_head"]),
  stylesheet: z.string().optional(),
  settings: z.array(setting).default([]),
});

const extensionToml = z.object({ type: z.string(), name: z.string(), handle: z.string().optional() });

export type BlockDefinition = {
  /** The file's name, which is the block's handle. */
  handle: string;
  /** The name in the shop's language, as the theme editor lists it. */
  name: string;
  target: string;
  /** Asset that Shopify links in the page's head. */
  stylesheet: string | null;
  settings: BlockSetting[];
  /** What a block has that the merchant has not touched. */
  defaults: Record<string, string | number | boolean>;
};

export type ThemeExtension = {
  handle: string;
  /** What stands at the end of a block's type in the theme's JSON; the same as long as the handle is. */
  uuid: string;
  dir: string;
  translations: Translations;
  blocks: BlockDefinition[];
};

/** Every theme app extension below a folder; other kinds of extension are passed over. */
export function readThemeExtensions(extensionsDir: string): ThemeExtension[] {
  if (!existsSync(extensionsDir)) return [];
  return readdirSync(extensionsDir).flatMap((name) => {
    const dir = join(extensionsDir, name);
    const file = join(dir, "shopify.extension.toml");
    if (!existsSync(file)) return [];
    const toml = extensionToml.safeParse(parseToml(readFileSync(file, "utf8")));
    if (!toml.success || toml.data.type !== "theme") return [];
    const handle = toml.data.handle ?? name;
    return [
      { handle, uuid: uuidOf(handle), dir, translations: texts(dir, "storefront"), blocks: blocksOf(dir) },
    ];
  });
}

function blocksOf(dir: string): BlockDefinition[] {
  const schemaTexts = texts(dir, "schema");
  return readdirSync(join(dir, "blocks"))
    .filter((file) => file.endsWith(".liquid"))
    .map((file) => readBlock(join(dir, "blocks", file), schemaTexts));
}

function readBlock(path: string, schemaTexts: Translations): BlockDefinition {
  const json = /\{%-?\s*schema\s*-?%\}(?<json>[\s\S]*?)\{%-?\s*endschema\s*-?%\}/.exec(
    readFileSync(path, "utf8"),
  )?.groups?.json;
  if (json === undefined) throw new Error(`${path} has no schema`);
  const schema = blockSchema.parse(JSON.parse(json));
  const defaults = schema.settings.flatMap((one) =>
    one.id === undefined || one.default === undefined ? [] : [[one.id, one.default] as const],
  );
  const say = (text: string): string =>
    text.startsWith("t:") ? translate(schemaTexts, schemaTexts.fallback, text.slice(2), {}) : text;
  return {
    handle: basename(path, ".liquid"),
    name: say(schema.name),
    target: schema.target,
    stylesheet: schema.stylesheet ?? null,
    settings: schema.settings.map((one) => ({
      ...one,
      label: say(one.label),
      info: say(one.info),
      content: say(one.content),
      options: one.options.map(({ value, label }) => ({ value, label: say(label) })),
    })),
    defaults: Object.fromEntries(defaults),
  };
}

function texts(dir: string, kind: "storefront" | "schema"): Translations {
  const locales = join(dir, "locales");
  return existsSync(locales) ? readTranslations(locales, kind) : { fallback: "en", byLocale: new Map() };
}

function uuidOf(handle: string): string {
  const hex = createHash("sha256").update(handle).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    "-",
  );
}
