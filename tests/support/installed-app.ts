import { keepGrant } from "./keep-grant.ts";
import { redirectShopify, startPracticeStore, type PracticeStore } from "./practice-store.ts";

/** A practice store on which the app is installed: its token is in the database, its requests go there. */
export async function installedApp(
  flags: readonly string[],
): Promise<{ store: PracticeStore; stop: () => Promise<void> }> {
  const store = await startPracticeStore(flags);
  const undo = redirectShopify(store);
  await keepGrant(store);
  const stop = async (): Promise<void> => {
    undo();
    await store.stop();
  };
  return { store, stop };
}
