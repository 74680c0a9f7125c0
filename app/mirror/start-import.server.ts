import type { Db } from "#app/db.server.ts";
import { enqueue } from "#app/jobs/enqueue.server.ts";
import { now } from "#app/platform/clock.server.ts";
import type { ShopId } from "#app/platform/ids.ts";
import { ordersSince } from "./orders-since.ts";

/** Starts a read of the shop's whole history, in the caller's transaction; its id. One at a time a shop. */
export async function startImport(db: Db, shopId: ShopId): Promise<number> {
  const running = await db.import.findFirst({
    where: { shopId, state: { in: ["queued", "reading"] } },
    orderBy: { id: "desc" },
  });
  if (running !== null) return running.id;
  const { scopes } = await db.shop.findUniqueOrThrow({ where: { id: shopId }, select: { scopes: true } });
  const { id } = await db.import.create({ data: { shopId, ordersSince: ordersSince(scopes, now()) } });
  await enqueue(db, "import.run", { shopId, importId: id });
  return id;
}
