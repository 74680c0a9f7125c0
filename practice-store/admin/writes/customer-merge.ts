import { GraphQLError } from "graphql";
import type { Customer } from "../../shop/model.ts";
import { type CustomerInput, updateCustomer } from "../../shop/actions/customers.ts";
import { mergeCustomers } from "../../shop/actions/merge-customers.ts";
import { gid, parseGid } from "../../shop/gid.ts";
import type { ShopStore } from "../../shop/store.ts";
import type { AdminContext, Node } from "../context.ts";
import { jobNode, jobState, startJob } from "./jobs.ts";
import { done, refused, type UserError } from "./payload.ts";
import { MAX_TAGS } from "./tag-list.ts";
import { givenTags } from "./tags.ts";

type OverrideFields = {
  customerIdOfEmailToKeep?: string | null;
  customerIdOfFirstNameToKeep?: string | null;
  customerIdOfLastNameToKeep?: string | null;
  customerIdOfPhoneNumberToKeep?: string | null;
  note?: string | null;
  tags?: string[] | null;
};

type MergeArgs = { customerOneId: string; customerTwoId: string; overrideFields?: OverrideFields | null };

type Personal = Pick<Customer, "firstName" | "lastName" | "email" | "phone">;

/** Who stays, who goes, and what the one who stays gets. */
type Merge = { kept: Customer; gone: Customer; chosen: Personal; alternate: Personal };

/** Characters that a customer's note may have. */
const MAX_NOTE = 5000;

/** Customers that merges resulted in, by job. They live as long as the process. */
const mergesOf = new WeakMap<ShopStore, Map<number, number>>();

const overrideOf = {
  firstName: "customerIdOfFirstNameToKeep",
  lastName: "customerIdOfLastNameToKeep",
  email: "customerIdOfEmailToKeep",
  phone: "customerIdOfPhoneNumberToKeep",
} as const;

/** Whose e-mail is kept stays (so in the recorded merge); without a choice the second one does. */
function planMerge(one: Customer, two: Customer, overrides: OverrideFields): Merge {
  const emailOwner = parseGid(overrides.customerIdOfEmailToKeep ?? "")?.id ?? two.id;
  const [kept, gone] = emailOwner === one.id ? [one, two] : [two, one];
  const pick = (field: keyof Personal, wanted: boolean): string | null => {
    const ownerId = parseGid(overrides[overrideOf[field]] ?? "")?.id;
    const isOfGone = ownerId === undefined ? kept[field] === null : ownerId === gone.id;
    return isOfGone === wanted ? gone[field] : kept[field];
  };
  const personal = (wanted: boolean): Personal => ({
    firstName: pick("firstName", wanted),
    lastName: pick("lastName", wanted),
    email: pick("email", wanted),
    phone: pick("phone", wanted),
  });
  return { kept, gone, chosen: personal(true), alternate: personal(false) };
}

/** A note and tags as the merge joins them: those of the one who stays first. */
function joined({ kept, gone }: Merge): { note: string | null; tags: string[] } {
  const notes = [kept.note, gone.note].filter((note) => note !== null);
  return {
    note: notes.length === 0 ? null : notes.join(" "),
    tags: [...new Set([...kept.tags, ...gone.tags])],
  };
}

/** What of the joined customer is more than a customer may have, and no override makes less; null where nothing is. */
function blocking(merge: Merge, { note = null, tags = null }: OverrideFields) {
  const both = joined(merge);
  const isNoteTooLong = (note ?? both.note ?? "").length > MAX_NOTE;
  const areTagsTooMany = (tags ?? both.tags).length > MAX_TAGS;
  if (!isNoteTooLong && !areTagsTooMany) return null;
  return { note: isNoteTooLong ? both.note : null, tags: areTagsTooMany ? both.tags : [] };
}

function findCustomer(id: string, { store }: AdminContext): Customer | undefined {
  const parsed = parseGid(id);
  return parsed?.type === "Customer" ? store.get("customers", parsed.id) : undefined;
}

function missing(field: keyof MergeArgs, id: string): UserError {
  const message = `Customer does not exist with ID ${parseGid(id)?.id ?? id}`;
  return { field: [field], message, code: "INVALID_CUSTOMER_ID" };
}

