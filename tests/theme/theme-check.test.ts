import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { check } from "@shopify/theme-check-node";
import { describe, expect, it } from "vitest";
import { EXTENSION_DIR, filesOf, LANGUAGES, localeTexts } from "./extension.ts";

const CONFIG = join(import.meta.dirname, "theme-check.yml");

async function offences(dir: string): Promise<string[]> {
  const found = await check(dir, CONFIG);
  return found.map(({ check: rule, uri, message }) => `${rule} ${uri.split("/").at(-1) ?? ""}: ${message}`);
}

const sizeOf = (path: string): number => readFileSync(join(EXTENSION_DIR, path)).length;
const total = (paths: readonly string[]): number => paths.reduce((sum, path) => sum + sizeOf(path), 0);

describe("Shopify's own checks", () => {
  it("find nothing in the theme extension", async () => {
    expect(await offences(EXTENSION_DIR)).toEqual([]);
  });

  it("find what is broken in a copy of it", async () => {
    const dir = mkdtempSync(join(tmpdir(), "theme-extension-"));
    try {
      cpSync(EXTENSION_DIR, dir, { recursive: true });
      const block = join(dir, "blocks", "tier-progress.liquid");
      const source = readFileSync(block, "utf8");
      writeFileSync(block, `{{ 'tier_progress.no_such_text' | t | no_such_filter }}${source}`);
      const rules = (await offences(dir)).map((offence) => offence.split(" ")[0]);
      expect(rules).toEqual(expect.arrayContaining(["TranslationKeyExists", "UnknownFilter"]));
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  });
});

describe("the extension's files", () => {
  const files = filesOf(EXTENSION_DIR);
  const below = (folder: string): string[] => files.filter((path) => path.startsWith(`${folder}/`));

  it("lie only where Shopify takes them", () => {
    const stray = files.filter((path) => !/^(?:assets|blocks|locales|snippets)\/[^/]+$/.test(path));
    expect(stray).toEqual(["shopify.extension.toml"]);
  });

  it("are small: Liquid below 100 KB in all, at most 30 blocks, a locale file below 15 KB", () => {
    expect(total([...below("blocks"), ...below("snippets")])).toBeLessThan(100_000);
    expect(below("blocks").length).toBeLessThanOrEqual(30);
    for (const path of below("locales")) expect(sizeOf(path), path).toBeLessThan(15_000);
  });

  it("bring little CSS and no script, and load nothing from anywhere else", () => {
    const styles = below("assets").map((path) => gzipSync(readFileSync(join(EXTENSION_DIR, path))).length);
    expect(below("assets").every((path) => path.endsWith(".css"))).toBe(true);
    expect(Math.max(...styles)).toBeLessThan(10_000);
    for (const path of [...below("blocks"), ...below("snippets"), ...below("assets")]) {
      expect(readFileSync(join(EXTENSION_DIR, path), "utf8"), path).not.toMatch(
        /<script|javascript|https?:|@import|url\(/i,
      );
    }
  });
});

describe("the extension's texts", () => {
  const placeholders = (text: string): string[] =>
    [...text.matchAll(/\{\{\s*\w+\s*\}\}/g)].map(String).sort();

  it.each(LANGUAGES)("are complete in %s, with the same values filled in", (language) => {
    for (const suffix of [".json", ".schema.json"]) {
      const english = localeTexts(`en.default${suffix}`);
      const texts = localeTexts(language + suffix);
      expect([...texts.keys()]).toEqual([...english.keys()]);
      for (const [key, text] of texts) {
        expect(text.trim(), key).not.toBe("");
        expect(placeholders(text), key).toEqual(placeholders(english.get(key) ?? ""));
      }
    }
  });

  it.each(LANGUAGES)("name the block in fewer than 25 characters in %s", (language) => {
    const name = localeTexts(`${language}.schema.json`).get("tier_progress.name") ?? "";
    expect(name.length).toBeGreaterThan(0);
    expect(name.length).toBeLessThan(25);
  });
});
