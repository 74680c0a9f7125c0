import { type Request, Router } from "express";
import { z } from "zod";
import { createCustomer, deleteCustomer, updateCustomer } from "../shop/actions/customers.ts";
import { mergeCustomers } from "../shop/actions/merge-customers.ts";
import { gid } from "../shop/gid.ts";
import type { Customer } from "../shop/model.ts";
import type { ControlDeps } from "./deps.ts";
import { idOf } from "./input.ts";
import { answering, created, found, ok, read, Refusal } from "./reply.ts";

const customerBody = z.strictObject({
  firstName: z.string().nullable().exactOptional(),
  lastName: z.string().nullable().exactOptional(),
  email: z.email().nullable().exactOptional(),
  phone: z.string().nullable().exactOptional(),
  locale: z.string().exactOptional(),
  countryCode: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be two capitals such as "GB"')
    .nullable()
    .exactOptional(),
  note: z.string().nullable().exactOptional(),
  tags: z.array(z.string().min(1).max(255)).max(250).exactOptional(),
  emailMarketing: z.enum(["NOT_SUBSCRIBED", "SUBSCRIBED", "UNSUBSCRIBED", "PENDING"]).exactOptional(),
});

const mergeBody = z
  .strictObject({ keepId: idOf("Customer"), deleteId: idOf("Customer") })
  .refine(({ keepId, deleteId }) => keepId !== deleteId, "keepId and deleteId are the same customer");

/** What the controls answer of a customer. */
function summary({ id, firstName, lastName, email, tags }: Customer) {
  return { id, gid: gid("Customer", id), firstName, lastName, email, tags };
}

/** `/practice/customers`: create, change, merge, delete. */
export function customerControls({ store, clock }: ControlDeps): Router {
  const customer = (id: number) => found(store.get("customers", id), `customer ${id}`);
  const customerIn = (request: Request) => customer(read(idOf("Customer"), request.params.id));
  const router = Router();
  router.post(
    "/",
    answering((request) => {
      const input = read(customerBody, request.body ?? {});
      return created(summary(createCustomer(store, clock, input)));
    }),
  );
  router.post(
    "/merge",
    answering((request) => {
      const { keepId, deleteId } = read(mergeBody, request.body);
      const kept = mergeCustomers(store, clock, customer(keepId), customer(deleteId));
      return ok({ ...summary(kept), orders: store.ordersOf(kept.id).length, deleted: deleteId });
    }),
  );
  router.post(
    "/:id",
    answering((request) => {
      const change = read(customerBody, request.body);
      return ok(summary(updateCustomer(store, clock, customerIn(request), change)));
    }),
  );
  router.delete(
    "/:id",
    answering((request) => {
      const gone = customerIn(request);
      const outcome = deleteCustomer(store, clock, gone);
      if (!outcome.ok) throw new Refusal(409, outcome.problem);
      return ok({ deleted: gone.id });
    }),
  );
  return router;
}
