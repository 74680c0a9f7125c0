/**
 * What a shop is made of, as the practice store keeps it: plain data, ids as Shopify's numbers,
 * money in minor units of the shop's currency, instants as ISO 8601 in UTC.
 */

export type ShopInfo = {
  id: number;
  name: string;
  myshopifyDomain: string;
  email: string;
  currencyCode: string;
  ianaTimezone: string;
  primaryLocale: string;
  countryCode: string;
  createdAt: string;
  /** The day before this one is the last day with generated orders. Fixed when the store is created. */
  openedOn: string;
  taxesIncluded: boolean;
  sellsSubscriptions: boolean;
};

export type ConsentState = "NOT_SUBSCRIBED" | "SUBSCRIBED" | "UNSUBSCRIBED" | "PENDING";

export type Customer = {
  id: number;
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  phone: string | null;
  state: "DISABLED" | "ENABLED" | "INVITED" | "DECLINED";
  locale: string;
  countryCode: string | null;
  note: string | null;
  tags: string[];
  emailMarketing: ConsentState;
  createdAt: string;
  updatedAt: string;
};

export type OrderLine = {
  id: number;
  productId: number | null;
  variantId: number | null;
  sku: string | null;
  title: string;
  quantity: number;
  unitPriceMinor: number;
  /** All discounts on this line together (its share of order discounts included). */
  discountMinor: number;
  taxMinor: number;
  giftCard: boolean;
};

export type RefundLine = { lineId: number; quantity: number; subtotalMinor: number; taxMinor: number };

export type Refund = {
  id: number;
  createdAt: string;
  note: string | null;
  lines: RefundLine[];
  shippingMinor: number;
  /** Money given back beyond lines and shipping (a refund by amount). */
  adjustmentMinor: number;
};

export type FinancialStatus =
  | "PENDING"
  | "AUTHORIZED"
  | "PAID"
  | "PARTIALLY_PAID"
  | "PARTIALLY_REFUNDED"
  | "REFUNDED"
  | "VOIDED"
  | "EXPIRED";

export type Order = {
  id: number;
  number: number;
  /** "#1001" */
  name: string;
  customerId: number | null;
  email: string | null;
  countryCode: string | null;
  sourceName: string;
  /** Whether the tax is a part of the prices (lines, shipping and what is refunded of them) or comes on top. */
  taxesIncluded: boolean;
  test: boolean;
  financialStatus: FinancialStatus;
  createdAt: string;
  processedAt: string;
  updatedAt: string;
  cancelledAt: string | null;
  cancelReason: "CUSTOMER" | "DECLINED" | "FRAUD" | "INVENTORY" | "OTHER" | "STAFF" | null;
  discountCodes: string[];
  lines: OrderLine[];
  shippingMinor: number;
  shippingDiscountMinor: number;
  /** Tax on shipping; the lines carry their own. */
  shippingTaxMinor: number;
  refunds: Refund[];
};

export type Variant = { id: number; sku: string; title: string; priceMinor: number };

export type Product = {
  id: number;
  title: string;
  handle: string;
  productType: string;
  vendor: string;
  tags: string[];
  status: "ACTIVE" | "ARCHIVED" | "DRAFT";
  giftCard: boolean;
  collectionIds: number[];
  variants: Variant[];
  createdAt: string;
  updatedAt: string;
};

export type Collection = { id: number; title: string; handle: string };

/** A metafield on any owner; `namespace` is the resolved one (`app--<app id>--x` for `$app:x`). */
export type Metafield = {
  id: number;
  ownerGid: string;
  namespace: string;
  key: string;
  type: string;
  value: string;
  createdAt: string;
  updatedAt: string;
};

export type MetafieldDefinition = {
  id: number;
  ownerType: string;
  namespace: string;
  key: string;
  name: string;
  description: string | null;
  type: string;
  access: { admin: string | null; storefront: string | null; customerAccount: string | null };
};

export type Segment = { id: number; name: string; query: string; createdAt: string; updatedAt: string };

export type DiscountClass = "ORDER" | "PRODUCT" | "SHIPPING";

export type DiscountContext =
  | { kind: "all" }
  | { kind: "customers"; customerIds: number[] }
  | { kind: "customerSegments"; segmentIds: number[] };

export type DiscountValue =
  | { kind: "percentage"; /** 0 to 1 */ fraction: number }
  | { kind: "fixedAmount"; amountMinor: number; appliesOnEachItem: boolean }
  | { kind: "freeShipping"; maximumShippingMinor: number | null };

export type DiscountMinimum =
  { kind: "none" } | { kind: "subtotal"; amountMinor: number } | { kind: "quantity"; quantity: number };

export type DiscountItems =
  { kind: "all" } | { kind: "products"; productIds: number[]; variantIds: number[]; collectionIds: number[] };

/** Where and on what purchases a discount applies; the practice store keeps these and prices without them. */
export type DiscountTerms = {
  destination: { kind: "all" } | { kind: "countries"; countries: string[]; includeRestOfWorld: boolean };
  appliesOnOneTimePurchase: boolean;
  appliesOnSubscription: boolean;
  /** Billing cycles of a subscription that get it; 0 is all of them. */
  recurringCycleLimit: number;
  tags: string[];
};

export type Discount = {
  id: number;
  method: "automatic" | "code";
  title: string;
  /** Redeem codes; empty for automatic discounts. */
  codes: { id: number; code: string; usageCount: number }[];
  value: DiscountValue;
  items: DiscountItems;
  minimum: DiscountMinimum;
  context: DiscountContext;
  combinesWith: { orderDiscounts: boolean; productDiscounts: boolean; shippingDiscounts: boolean };
  discountClasses: DiscountClass[];
  startsAt: string;
  endsAt: string | null;
  usageLimit: number | null;
  appliesOncePerCustomer: boolean;
  /** Absent means everywhere, on one-time purchases. */
  terms?: DiscountTerms;
  createdAt: string;
  updatedAt: string;
};

/** An app that is installed on the shop, with its tokens. */
export type Installation = {
  clientId: string;
  appId: number;
  handle: string;
  title: string;
  scopes: string[];
  installedAt: string;
};

/** Every kind of thing the store keeps, by the name of its collection. */
export type Records = {
  customers: Customer;
  orders: Order;
  products: Product;
  collections: Collection;
  metafields: Metafield;
  metafieldDefinitions: MetafieldDefinition;
  segments: Segment;
  discounts: Discount;
};

export type RecordKind = keyof Records;