/** Both customers, or what Shopify says where they can't be merged. */
function findBoth(
  { customerOneId, customerTwoId }: MergeArgs,
  ctx: AdminContext,
): { one: Customer; two: Customer } | { error: UserError } {
  const one = findCustomer(customerOneId, ctx);
  if (one === undefined) return { error: missing("customerOneId", customerOneId) };
  const two = findCustomer(customerTwoId, ctx);
  if (two === undefined) return { error: missing("customerTwoId", customerTwoId) };
  if (one.id !== two.id) return { one, two };
  return {
    error: { field: null, message: "Customers IDs should not match", code: "INVALID_CUSTOMER_ID" },
  };
}

function merge(args: MergeArgs, ctx: AdminContext): Node {
  const payload = "CustomerMergePayload";
  const both = findBoth(args, ctx);
  if ("error" in both) return refused(payload, ["resultingCustomerId", "job"], [both.error]);
  const { store, clock } = ctx;
  const overrides = args.overrideFields ?? {};
  const plan = planMerge(both.one, both.two, overrides);
  const { kept, gone, chosen } = plan;
  if (blocking(plan, overrides) !== null) {
    const message = "Customers can't be merged: the joined note or tags are more than a customer may have";
    return refused(
      payload,
      ["resultingCustomerId", "job"],
      [{ field: null, message, code: "INVALID_CUSTOMER" }],
    );
  }
  const job = startJob(store, () => {
    const merged = mergeCustomers(store, clock, kept, gone);
    const change: CustomerInput = { ...chosen };
    if (typeof overrides.note === "string") change.note = overrides.note;
    change.tags = givenTags(overrides.tags ?? merged.tags);
    updateCustomer(store, clock, merged, change);
  });
  const merges = mergesOf.get(store) ?? new Map<number, number>();
  mergesOf.set(store, merges.set(job, kept.id));
  return done(payload, { resultingCustomerId: gid("Customer", kept.id), job: jobNode(job, false) });
}

function emailNode(email: string | null): Node | null {
  return email === null ? null : { __typename: "CustomerEmailAddress", emailAddress: email };
}

function phoneNode(phone: string | null): Node | null {
  return phone === null ? null : { __typename: "CustomerPhoneNumber", phoneNumber: phone };
}

function personalFields({ firstName, lastName, email, phone }: Personal) {
  return { firstName, lastName, email: () => emailNode(email), phoneNumber: () => phoneNode(phone) };
}

function badRequest(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "BAD_REQUEST" } });
}

function preview(args: MergeArgs, ctx: AdminContext): Node {
  if (args.customerOneId === args.customerTwoId) throw badRequest("Customers must be different.");
  const both = findBoth(args, ctx);
  if ("error" in both) throw badRequest(both.error.message);
  const overrides = args.overrideFields ?? {};
  const plan = planMerge(both.one, both.two, overrides);
  const { kept, gone, chosen, alternate } = plan;
  const blocked = blocking(plan, overrides);
  const { firstName, lastName, email } = chosen;
  const name = [firstName, lastName].filter((part) => part !== null).join(" ");
  return {
    __typename: "CustomerMergePreview",
    resultingCustomerId: gid("Customer", kept.id),
    defaultFields: {
      __typename: "CustomerMergePreviewDefaultFields",
      ...personalFields(chosen),
      displayName: name || (email ?? ""),
      ...joined(plan),
      orderCount: () => String(ctx.store.ordersOf(kept.id).length + ctx.store.ordersOf(gone.id).length),
    },
    alternateFields: { __typename: "CustomerMergePreviewAlternateFields", ...personalFields(alternate) },
    blockingFields:
      blocked === null ? null : { __typename: "CustomerMergePreviewBlockingFields", ...blocked },
    customerMergeErrors: null,
  };
}

function jobStatus({ jobId }: { jobId: string }, { store }: AdminContext): Node | null {
  const id = parseGid(jobId)?.id ?? 0;
  const resultId = mergesOf.get(store)?.get(id);
  if (resultId === undefined) return null;
  return {
    __typename: "CustomerMergeRequest",
    jobId,
    resultingCustomerId: gid("Customer", resultId),
    status: jobState(store, id)?.done === true ? "COMPLETED" : "IN_PROGRESS",
    customerMergeErrors: [],
  };
}

/** The mutation that merges two customers. */
export function customerMergeMutations(ctx: AdminContext) {
  return { customerMerge: (args: MergeArgs) => merge(args, ctx) };
}

/** The root fields that show a merge beforehand and tell how it goes. */
export function customerMergeQueries(ctx: AdminContext): Record<string, unknown> {
  return {
    customerMergePreview: (args: MergeArgs) => preview(args, ctx),
    customerMergeJobStatus: (args: { jobId: string }) => jobStatus(args, ctx),
  };
}
