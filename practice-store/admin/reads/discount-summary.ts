/** A discount's `summary` in Shopify's words: benefit and conditions, joined by bullets. */
import type { Discount, DiscountTerms } from "../../shop/model.ts";
import { moneyString } from "../../shop/order-money.ts";
import type { ShopStore } from "../../shop/store.ts";

/** What a discount without terms applies to: everywhere, on one-time purchases. */
export const DEFAULT_TERMS: DiscountTerms = {
  destination: { kind: "all" },
  appliesOnOneTimePurchase: true,
  appliesOnSubscription: false,
  recurringCycleLimit: 1,
  tags: [],
};

function money(minor: number, currency: string): string {
  const amount = moneyString(minor, currency);
  const parts = new Intl.NumberFormat("en", {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
  }).formatToParts(0);
  return `${parts.find(({ type }) => type === "currency")?.value ?? ""}${amount}`;
}

function count(number: number, thing: string): string {
  return `${number} ${number === 1 ? thing : `${thing}s`}`;
}

/** "one-time purchase products" where the shop also sells subscriptions, else all of them. */
function purchases({ terms = DEFAULT_TERMS }: Discount, sellsSubscriptions: boolean): string | null {
  if (!sellsSubscriptions || terms.appliesOnOneTimePurchase === terms.appliesOnSubscription) return null;
  return terms.appliesOnSubscription ? "subscription products" : "one-time purchase products";
}

function items(discount: Discount, store: ShopStore): string {
  const chosen = discount.items;
  if (chosen.kind === "all") return purchases(discount, store.shop.sellsSubscriptions) ?? "entire order";
  const { collectionIds, productIds, variantIds } = chosen;
  const [collectionId] = collectionIds;
  if (collectionId !== undefined)
    return collectionIds.length === 1
      ? (store.get("collections", collectionId)?.title ?? "1 collection")
      : count(collectionIds.length, "collection");
  const [productId] = productIds;
  if (productId !== undefined && productIds.length + variantIds.length === 1)
    return store.get("products", productId)?.title ?? "1 product";
  return productIds.length > 0 ? count(productIds.length, "product") : count(variantIds.length, "variant");
}

function benefit(discount: Discount, store: ShopStore): string {
  const { value } = discount;
  const { currencyCode, sellsSubscriptions } = store.shop;
  switch (value.kind) {
    case "percentage":
      return `${Number((value.fraction * 100).toFixed(2))}% off ${items(discount, store)}`;
    case "fixedAmount":
      return `${money(value.amountMinor, currencyCode)} off ${items(discount, store)}`;
    case "freeShipping": {
      const of = discount.method === "code" ? purchases(discount, sellsSubscriptions) : null;
      return `Free shipping on ${of ?? "all products"}`;
    }
  }
}

function minimum({ minimum: least }: Discount, currency: string): string[] {
  switch (least.kind) {
    case "none":
      return [];
    case "subtotal":
      return [`Minimum purchase of ${money(least.amountMinor, currency)}`];
    case "quantity":
      return [`Minimum quantity of ${least.quantity}`];
  }
}

function buyers({ context }: Discount): string[] {
  switch (context.kind) {
    case "all":
      return [];
    case "customers":
      return [`For ${count(context.customerIds.length, "customer")}`];
    case "customerSegments":
      return [`For ${count(context.segmentIds.length, "customer segment")}`];
  }
}

function shipping({ value, terms = DEFAULT_TERMS }: Discount, currency: string): string[] {
  if (value.kind !== "freeShipping") return [];
  const { destination } = terms;
  const names = new Intl.DisplayNames("en", { type: "region" });
  const countries = destination.kind === "all" ? [] : destination.countries;
  const [only] = countries;
  const where =
    destination.kind === "all"
      ? "all countries"
      : countries.length === 1 && only !== undefined
        ? (names.of(only) ?? only)
        : `${countries.length} countries`;
  const rates =
    value.maximumShippingMinor === null
      ? []
      : [`Applies to shipping rates under ${money(value.maximumShippingMinor, currency)}`];
  return [`For ${where}`, ...rates];
}

/** The discount in one line, as Shopify's `summary`. */
export function discountSummary(discount: Discount, store: ShopStore): string {
  const { currencyCode } = store.shop;
  return [
    benefit(discount, store),
    ...minimum(discount, currencyCode),
    ...buyers(discount),
    ...shipping(discount, currencyCode),
    ...(discount.appliesOncePerCustomer ? ["One use per customer"] : []),
  ].join(" • ");
}

/** The benefit alone, as Shopify's `shortSummary`. */
export function discountShortSummary(discount: Discount, store: ShopStore): string {
  return benefit(discount, store);
}
