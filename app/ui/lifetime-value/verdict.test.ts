import { expect, it } from "vitest";
import { verdictOf } from "./verdict.ts";

const errors = (rmse: number, mae: number) => ({ sum: 0, actual: 0, bias: 0, rmse, mae });
const naive = [
  { rule: "same_rate", errors: errors(2, 1) },
  { rule: "same_count", errors: errors(2.5, 0.8) },
] as const;

it.each([
  ["a quarter better in both", errors(1.5, 0.7), { kind: "better", rule: "same_rate", share: 0.25 }],
  ["fewer large errors, but on average worse", errors(1.5, 0.9), { kind: "mixed", rule: "same_count" }],
  ["as good as a rule of thumb", errors(1.97, 0.7), { kind: "noBetter", rule: "same_rate" }],
  ["worse than a rule of thumb", errors(3, 2), { kind: "noBetter", rule: "same_rate" }],
])("%s", (_, model, verdict) => expect(verdictOf(model, [...naive])).toEqual(verdict));
