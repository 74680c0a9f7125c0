import type { ShopStore } from "../shop/store.ts";
import { grantedScopes } from "./access.ts";
import type { AdminContext, Caller, Clock, SegmentReader } from "./context.ts";
import { customerNode } from "./reads/customers.ts";
import { orderNode } from "./reads/orders.ts";
import { adminRequirements, API_VERSION } from "./schema.ts";
import type { AdminSettings } from "./settings.ts";

/** What every request's context is made from. */
export type ContextParts = {
  store: ShopStore;
  clock: Clock;
  segments: SegmentReader;
  settings: AdminSettings;
};

const DAY_MS = 24 * 60 * 60 * 1000;

let everyScope: ReadonlySet<string> | undefined;

function allScopes(): ReadonlySet<string> {
  everyScope ??= new Set(
    Object.values(adminRequirements().access).flatMap((text) => text.match(/(?:read|write)_[a-z_]+/g) ?? []),
  );
  return everyScope;
}

/** The context of one request; `appId` is the installed app's, whose namespace the owner means by `$app`. */
export function createContext(parts: ContextParts, caller: Caller, appId: number | null): AdminContext {
  const { store, clock, segments, settings } = parts;
  const scopes = caller.kind === "owner" ? allScopes() : grantedScopes(caller.installation.scopes);
  const seesAllOrders = caller.kind === "owner" || scopes.has("read_all_orders");
  const windowStart = new Date(clock().getTime() - settings.ordersWindowDays * DAY_MS).toISOString();
  return {
    store,
    caller,
    scopes,
    clock,
    segments,
    apiVersion: API_VERSION,
    appId: caller.kind === "app" ? caller.installation.appId : appId,
    ordersSince: seesAllOrders ? null : windowStart,
    personalData: caller.kind === "owner" || settings.personalData,
    nodes: { customer: customerNode, order: orderNode },
    searches: [],
  };
}
