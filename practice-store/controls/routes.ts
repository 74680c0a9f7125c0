import express, { Router } from "express";
import { appControls } from "./app.ts";
import { customerControls } from "./customers.ts";
import { deliveryControls } from "./deliveries.ts";
import type { ControlDeps } from "./deps.ts";
import { faultControls } from "./faults.ts";
import { orderControls } from "./orders.ts";
import { productControls } from "./products.ts";
import { answerRefusals } from "./reply.ts";

/** `/practice/*`: makes things happen in the shop, for tests, demos and trying out. */
export function controlRoutes(deps: ControlDeps): Router {
  const controls = Router();
  // Whatever it says it is: a body sent without a content type is JSON too.
  controls.use(express.json({ type: () => true }));
  controls.use("/orders", orderControls(deps));
  controls.use("/customers", customerControls(deps));
  controls.use("/products", productControls(deps));
  controls.use("/faults", faultControls(deps));
  controls.use("/deliveries", deliveryControls(deps));
  controls.use(appControls(deps));
  controls.use((request, response) => {
    response.status(404).json({ error: `there is no control ${request.method} ${request.originalUrl}` });
  });
  controls.use(answerRefusals);
  const router = Router();
  router.use("/practice", controls);
  return router;
}
