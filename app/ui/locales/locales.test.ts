import { describe, expect, it } from "vitest";
import { resources } from "./resources.ts";

function entriesOf(tree: object): [string, unknown][] {
  return Object.entries(tree);
}

/** Every key of a tree of texts, dotted, without plural endings: Chinese has one form, English two. */
function keysOf(tree: object, prefix = ""): string[] {
  return entriesOf(tree).flatMap(([key, value]) =>
    typeof value === "object" && value !== null
      ? keysOf(value, `${prefix}${key}.`)
      : [`${prefix}${key.replace(/_(zero|one|two|few|many|other)$/, "")}`],
  );
}

/** The names in {{…}} of every text. */
function placeholdersOf(tree: object, prefix = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of entriesOf(tree)) {
    if (typeof value === "object" && value !== null) {
      for (const [inner, names] of placeholdersOf(value, `${prefix}${key}.`)) found.set(inner, names);
    } else {
      const names = [...String(value).matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]);
      found.set(`${prefix}${key.replace(/_(one|other)$/, "")}`, [...new Set(names)].toSorted().join(" "));
    }
  }
  return found;
}

describe("the admin's texts", () => {
  it("are complete in Chinese", () => {
    expect([...new Set(keysOf(resources["zh-CN"]))].toSorted()).toEqual(
      [...new Set(keysOf(resources.en))].toSorted(),
    );
  });

  it("speak of the same values in both languages", () => {
    const english = placeholdersOf(resources.en);
    for (const [key, names] of placeholdersOf(resources["zh-CN"]))
      expect(`${key}: ${names}`).toBe(`${key}: ${english.get(key) ?? ""}`);
  });
});
