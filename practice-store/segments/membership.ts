import type { Customer } from "../shop/model.ts";
import type { Change, ShopStore } from "../shop/store.ts";
import { isPractised, readFilter, shopDay } from "./customer-filters.ts";
import { filtersOf, matches } from "./evaluate.ts";
import { parseSegmentQuery, type SegmentQuery } from "./query.ts";

/** Tags as segments still see them, until the change that replaced them counts. */
type OldTags = { tags: readonly string[]; untilMs: number };

/**
 * Who belongs to which segment. Shopify works membership out some time after a change, so a change of
 * tags counts only after `delayMs`; everything else counts at once.
 */
export class SegmentMembership {
  /** Milliseconds until a change of tags counts; may be set while the store runs. */
  delayMs: number;
  readonly #store: ShopStore;
  readonly #clock: () => Date;
  readonly #oldTags = new Map<number, OldTags[]>();
  readonly #queries = new Map<string, SegmentQuery | null>();

  constructor(store: ShopStore, options: { delayMs: number; clock: () => Date }) {
    this.#store = store;
    this.#clock = options.clock;
    this.delayMs = options.delayMs;
    store.changes.on("change", (change) => this.#remember(change));
  }

  /** Whether a customer belongs to a segment now; no where either does not exist. */
  has(segmentId: number, customerId: number): boolean {
    const customer = this.#store.get("customers", customerId);
    const query = this.#queryOf(segmentId);
    return customer !== undefined && query !== null && this.#matches(query, customer);
  }

  members(segmentId: number): number[] {
    const query = this.#queryOf(segmentId);
    if (query === null) return [];
    const { customers } = this.#store.tables;
    return [...customers.values().filter((customer) => this.#matches(query, customer))].map(({ id }) => id);
  }

  count(segmentId: number): number {
    return this.members(segmentId).length;
  }

  #queryOf(segmentId: number): SegmentQuery | null {
    const text = this.#store.get("segments", segmentId)?.query;
    if (text === undefined) return null;
    const known = this.#queries.get(text);
    if (known !== undefined) return known;
    const { query } = parseSegmentQuery(text);
    this.#queries.set(text, query);
    return query;
  }

  #matches(query: SegmentQuery, customer: Customer): boolean {
    const seen = { ...customer, tags: [...this.#tagsOf(customer)] };
    const today = shopDay(this.#clock(), this.#store.shop.ianaTimezone);
    return matches(query, (filter) => readFilter(filter, seen, this.#store), today);
  }

  #tagsOf(customer: Customer): readonly string[] {
    const now = this.#clock().getTime();
    const waiting = (this.#oldTags.get(customer.id) ?? []).filter(({ untilMs }) => untilMs > now);
    if (waiting.length === 0) this.#oldTags.delete(customer.id);
    return waiting[0]?.tags ?? customer.tags;
  }

  #remember({ kind, id, before, after }: Change): void {
    if (kind !== "customers" || this.delayMs === 0) return;
    const tagsBefore = before !== null && "tags" in before ? before.tags : [];
    const tagsAfter = after !== null && "tags" in after ? after.tags : [];
    if (tagsBefore.join() === tagsAfter.join()) return;
    const now = this.#clock().getTime();
    const waiting = (this.#oldTags.get(id) ?? []).filter(({ untilMs }) => untilMs > now);
    this.#oldTags.set(id, [...waiting, { tags: tagsBefore, untilMs: now + this.delayMs }]);
  }
}

/** Filters of a query for which the practice store can't tell who belongs; they hold for nobody. */
export function unpractisedFilters(text: string): string[] {
  const { query } = parseSegmentQuery(text);
  return query === null ? [] : filtersOf(query).filter((filter) => !isPractised(filter));
}
