import type { Customer } from "../../shop/model.ts";
import {
  createCustomer,
  type CustomerInput as CustomerChange,
  deleteCustomer,
  updateCustomer,
} from "../../shop/actions/customers.ts";
import { gid, parseGid } from "../../shop/gid.ts";
import { notPractised } from "../resolve.ts";
import type { AdminContext, Node } from "../context.ts";
import { shopNode } from "../reads/shop.ts";
import { done, refused, type UserError } from "./payload.ts";
import { givenTags, tagsProblem } from "./tags.ts";

type CustomerInput = {
  id?: string | null;
  firstName?: string | null;
  lastName?: string | null;
  email?: string | null;
  phone?: string | null;
  note?: string | null;
  locale?: string | null;
  tags?: string[] | null;
};

const PRACTISED = new Set(["id", "firstName", "lastName", "email", "phone", "note", "locale", "tags"]);

/** A part of the input that would be lost is refused, never passed over. */
function requirePractised(input: CustomerInput): void {
  const unknown = Object.keys(input).find((field) => !PRACTISED.has(field));
  if (unknown !== undefined) throw notPractised("CustomerInput", unknown);
}

function findCustomer(id: string, ctx: AdminContext): Customer | undefined {
  const parsed = parseGid(id);
  return parsed?.type === "Customer" ? ctx.store.get("customers", parsed.id) : undefined;
}

/** What is given; a text of nothing but blanks empties the field. */
function changeOf(input: CustomerInput): CustomerChange {
  const change: CustomerChange = {};
  for (const field of ["firstName", "lastName", "email", "phone", "note"] as const) {
    const text = input[field];
    if (text !== undefined) change[field] = text?.trim() || null;
  }
  if (typeof input.locale === "string") change.locale = input.locale;
  if (input.tags !== undefined) change.tags = givenTags(input.tags ?? []);
  return change;
}

function isTaken(field: "email" | "phone", value: string, ownId: number | null, ctx: AdminContext): boolean {
  return ctx.store.tables.customers
    .values()
    .some(({ id, [field]: other }) => id !== ownId && other?.toLowerCase() === value.toLowerCase());
}

function contactErrors(
  { email, phone }: CustomerChange,
  ownId: number | null,
  ctx: AdminContext,
): UserError[] {
  const errors: UserError[] = [];
  if (typeof email === "string") {
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
      errors.push({ field: ["email"], message: "Email is invalid" });
    else if (isTaken("email", email, ownId, ctx))
      errors.push({ field: ["email"], message: "Email has already been taken" });
  }
  if (typeof phone === "string") {
    if (!/^\+?[\d\s().-]{5,20}$/.test(phone)) errors.push({ field: ["phone"], message: "Phone is invalid" });
    else if (isTaken("phone", phone, ownId, ctx))
      errors.push({ field: ["phone"], message: "Phone has already been taken" });
  }
  return errors;
}

function errorsOf(change: CustomerChange, ownId: number | null, ctx: AdminContext): UserError[] {
  const problem = tagsProblem(change.tags ?? []);
  const tagErrors = problem === null ? [] : [{ field: ["tags"], message: problem }];
  return [...contactErrors(change, ownId, ctx), ...tagErrors];
}

function create({ input }: { input: CustomerInput }, ctx: AdminContext): Node {
  requirePractised(input);
  const change = changeOf(input);
  const { firstName, lastName, email, phone } = change;
  const errors = errorsOf(change, null, ctx);
  if ([firstName, lastName, email, phone].every((text) => (text ?? null) === null))
    errors.push({ field: null, message: "A name, phone number, or email address must be present" });
  if (errors.length > 0) return refused("CustomerCreatePayload", ["customer"], errors);
  const customer = createCustomer(ctx.store, ctx.clock, change);
  return done("CustomerCreatePayload", { customer: () => ctx.nodes.customer(customer, ctx) });
}

function update({ input }: { input: CustomerInput }, ctx: AdminContext): Node {
  requirePractised(input);
  const found = typeof input.id === "string" ? findCustomer(input.id, ctx) : undefined;
  if (found === undefined) {
    const error = { field: ["id"], message: "Customer does not exist" };
    return refused("CustomerUpdatePayload", ["customer"], [error]);
  }
  const change = changeOf(input);
  const errors = errorsOf(change, found.id, ctx);
  if (errors.length > 0) return refused("CustomerUpdatePayload", ["customer"], errors);
  const customer = updateCustomer(ctx.store, ctx.clock, found, change);
  return done("CustomerUpdatePayload", { customer: () => ctx.nodes.customer(customer, ctx) });
}

function remove({ input }: { input: { id: string } }, ctx: AdminContext): Node {
  const shop = () => shopNode(ctx);
  const refuse = (message: string): Node => ({
    ...refused("CustomerDeletePayload", ["deletedCustomerId"], [{ field: ["id"], message }]),
    shop,
  });
  const found = findCustomer(input.id, ctx);
  if (found === undefined) return refuse("Customer can't be found");
  if (!deleteCustomer(ctx.store, ctx.clock, found).ok)
    return refuse("Customer can’t be deleted because they have associated orders");
  return done("CustomerDeletePayload", { deletedCustomerId: gid("Customer", found.id), shop });
}

/** The mutations that create, change and delete customers. */
export function customerMutations(ctx: AdminContext) {
  return {
    customerCreate: (args: { input: CustomerInput }) => create(args, ctx),
    customerUpdate: (args: { input: CustomerInput }) => update(args, ctx),
    customerDelete: (args: { input: { id: string } }) => remove(args, ctx),
  };
}
