import { z } from "zod";
import { toShopId } from "#app/platform/ids.ts";

/** What every job is: its payload (ids, never data), its identity, and how often it is tried. */
type Definition<Payload extends z.ZodType> = {
  payload: Payload;
  /** Two waiting jobs with the same key are one. */
  key?: (payload: z.output<Payload>) => string;
  /** Jobs of one queue run one after another. */
  queue?: (payload: z.output<Payload>) => string;
  maxAttempts: number;
  /** Five-field cron line, UTC; the payload is then empty. */
  cron?: string;
};

function define<Payload extends z.ZodType>(definition: Definition<Payload>): Definition<Payload> {
  return definition;
}

const shopId = z.number().transform(toShopId);
/** Shopify's numbers as decimal text: JSON has no 64-bit integers. */
const idText = z.string().regex(/^\d+$/);

export const catalogue = {
  /** Reads the shop's history into the mirror; goes on where a killed worker stopped. */
  "import.run": define({
    payload: z.object({ shopId, importId: z.number() }),
    key: (job) => `import:${job.shopId}`,
    queue: (job) => `shop:${job.shopId}:import`,
    maxAttempts: 25,
  }),
  /** Applies one webhook delivery from the inbox to the mirror. */
  "delivery.apply": define({
    payload: z.object({ shopId, deliveryId: z.string() }),
    key: (job) => `delivery:${job.shopId}:${job.deliveryId}`,
    maxAttempts: 12,
  }),
  /** Reads again what changed in the shop lately, for webhooks that were lost. */
  "shop.reconcile": define({
    payload: z.object({ shopId }),
    key: (job) => `reconcile:${job.shopId}`,
    queue: (job) => `shop:${job.shopId}:import`,
    maxAttempts: 5,
  }),
  /** Facts, standing and changes of a few customers, after something of theirs changed: only `orders`, if given. */
  "customers.refresh": define({
    payload: z.object({
      shopId,
      customerIds: z.array(idText),
      orders: z.array(z.object({ orderId: idText, customerId: idText })).optional(),
    }),
    queue: (job) => `shop:${job.shopId}:refresh`,
    maxAttempts: 12,
  }),
  /** Facts, scores and standings of the whole shop: after an import, a new policy, a changed setting. */
  "shop.refresh": define({
    payload: z.object({ shopId, cause: z.enum(["import", "policy", "settings", "repair"]) }),
    key: (job) => `refresh:${job.shopId}:${job.cause}`,
    queue: (job) => `shop:${job.shopId}:refresh`,
    maxAttempts: 12,
  }),
  /** Scores of the whole shop, after its own way of scoring changed. */
  "scores.refresh": define({
    payload: z.object({ shopId }),
    key: (job) => `scores:${job.shopId}`,
    queue: (job) => `shop:${job.shopId}:refresh`,
    maxAttempts: 12,
  }),
  /**
   * What follows from facts for everybody, day by day: predictions, stages, due lists; then the reports. Beside
   * customers.refresh, which does not wait for it (`app/value/touched.server.ts`).
   */
  "value.refresh": define({
    payload: z.object({ shopId }),
    key: (job) => `value:${job.shopId}`,
    queue: (job) => `shop:${job.shopId}:value`,
    maxAttempts: 5,
  }),
  /** Works the figures of the Insights pages out. */
  "reports.make": define({
    payload: z.object({ shopId }),
    key: (job) => `reports:${job.shopId}`,
    queue: (job) => `shop:${job.shopId}:reports`,
    maxAttempts: 5,
  }),
  /** At the start of each shop day: orders leave windows, scores age. Runs every 15 minutes over all shops. */
  "shops.roll-day": define({ payload: z.looseObject({}), maxAttempts: 3, cron: "*/15 * * * *" }),
  /** Builds a plan of everything that Shopify should get. */
  "plan.build": define({
    payload: z.object({ shopId, planId: z.number() }),
    key: (job) => `plan:${job.shopId}`,
    queue: (job) => `shop:${job.shopId}:refresh`,
    maxAttempts: 5,
  }),
  /** Sends the approved changes of a plan; goes on where it stopped. */
  "plan.send": define({
    payload: z.object({ shopId, planId: z.number() }),
    key: (job) => `send:${job.shopId}:${job.planId}`,
    queue: (job) => `shop:${job.shopId}:send`,
    maxAttempts: 25,
  }),
  /** Finds what got stuck (imports, plans, deliveries without a job) and sets it going again. */
  "stuck.sweep": define({ payload: z.looseObject({}), maxAttempts: 1, cron: "*/5 * * * *" }),
  /** Erases a shop's rows, 48 hours after it uninstalled (Shopify's shop/redact). */
  "shop.redact": define({ payload: z.object({ shopId }), maxAttempts: 12 }),
} as const;

export type JobName = keyof typeof catalogue;
export type JobInput<Name extends JobName> = z.input<(typeof catalogue)[Name]["payload"]>;
export type JobPayload<Name extends JobName> = z.output<(typeof catalogue)[Name]["payload"]>;
