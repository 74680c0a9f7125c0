import { Router } from "express";
import { z } from "zod";
import { parseGid } from "../shop/gid.ts";
import type { Delivery } from "../webhooks/delivery.ts";
import type { ControlDeps } from "./deps.ts";
import { instant } from "./input.ts";
import { answering, ok, read } from "./reply.ts";

const filters = z.strictObject({
  topic: z.string().optional(),
  state: z.enum(["pending", "delivered", "failed", "dropped"]).optional(),
  subjectId: z
    .string()
    .transform((text) => parseGid(text)?.id ?? Number(text))
    .optional(),
  since: instant.optional(),
  limit: z.coerce.number().int().min(1).max(5000).default(100),
  payload: z.enum(["0", "1"]).default("0"),
});

type Filters = z.infer<typeof filters>;

function matches(delivery: Delivery, { topic, state, subjectId, since }: Filters): boolean {
  return (
    (topic === undefined || delivery.topic === topic) &&
    (state === undefined || delivery.state === state) &&
    (subjectId === undefined || delivery.subjectId === subjectId) &&
    (since === undefined || delivery.triggeredAt >= since)
  );
}

function shown({ body, ...delivery }: Delivery, withPayload: boolean): unknown {
  if (!withPayload) return delivery;
  const payload: unknown = JSON.parse(body);
  return { ...delivery, payload };
}

/** `/practice/deliveries`: the latest webhook deliveries, newest first. */
export function deliveryControls({ webhooks }: ControlDeps): Router {
  const router = Router();
  router.get(
    "/",
    answering((request) => {
      const asked = read(filters, request.query);
      const found = webhooks.deliveries().filter((delivery) => matches(delivery, asked));
      const newest = found.toReversed().slice(0, asked.limit);
      return ok({
        total: found.length,
        deliveries: newest.map((delivery) => shown(delivery, asked.payload === "1")),
      });
    }),
  );
  return router;
}
