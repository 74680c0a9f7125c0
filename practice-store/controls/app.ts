import { Router } from "express";
import { z } from "zod";
import { announce } from "../shop/actions/announce.ts";
import {
  type ComplianceTopic,
  customerRedactPayload,
  dataRequestPayload,
  shopRedactPayload,
} from "../webhooks/payloads/privacy.ts";
import type { ControlDeps } from "./deps.ts";
import { idOf } from "./input.ts";
import { answering, found, ok, read, Refusal } from "./reply.ts";

const complianceTopic = z.enum(
  ["customers/data_request", "customers/redact", "shop/redact"],
  "must be customers/data_request, customers/redact or shop/redact",
) satisfies z.ZodType<ComplianceTopic>;

const customerBody = z.strictObject({ customerId: idOf("Customer") });

function complianceEvent({ store }: ControlDeps, topic: ComplianceTopic, body: unknown) {
  const { shop } = store;
  if (topic === "shop/redact") return { topic, subjectId: shop.id, payload: () => shopRedactPayload(shop) };
  const { customerId } = read(customerBody, body ?? {});
  const customer = found(store.get("customers", customerId), `customer ${customerId}`);
  const orders = store.ordersOf(customerId);
  const payload =
    topic === "customers/redact"
      ? () => customerRedactPayload(customer, orders, shop)
      : () => dataRequestPayload(customer, orders, store.nextId(), shop);
  return { topic, subjectId: customerId, payload };
}

/** `/practice/uninstall` and `/practice/compliance/<topic>`. */
export function appControls(deps: ControlDeps): Router {
  const { store, clock, installation, uninstall } = deps;
  const router = Router();
  router.post(
    "/uninstall",
    answering(() => {
      const app = installation();
      if (app === null) throw new Refusal(409, "the app is not installed");
      uninstall();
      return ok({ uninstalled: app.title });
    }),
  );
  router.post(
    "/compliance/:subject/:wish",
    answering((request) => {
      const { subject, wish } = request.params;
      const topic = read(complianceTopic, `${subject}/${wish}`);
      const event = complianceEvent(deps, topic, request.body);
      announce(store, clock().toISOString(), [event]);
      return ok({ sent: event.topic, subjectId: event.subjectId });
    }),
  );
  return router;
}
