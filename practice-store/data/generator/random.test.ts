import { describe, expect, it } from "vitest";
import { quantileAt, Random, weightedIndex } from "./random.ts";

const DRAWS = 20_000;

function meanOf(draw: (random: Random) => number): number {
  const random = new Random(1, 2);
  let sum = 0;
  for (let count = 0; count < DRAWS; count += 1) sum += draw(random);
  return sum / DRAWS;
}

describe("Random", () => {
  it.each([
    ["uniform", (random: Random) => random.uniform(), 0.5],
    ["int", (random: Random) => random.int(7), 3],
    ["normal", (random: Random) => random.normal(), 0],
    ["square of normal", (random: Random) => random.normal() ** 2, 1],
    ["exponential", (random: Random) => random.exponential(4), 0.25],
    ["gamma above one", (random: Random) => random.gamma(3.1), 3.1],
    ["gamma below one", (random: Random) => random.gamma(0.7), 0.7],
    ["square of gamma", (random: Random) => random.gamma(2) ** 2, 6],
    ["beta", (random: Random) => random.beta(0.5, 13), 0.5 / 13.5],
  ])("draws %s with the mean it should have", (_, draw, mean) => {
    expect(Math.abs(meanOf(draw) - mean)).toBeLessThan(0.04 * Math.max(1, mean));
  });

  it("has streams that do not resemble their neighbours", () => {
    const firsts = Array.from({ length: 1000 }, (_, stream) => new Random(5, stream).uniform());
    expect(new Set(firsts).size).toBe(1000);
    const below = firsts.filter((value, place) => value < (firsts[place + 1] ?? 0)).length;
    expect(below).toBeGreaterThan(430);
    expect(below).toBeLessThan(570);
  });
});

describe("weightedIndex", () => {
  it("draws each index as often as its weight says", () => {
    const counts = [0, 0, 0, 0];
    const draw = weightedIndex([1, 0, 3, 6]);
    const random = new Random(9, 9);
    for (let count = 0; count < DRAWS; count += 1) {
      const index = draw(random);
      counts[index] = (counts[index] ?? 0) + 1;
    }
    expect(counts.map((count) => Math.round((10 * count) / DRAWS))).toEqual([1, 0, 3, 6]);
    expect(counts[1]).toBe(0);
  });
});

describe("quantileAt", () => {
  const table = [
    [0.1, 1],
    [0.5, 10],
    [0.9, 1000],
  ] as const;

  it.each([
    [0, 1],
    [0.1, 1],
    [0.5, 10],
    [0.7, 100],
    [0.9, 1000],
    [1, 1000],
  ])("at %d is %d", (share, value) => {
    expect(quantileAt(table, share)).toBeCloseTo(value, 9);
  });
});
