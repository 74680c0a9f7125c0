import type { Discount } from "../../../shop/model.ts";
import type { ShopStore } from "../../../shop/store.ts";
import { parseGid } from "../../../shop/gid.ts";
import { parseMoney } from "../../../shop/order-money.ts";
import { discountByCode } from "../../reads/discounts.ts";
import type { UserError } from "../payload.ts";
import type { CustomerGetsInput, DiscountForm, DiscountInput, IdChanges, ItemsInput } from "./input.ts";

/** An error before its field path gets the mutation's argument in front. */
type Problem = { at: string[]; message: string; code: string };

const MAX_TEXT = 255;

/** What a check looks at. */
type Subject = {
  form: DiscountForm;
  input: DiscountInput;
  before: Discount | null;
  store: ShopStore;
};

function titleProblems({ input: { title }, before }: Subject): Problem[] {
  if (title === undefined && before !== null) return [];
  if ((title ?? "").trim() === "") return [{ at: ["title"], message: "Title can't be blank", code: "BLANK" }];
  if ((title ?? "").length <= MAX_TEXT) return [];
  const message = `Title is too long (maximum is ${MAX_TEXT} characters)`;
  return [{ at: ["title"], message, code: "TOO_LONG" }];
}

function dateProblems({ input, before }: Subject): Problem[] {
  const startsAt = input.startsAt === undefined ? (before?.startsAt ?? null) : input.startsAt;
  const endsAt = input.endsAt === undefined ? (before?.endsAt ?? null) : input.endsAt;
  if (startsAt === null) return [{ at: ["startsAt"], message: "Starts at can't be blank", code: "BLANK" }];
  if (endsAt === null || Date.parse(endsAt) > Date.parse(startsAt)) return [];
  return [{ at: ["endsAt"], message: "Ends at needs to be after starts_at", code: "INVALID" }];
}

/** What is wrong with a redeem code for this discount: blank, too long, or another's. */
export function codeProblem(
  code: string,
  ownId: number | null,
  store: ShopStore,
): { message: string; code: string } | null {
  if (code === "") return { message: "Code is too short (minimum is 1 character)", code: "TOO_SHORT" };
  if (code.trim() === "") return { message: "Code can't be blank", code: "BLANK" };
  if (code.length > MAX_TEXT)
    return { message: `Code is too long (maximum is ${MAX_TEXT} characters)`, code: "TOO_LONG" };
  const other = discountByCode(store, code);
  if (other === undefined || other.id === ownId) return null;
  return { message: "Code must be unique. Please try a different code.", code: "TAKEN" };
}

function codeProblems({ form, input, before, store }: Subject): Problem[] {
  if (form.method !== "code") return [];
  const problems: Problem[] = [];
  if (input.code !== undefined || before === null) {
    const problem = codeProblem(input.code ?? "", before?.id ?? null, store);
    if (problem !== null) problems.push({ at: ["code"], ...problem });
  }
  if (typeof input.usageLimit === "number" && input.usageLimit <= 0)
    problems.push({
      at: ["usageLimit"],
      message: "Usage limit must be greater than 0",
      code: "GREATER_THAN",
    });
  return problems;
}

function amountProblem(text: string | null | undefined, store: ShopStore): Omit<Problem, "at"> | null {
  const minor = parseMoney(text ?? "", store.shop.currencyCode);
  if (minor === undefined) return { message: "Value is invalid", code: "INVALID" };
  // Shopify's own words for an amount that is below zero.
  return minor < 0
    ? { message: "Value must be less than or equal to 0", code: "LESS_THAN_OR_EQUAL_TO" }
    : null;
}

function valueProblems({ value }: CustomerGetsInput, { before, store }: Subject): Problem[] {
  const at = ["customerGets", "value"];
  const percentage = value?.percentage ?? null;
  const amount = value?.discountAmount ?? null;
  if (percentage !== null && amount !== null) {
    const message = "Only one of percentage or discountAmount can be provided.";
    return [{ at, message, code: "TOO_MANY_ARGUMENTS" }];
  }
  if (percentage !== null && (percentage < 0 || percentage > 1)) {
    const message = "Value must be between 0.0 and 1.0";
    return [{ at: [...at, "percentage"], message, code: "VALUE_OUTSIDE_RANGE" }];
  }
  if (amount !== null) {
    const problem = amountProblem(amount.amount, store);
    return problem === null ? [] : [{ at: [...at, "discountAmount", "amount"], ...problem }];
  }
  if (percentage !== null || before !== null) return [];
  return [{ at, message: "Value in 'customer gets' can't be blank", code: "BLANK" }];
}

/** Ids that name nothing in the shop. */
function unknownIds(ids: string[] | null | undefined, exists: (id: number) => boolean): number[] {
  return (ids ?? []).map((id) => parseGid(id)?.id ?? 0).filter((id) => !exists(id));
}

function unknown(at: string[], thing: string, ids: readonly number[]): Problem[] {
  return ids.map((id) => ({ at, message: `${thing} with id: ${id} is invalid`, code: "INVALID" }));
}

