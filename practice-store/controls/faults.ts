import { Router } from "express";
import { z } from "zod";
import { type ApiFaults, clearFaults, setFaults, type WebhookFaults } from "../faults/faults.ts";
import type { ControlDeps } from "./deps.ts";
import { answering, ok, read } from "./reply.ts";

const rate = z.number().min(0).max(1);
const milliseconds = z.number().int().min(0).max(3_600_000);

const faultsBody = z.strictObject({
  api: z
    .strictObject({
      errorRate: rate.exactOptional(),
      throttled: z.boolean().exactOptional(),
      latencyMs: milliseconds.exactOptional(),
      bulkFailsAfter: z.number().int().min(0).nullable().exactOptional(),
    } satisfies Record<keyof ApiFaults, z.ZodType>)
    .default({}),
  webhooks: z
    .strictObject({
      drop: rate.exactOptional(),
      duplicate: rate.exactOptional(),
      shuffleMs: milliseconds.exactOptional(),
      delayMs: milliseconds.exactOptional(),
    } satisfies Record<keyof WebhookFaults, z.ZodType>)
    .default({}),
});

/** `/practice/faults`: show, set, clear. */
export function faultControls({ faults }: ControlDeps): Router {
  const shown = () => {
    const { errorRate, throttled, latencyMs, bulkFailsAfter } = faults.api;
    return ok({ api: { errorRate, throttled, latencyMs, bulkFailsAfter }, webhooks: faults.webhooks });
  };
  const router = Router();
  router.get("/", answering(shown));
  router.post(
    "/",
    answering((request) => {
      setFaults(faults, read(faultsBody, request.body));
      return shown();
    }),
  );
  router.delete(
    "/",
    answering(() => {
      clearFaults(faults);
      return shown();
    }),
  );
  return router;
}
