import { customersRefresh } from "./customers-refresh.server.ts";
import { deliveryApply } from "./delivery-apply.server.ts";
import { importRun } from "./import-run.server.ts";
import type { Handlers } from "./index.server.ts";
import { planBuild } from "./plan-build.server.ts";
import { planSend } from "./plan-send.server.ts";
import { reportsMake } from "./reports-make.server.ts";
import { scoresRefresh } from "./scores-refresh.server.ts";
import { shopReconcile } from "./shop-reconcile.server.ts";
import { shopRedact } from "./shop-redact.server.ts";
import { shopRefresh } from "./shop-refresh.server.ts";
import { shopsRollDay } from "./shops-roll-day.server.ts";
import { stuckSweep } from "./stuck-sweep.server.ts";
import { valueRefresh } from "./value-refresh.server.ts";

/** What runs for each job of the catalogue. */
export const handlers: Handlers = {
  "import.run": importRun,
  "delivery.apply": deliveryApply,
  "shop.reconcile": shopReconcile,
  "customers.refresh": customersRefresh,
  "shop.refresh": shopRefresh,
  "scores.refresh": scoresRefresh,
  "value.refresh": valueRefresh,
  "reports.make": reportsMake,
  "shops.roll-day": shopsRollDay,
  "plan.build": planBuild,
  "plan.send": planSend,
  "stuck.sweep": stuckSweep,
  "shop.redact": shopRedact,
};