function itemProblems(items: ItemsInput | null | undefined, { before, store }: Subject): Problem[] {
  const at = ["customerGets", "items"];
  const { products, collections } = items ?? {};
  const isEmpty = items?.all !== true && !products && !collections;
  if (isEmpty)
    return before === null ? [{ at, message: "Items in 'customer gets' can't be blank", code: "BLANK" }] : [];
  const { tables } = store;
  const hasVariant = (id: number) =>
    tables.products.values().some(({ variants }) => variants.some((variant) => variant.id === id));
  return [
    ...unknown(
      [...at, "products", "productsToAdd"],
      "Product",
      unknownIds(products?.productsToAdd, (id) => tables.products.has(id)),
    ),
    ...unknown(
      [...at, "products", "productVariantsToAdd"],
      "Product variant",
      unknownIds(products?.productVariantsToAdd, hasVariant),
    ),
    ...unknown(
      [...at, "collections", "add"],
      "Collection",
      unknownIds(collections?.add, (id) => tables.collections.has(id)),
    ),
  ];
}

function basicProblems(subject: Subject): Problem[] {
  if (subject.form.value !== "basic") return [];
  const gets = subject.input.customerGets ?? {};
  return [...valueProblems(gets, subject), ...itemProblems(gets.items, subject)];
}

function freeShippingProblems({ form, input, store }: Subject): Problem[] {
  if (form.value !== "freeShipping") return [];
  const problems: Problem[] = [];
  if (input.combinesWith?.shippingDiscounts === true)
    problems.push({
      at: ["combinesWith"],
      message: "The combinesWith settings are not valid for the discount class.",
      code: "INVALID_COMBINES_WITH_FOR_DISCOUNT_CLASS",
    });
  if (typeof input.maximumShippingPrice === "string") {
    const problem = amountProblem(input.maximumShippingPrice, store);
    if (problem !== null) problems.push({ at: ["maximumShippingPrice"], ...problem });
  }
  return problems;
}

function contextProblems({ input, store }: Subject): Problem[] {
  const chosen = input.context ?? null;
  const { customers, segments } = store.tables;
  if (chosen !== null && (input.customerSelection ?? null) !== null) {
    const message = "Only one of context or customerSelection can be provided.";
    return [{ at: ["context"], message, code: "INVALID" }];
  }
  const added = (family: IdChanges | null | undefined, exists: (id: number) => boolean) =>
    unknownIds(family?.add, exists);
  const name = chosen === null ? "customerSelection" : "context";
  const selection = chosen ?? input.customerSelection;
  return [
    ...unknown(
      [name, "customers", "add"],
      "Customer",
      added(selection?.customers, (id) => customers.has(id)),
    ),
    ...unknown(
      [name, "customerSegments", "add"],
      "Customer segment",
      added(selection?.customerSegments, (id) => segments.has(id)),
    ),
  ];
}

function minimumProblems({ input: { minimumRequirement }, store }: Subject): Problem[] {
  const subtotal = minimumRequirement?.subtotal?.greaterThanOrEqualToSubtotal ?? null;
  const quantity = minimumRequirement?.quantity?.greaterThanOrEqualToQuantity ?? null;
  const at = ["minimumRequirement", "subtotal", "greaterThanOrEqualToSubtotal"];
  if (subtotal !== null && quantity !== null) {
    const message = "Minimum subtotal cannot be defined when minimum quantity is.";
    return [{ at, message, code: "CONFLICT" }];
  }
  const problem = subtotal === null ? null : amountProblem(subtotal, store);
  return problem === null ? [] : [{ at, ...problem }];
}

/** A shop that sells no subscriptions takes no word of them. */
function subscriptionProblems({ form, input, store }: Subject): Problem[] {
  const terms: CustomerGetsInput = form.value === "basic" ? (input.customerGets ?? {}) : input;
  const at = form.value === "basic" ? ["customerGets"] : [];
  const subject = form.value === "basic" ? "Customer gets applies" : "Applies";
  if (terms.appliesOnOneTimePurchase === false && terms.appliesOnSubscription === false) {
    const message =
      "A discount cannot have both appliesOnOneTimePurchase and appliesOnSubscription set to false.";
    return [{ at, message, code: "APPLIES_ON_NOTHING" }];
  }
  if (store.shop.sellsSubscriptions) return [];
  const sent: [unknown, string[], string][] = [
    [terms.appliesOnOneTimePurchase, [...at, "appliesOnOneTimePurchase"], `${subject} on one time purchase`],
    [terms.appliesOnSubscription, [...at, "appliesOnSubscription"], `${subject} on subscription`],
    [input.recurringCycleLimit, ["recurringCycleLimit"], "Recurring cycle limit"],
  ];
  return sent
    .filter(([value]) => value !== undefined && value !== null)
    .map(([, path, name]) => ({
      at: path,
      message: `${name} is not permitted for this shop.`,
      code: "INVALID",
    }));
}

/** What Shopify would refuse in a discount's input. Texts and codes as recorded, where they were. */
export function discountErrors(subject: Subject): UserError[] {
  const problems = [
    ...titleProblems(subject),
    ...codeProblems(subject),
    ...dateProblems(subject),
    ...basicProblems(subject),
    ...freeShippingProblems(subject),
    ...contextProblems(subject),
    ...minimumProblems(subject),
    ...subscriptionProblems(subject),
  ];
  return problems.map(({ at, message, code }) => ({
    field: [subject.form.argument, ...at],
    message,
    code,
    extraInfo: null,
  }));
}
