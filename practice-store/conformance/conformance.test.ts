import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { leftOut, replays } from "./battery.ts";
import { differences, type Names } from "./compare.ts";
import { hasRecordings } from "./recordings.ts";
import { replay } from "./replay.ts";

const here = hasRecordings();
const left = here ? "" : " (left out: recordings of a real store are not on this machine)";

describe.skipIf(!here)(`answers as Shopify's recorded ones${left}`, () => {
  it.each(replays)("$recording", async (each) => {
    const results = await replay(each);
    const found = results.flatMap(({ step, differences: all }) =>
      all.map(({ path, recorded, answered }) => ({ at: `${step} ${path}`, recorded, answered })),
    );
    const expected = Object.keys(each.otherwise ?? {});
    expect(found.filter(({ at }) => !expected.includes(at))).toEqual([]);
    expect(expected.filter((at) => !found.some((difference) => difference.at === at))).toEqual([]);
  });

  it("leaves no recording out without a reason", () => {
    const folder = new URL("../../../shared/recordings/", import.meta.url);
    const recorded = readdirSync(folder).flatMap((file) => /^(.*)\.json$/.exec(file)?.[1] ?? []);
    const known = [...replays.map(({ recording }) => recording), ...Object.keys(leftOut)];
    expect(recorded.filter((name) => !known.includes(name))).toEqual([]);
  });
});

describe("comparing answers", () => {
  it.each([
    ["an id of another type", "gid://shopify/Customer/1", "gid://shopify/Product/1"],
    ["another text", "Name can't be blank", "Name can’t be blank"],
    ["a missing key", { a: 1, b: null }, { a: 1 }],
    ["a longer list", [1], [1, 2]],
    ["a moment that is none", "2026-01-01T00:00:00Z", "2026-01-01"],
  ])("sees %s", (_what, recorded, answered) => {
    expect(differences(recorded, answered, new Map())).toHaveLength(1);
  });

  it("lets ids differ as long as the same thing keeps its id", () => {
    const names: Names = new Map();
    const [a, b] = ["gid://shopify/Segment/1", "gid://shopify/Segment/9"];
    expect(differences({ first: a, again: a }, { first: b, again: b }, names)).toEqual([]);
    expect(differences(a, "gid://shopify/Segment/8", names)).toHaveLength(1);
  });
});
