import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** The theme app extension under test. */
export const EXTENSION_DIR = join(import.meta.dirname, "..", "..", "extensions", "laurel-theme");

export const LANGUAGES = ["en.default", "de", "fr", "es", "ja", "zh-CN"];

/** Paths of all files, from the extension's folder. */
export function filesOf(dir: string): string[] {
  return readdirSync(dir, { recursive: true, encoding: "utf8" })
    .filter((path) => statSync(join(dir, path)).isFile())
    .sort();
}

const texts: z.ZodType<Record<string, unknown>> = z.record(z.string(), z.unknown());

/** A locale file's texts by dotted key. */
export function localeTexts(file: string): Map<string, string> {
  const json: unknown = JSON.parse(readFileSync(join(EXTENSION_DIR, "locales", file), "utf8"));
  const found = new Map<string, string>();
  const walk = (inside: Record<string, unknown>, prefix: string): void => {
    for (const [key, value] of Object.entries(inside)) {
      if (typeof value === "string") found.set(prefix + key, value);
      else walk(texts.parse(value), `${prefix}${key}.`);
    }
  };
  walk(texts.parse(json), "");
  return found;
}
