import type {
  Discount,
  DiscountContext,
  DiscountItems,
  DiscountMinimum,
  DiscountTerms,
  DiscountValue,
} from "../../../shop/model.ts";
import { parseGid } from "../../../shop/gid.ts";
import { parseMoney } from "../../../shop/order-money.ts";
import { DEFAULT_TERMS } from "../../reads/discount-summary.ts";
import type {
  ContextInput,
  DestinationInput,
  DiscountForm,
  DiscountInput,
  IdChanges,
  ItemsInput,
} from "./input.ts";

type BuildOptions = {
  form: DiscountForm;
  /** The discount as it is; null for a new one. What the input leaves out stays. */
  before: Discount | null;
  currency: string;
  now: string;
  nextId: () => number;
};

function ids(gids: string[] | null | undefined): number[] {
  return (gids ?? []).flatMap((text) => parseGid(text)?.id ?? []);
}

function changed(before: readonly number[], changes: IdChanges): number[] {
  const gone = new Set(ids(changes.remove));
  return [...new Set([...before, ...ids(changes.add)])].filter((id) => !gone.has(id));
}

function contextOf(input: ContextInput, before: DiscountContext): DiscountContext {
  if (input.customers) {
    const own = before.kind === "customers" ? before.customerIds : [];
    return { kind: "customers", customerIds: changed(own, input.customers) };
  }
  if (input.customerSegments) {
    const own = before.kind === "customerSegments" ? before.segmentIds : [];
    return { kind: "customerSegments", segmentIds: changed(own, input.customerSegments) };
  }
  return { kind: "all" };
}

function itemsOf(input: ItemsInput | null | undefined, before: DiscountItems): DiscountItems {
  const { products, collections } = input ?? {};
  if (input?.all === true) return { kind: "all" };
  if (!products && !collections) return before;
  const own = before.kind === "products" ? before : { productIds: [], variantIds: [], collectionIds: [] };
  const productChanges = { add: products?.productsToAdd ?? [], remove: products?.productsToRemove ?? [] };
  const variantChanges = {
    add: products?.productVariantsToAdd ?? [],
    remove: products?.productVariantsToRemove ?? [],
  };
  // A discount is on products or on collections: choosing one lets go of the other.
  return {
    kind: "products",
    productIds: products ? changed(own.productIds, productChanges) : [],
    variantIds: products ? changed(own.variantIds, variantChanges) : [],
    collectionIds: collections ? changed(own.collectionIds, collections) : [],
  };
}

function minorOf(text: string | null | undefined, currency: string): number {
  return parseMoney(text ?? "0", currency) ?? 0;
}

function valueOf(input: DiscountInput, { form, before, currency }: BuildOptions): DiscountValue {
  if (form.value === "freeShipping") {
    const stored = before?.value.kind === "freeShipping" ? before.value.maximumShippingMinor : null;
    const { maximumShippingPrice: price } = input;
    const maximumShippingMinor =
      price === undefined ? stored : price === null ? null : minorOf(price, currency);
    return { kind: "freeShipping", maximumShippingMinor };
  }
  const { percentage, discountAmount } = input.customerGets?.value ?? {};
  if (discountAmount)
    return {
      kind: "fixedAmount",
      amountMinor: minorOf(discountAmount.amount, currency),
      appliesOnEachItem: discountAmount.appliesOnEachItem ?? false,
    };
  if (typeof percentage === "number") return { kind: "percentage", fraction: percentage };
  return before?.value ?? { kind: "percentage", fraction: 0 };
}

function minimumOf(
  input: DiscountInput["minimumRequirement"],
  before: DiscountMinimum,
  currency: string,
): DiscountMinimum {
  if (input === undefined) return before;
  const quantity = input?.quantity?.greaterThanOrEqualToQuantity ?? null;
  const subtotal = input?.subtotal?.greaterThanOrEqualToSubtotal ?? null;
  if (quantity !== null) return { kind: "quantity", quantity: Number(quantity) };
  if (subtotal !== null) return { kind: "subtotal", amountMinor: minorOf(subtotal, currency) };
  return { kind: "none" };
}

function destinationOf(
  input: DestinationInput | null | undefined,
  before: DiscountTerms["destination"],
): DiscountTerms["destination"] {
  if (!input?.countries) return input?.all === true ? { kind: "all" } : before;
  const { add, remove, includeRestOfWorld } = input.countries;
  const own = before.kind === "countries" ? before.countries : [];
  const gone = new Set(remove ?? []);
  const countries = [...new Set([...own, ...(add ?? [])])].filter((code) => !gone.has(code));
  return { kind: "countries", countries, includeRestOfWorld: includeRestOfWorld ?? false };
}

function termsOf(input: DiscountInput, { form, before }: BuildOptions): DiscountTerms {
  const stored = before?.terms ?? DEFAULT_TERMS;
  const purchases = form.value === "basic" ? (input.customerGets ?? {}) : input;
  return {
    destination: destinationOf(input.destination, stored.destination),
    appliesOnOneTimePurchase: purchases.appliesOnOneTimePurchase ?? stored.appliesOnOneTimePurchase,
    appliesOnSubscription: purchases.appliesOnSubscription ?? stored.appliesOnSubscription,
    recurringCycleLimit: input.recurringCycleLimit ?? stored.recurringCycleLimit,
    tags: input.tags ?? stored.tags,
  };
}

/** A changed code keeps its id: the recorded update did. */
function codesOf({ code }: DiscountInput, { before, nextId }: BuildOptions): Discount["codes"] {
  const [first, ...others] = before?.codes ?? [];
  if (typeof code !== "string") return before?.codes ?? [];
  return [first === undefined ? { id: nextId(), code, usageCount: 0 } : { ...first, code }, ...others];
}

function utc(instant: string): string {
  return new Date(instant).toISOString();
}

/** The discount that an input makes, of one that was checked. */
export function buildDiscount(input: DiscountInput, options: BuildOptions): Discount {
  const { form, before, currency, now, nextId } = options;
  const value = valueOf(input, options);
  const items = itemsOf(input.customerGets?.items, before?.items ?? { kind: "all" });
  const selection = input.context ?? input.customerSelection ?? null;
  const context = before?.context ?? { kind: "all" };
  const endsAt = input.endsAt === undefined ? (before?.endsAt ?? null) : input.endsAt;
  const combinesWith = input.combinesWith ?? before?.combinesWith;
  return {
    id: before?.id ?? nextId(),
    method: form.method,
    title: input.title ?? before?.title ?? "",
    codes: codesOf(input, options),
    value,
    items,
    minimum: minimumOf(input.minimumRequirement, before?.minimum ?? { kind: "none" }, currency),
    context: selection === null ? context : contextOf(selection, context),
    combinesWith: {
      orderDiscounts: combinesWith?.orderDiscounts ?? false,
      productDiscounts: combinesWith?.productDiscounts ?? false,
      shippingDiscounts: combinesWith?.shippingDiscounts ?? false,
    },
    discountClasses:
      value.kind === "freeShipping" ? ["SHIPPING"] : [items.kind === "all" ? "ORDER" : "PRODUCT"],
    startsAt: utc(input.startsAt ?? before?.startsAt ?? now),
    endsAt: endsAt === null ? null : utc(endsAt),
    usageLimit: input.usageLimit === undefined ? (before?.usageLimit ?? null) : input.usageLimit,
    appliesOncePerCustomer: input.appliesOncePerCustomer ?? before?.appliesOncePerCustomer ?? false,
    terms: termsOf(input, options),
    createdAt: before?.createdAt ?? now,
    updatedAt: now,
  };
}
