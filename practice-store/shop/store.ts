import { EventEmitter } from "node:events";
import type { Order, RecordKind, Records, ShopInfo } from "./model.ts";
import { gid } from "./gid.ts";

/** One change to the shop, as it happened; the journal is a list of these. */
export type Change = {
  kind: RecordKind;
  id: number;
  before: Records[RecordKind] | null;
  after: Records[RecordKind] | null;
};

/**
 * A happening that Shopify tells apps about by webhook. `topic` is the TOML name ("orders/create");
 * events of one action share their `eventId`.
 */
export type ShopEvent = {
  topic: string;
  subjectId: number;
  payload: () => unknown;
  at: string;
  eventId?: string;
};

type Tables = { [K in RecordKind]: Map<number, Records[K]> };

function emptyTables(): Tables {
  return {
    customers: new Map(),
    orders: new Map(),
    products: new Map(),
    collections: new Map(),
    metafields: new Map(),
    metafieldDefinitions: new Map(),
    segments: new Map(),
    discounts: new Map(),
  };
}

/**
 * The whole shop in memory, with the look-ups its readers need. Every write goes through `put` and
 * `remove`, which tell listeners (the journal, webhooks, segment membership) what changed.
 */
export class ShopStore {
  readonly shop: ShopInfo;
  readonly tables: Tables = emptyTables();
  readonly changes = new EventEmitter<{ change: [Change]; event: [ShopEvent] }>();
  readonly #ordersByCustomer = new Map<number, Set<number>>();
  readonly #metafieldsByOwner = new Map<string, Set<number>>();
  #lastId: number;

  constructor(shop: ShopInfo, firstFreeId = 9_000_000_000_000) {
    this.shop = shop;
    this.#lastId = firstFreeId;
  }

  /** A new id, never used before in this shop. */
  nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  get<K extends RecordKind>(kind: K, id: number): Records[K] | undefined {
    return this.tables[kind].get(id);
  }

  put<K extends RecordKind>(kind: K, record: Records[K]): void {
    const before = this.tables[kind].get(record.id) ?? null;
    this.load(kind, record);
    this.#announce(kind, record.id, before, record);
  }

  remove(kind: RecordKind, id: number): void {
    const before = this.tables[kind].get(id) ?? null;
    if (before === null) return;
    this.unload(kind, id);
    this.#announce(kind, id, before, null);
  }

  /** Tells listeners of a happening for which apps get a webhook. */
  emit(event: ShopEvent): void {
    this.changes.emit("event", event);
  }

  /** Puts a record in place without telling anybody: for opening a shop and replaying its journal. */
  load<K extends RecordKind>(kind: K, record: Records[K]): void {
    this.unload(kind, record.id);
    this.tables[kind].set(record.id, record);
    this.#lastId = Math.max(this.#lastId, record.id);
    if ("lines" in record && record.customerId !== null)
      add(this.#ordersByCustomer, record.customerId, record.id);
    if ("ownerGid" in record) add(this.#metafieldsByOwner, record.ownerGid, record.id);
  }

  /** Takes a record away without telling anybody. */
  unload(kind: RecordKind, id: number): void {
    const old = this.tables[kind].get(id);
    if (old === undefined) return;
    if ("lines" in old && old.customerId !== null) this.#ordersByCustomer.get(old.customerId)?.delete(id);
    if ("ownerGid" in old) this.#metafieldsByOwner.get(old.ownerGid)?.delete(id);
    this.tables[kind].delete(id);
  }

  ordersOf(customerId: number): Order[] {
    return [...(this.#ordersByCustomer.get(customerId) ?? [])].flatMap((id) => this.get("orders", id) ?? []);
  }

  metafieldsOf(ownerGid: string): Records["metafields"][] {
    return [...(this.#metafieldsByOwner.get(ownerGid) ?? [])].flatMap(
      (id) => this.get("metafields", id) ?? [],
    );
  }

  customerGid(id: number): string {
    return gid("Customer", id);
  }

  #announce(kind: RecordKind, id: number, before: Change["before"], after: Change["after"]): void {
    this.changes.emit("change", { kind, id, before, after });
  }
}

function add<K>(index: Map<K, Set<number>>, key: K, id: number): void {
  const ids = index.get(key);
  if (ids === undefined) index.set(key, new Set([id]));
  else ids.add(id);
}
