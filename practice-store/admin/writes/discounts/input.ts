/** What the four discount inputs of the schema may hold; each form takes a part of it. */

export type IdChanges = { add?: string[] | null; remove?: string[] | null };

export type ContextInput = {
  all?: string | boolean | null;
  customers?: IdChanges | null;
  customerSegments?: IdChanges | null;
  markets?: IdChanges | null;
};

type ValueInput = {
  percentage?: number | null;
  discountAmount?: { amount?: string | null; appliesOnEachItem?: boolean | null } | null;
  discountOnQuantity?: unknown;
};

export type ItemsInput = {
  all?: boolean | null;
  collections?: IdChanges | null;
  products?: {
    productsToAdd?: string[] | null;
    productsToRemove?: string[] | null;
    productVariantsToAdd?: string[] | null;
    productVariantsToRemove?: string[] | null;
  } | null;
};

export type CustomerGetsInput = {
  value?: ValueInput | null;
  items?: ItemsInput | null;
  appliesOnOneTimePurchase?: boolean | null;
  appliesOnSubscription?: boolean | null;
};

export type DestinationInput = {
  all?: boolean | null;
  countries?: { add?: string[] | null; remove?: string[] | null; includeRestOfWorld?: boolean | null } | null;
};

export type DiscountInput = {
  title?: string | null;
  startsAt?: string | null;
  endsAt?: string | null;
  combinesWith?: {
    orderDiscounts?: boolean | null;
    productDiscounts?: boolean | null;
    shippingDiscounts?: boolean | null;
    productDiscountsWithTagsOnSameCartLine?: unknown;
  } | null;
  context?: ContextInput | null;
  minimumRequirement?: {
    quantity?: { greaterThanOrEqualToQuantity?: string | number | null } | null;
    subtotal?: { greaterThanOrEqualToSubtotal?: string | null } | null;
  } | null;
  recurringCycleLimit?: number | null;
  tags?: string[] | null;
  /** Basic discounts. */
  customerGets?: CustomerGetsInput | null;
  /** Free shipping. */
  destination?: DestinationInput | null;
  maximumShippingPrice?: string | null;
  appliesOnOneTimePurchase?: boolean | null;
  appliesOnSubscription?: boolean | null;
  /** Discounts by code. */
  code?: string | null;
  customerSelection?: ContextInput | null;
  usageLimit?: number | null;
  appliesOncePerCustomer?: boolean | null;
};

/** The four kinds of native discounts that are practised. */
export const forms = {
  automaticBasic: {
    name: "AutomaticBasic",
    method: "automatic",
    value: "basic",
    argument: "automaticBasicDiscount",
  },
  automaticFreeShipping: {
    name: "AutomaticFreeShipping",
    method: "automatic",
    value: "freeShipping",
    argument: "freeShippingAutomaticDiscount",
  },
  codeBasic: { name: "CodeBasic", method: "code", value: "basic", argument: "basicCodeDiscount" },
  codeFreeShipping: {
    name: "CodeFreeShipping",
    method: "code",
    value: "freeShipping",
    argument: "freeShippingCodeDiscount",
  },
} as const;

/** `argument` is the mutations' argument, first step of every error's field path. */
export type DiscountForm = (typeof forms)[keyof typeof forms];

/** The argument of a mutation, under the name that its form gives it. */
export type DiscountArgs = Partial<Record<DiscountForm["argument"], DiscountInput>>;
