import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hearOfTag, type TagState } from "./tags.ts";

const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second));
const NONE: TagState = { tags: [], readAt: null, news: {} };

describe("hearOfTag", () => {
  it("adds a tag and takes it away again", () => {
    const gold = hearOfTag(NONE, "tier:gold", true, at(1));
    expect(gold.tags).toEqual(["tier:gold"]);
    expect(hearOfTag(gold, "tier:gold", false, at(2)).tags).toEqual([]);
  });

  it("keeps what was read after the news", () => {
    const read: TagState = { tags: ["vip"], readAt: at(5), news: {} };
    expect(hearOfTag(read, "vip", false, at(4))).toBe(read);
  });

  it("takes tags that differ in case for one", () => {
    const read: TagState = { tags: ["VIP"], readAt: at(1), news: {} };
    expect(hearOfTag(read, "vip", false, at(2)).tags).toEqual([]);
    expect(hearOfTag(read, "Vip", true, at(2)).tags).toEqual(["Vip"]);
  });

  it("ends the same in whatever order the news comes, however often", () => {
    const word = fc.record({
      tag: fc.constantFrom("a", "A", "b", "c"),
      there: fc.boolean(),
      second: fc.integer({ min: 0, max: 50 }),
    });
    const words = fc.uniqueArray(word, { selector: (each) => `${each.tag.toLowerCase()}${each.second}` });
    const shuffled = words.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }), fc.subarray(all)),
    );
    fc.assert(
      fc.property(shuffled, ([sent, heard, again]) => {
        const end = (all: typeof sent) =>
          all.reduce((state, { tag, there, second }) => hearOfTag(state, tag, there, at(second)), NONE);
        expect(end([...heard, ...again])).toEqual(end(sent));
      }),
    );
  });
});
