import type { Db } from "#app/db.server.ts";
import { groupsOf } from "#app/platform/groups.ts";
import type { CustomerId, ShopId } from "#app/platform/ids.ts";
import { enqueue } from "./enqueue.server.ts";

/** Customers in one job: what a statement costs whomever it is about is then shared by many. */
export const REFRESH_BATCH = 2000;

/** Asks, within the caller's transaction, for jobs that refresh customers of whom no order changed. */
export async function refreshLater(db: Db, shopId: ShopId, ids: readonly CustomerId[]): Promise<void> {
  for (const group of groupsOf(ids, REFRESH_BATCH)) {
    await enqueue(db, "customers.refresh", { shopId, customerIds: group.map(String), orders: [] });
  }
}
