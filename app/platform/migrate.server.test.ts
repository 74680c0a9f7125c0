import { expect, it } from "vitest";
import { prisma } from "#app/db.server.ts";
import { env } from "./env.server.ts";
import { migrate } from "./migrate.server.ts";

it("applies nothing twice", async () => {
  expect(await migrate(env.DATABASE_URL)).toEqual([]);
  expect(await prisma.shop.count()).toBe(0);
});
