import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kaplanMeier } from "./kaplan-meier.ts";

const shares = (spans: Parameters<typeof kaplanMeier>[0]) =>
  kaplanMeier(spans).map(({ days, share }) => [days, Number(share.toFixed(4))]);

describe("kaplanMeier", () => {
  it("gives the published curve of the 6-MP group (Freireich 1963: 21 patients, weeks)", () => {
    const spans = [
      { days: 6, closed: 3, open: 1 },
      { days: 7, closed: 1, open: 0 },
      { days: 9, closed: 0, open: 1 },
      { days: 10, closed: 1, open: 1 },
      { days: 11, closed: 0, open: 1 },
      { days: 13, closed: 1, open: 0 },
      { days: 16, closed: 1, open: 0 },
      { days: 17, closed: 0, open: 1 },
      { days: 19, closed: 0, open: 1 },
      { days: 20, closed: 0, open: 1 },
      { days: 22, closed: 1, open: 0 },
      { days: 23, closed: 1, open: 0 },
      { days: 25, closed: 0, open: 1 },
      { days: 32, closed: 0, open: 2 },
      { days: 34, closed: 0, open: 1 },
      { days: 35, closed: 0, open: 1 },
    ];
    expect(shares(spans.toReversed())).toEqual([
      [6, 0.1429],
      [7, 0.1933],
      [10, 0.2471],
      [13, 0.3098],
      [16, 0.3725],
      [22, 0.4622],
      [23, 0.5518],
    ]);
  });

  it("is the plain share where nothing is open, and empty where nothing ended", () => {
    expect(
      shares([
        { days: 1, closed: 1, open: 0 },
        { days: 5, closed: 3, open: 0 },
      ]),
    ).toEqual([
      [1, 0.25],
      [5, 1],
    ]);
    expect(kaplanMeier([{ days: 9, closed: 0, open: 4 }])).toEqual([]);
  });

  it("only rises, and never beyond 1", () => {
    const span = fc.record({ closed: fc.nat(9), open: fc.nat(9) });
    fc.assert(
      fc.property(fc.array(span, { maxLength: 40 }), (counts) => {
        const curve = kaplanMeier(counts.map((count, days) => ({ days, ...count })));
        let before = 0;
        for (const { share } of curve) {
          expect(share).toBeGreaterThan(before);
          expect(share).toBeLessThanOrEqual(1);
          before = share;
        }
      }),
    );
  });
});
