import { expect, it } from "vitest";
import { replenishmentQuerySchema } from "./replenishment-query.ts";

it.each([
  [{}, { due: "fortnight" }],
  [
    { due: "week", product: "12", after: "2026-11-24_1_2" },
    { due: "week", product: "12", after: "2026-11-24_1_2" },
  ],
  [{ due: "year", product: "0", after: "x", before: "2026-11-24_1" }, { due: "fortnight" }],
  [{ product: "1234567890123456789" }, { due: "fortnight" }],
])("reads %j as %j", (params, query) => {
  expect(replenishmentQuerySchema.parse(params)).toEqual(query);
});
