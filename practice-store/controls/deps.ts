import type { Faults } from "../faults/faults.ts";
import type { Installation } from "../shop/model.ts";
import type { ShopStore } from "../shop/store.ts";
import type { Webhooks } from "../webhooks/start.ts";

/** What the controls work on. */
export type ControlDeps = {
  store: ShopStore;
  clock: () => Date;
  faults: Faults;
  webhooks: Pick<Webhooks, "deliveries">;
  installation: () => Installation | null;
  /** Takes the app away and tells it so. */
  uninstall: () => void;
};
