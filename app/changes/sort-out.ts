import { decideStanding, decideTags } from "./decide.ts";
import type { CustomerNow } from "./customers-now.server.ts";
import type { Outcome } from "./settle-changes.server.ts";
import type { SendingChange } from "./take-changes.server.ts";

export type CustomerChange = SendingChange<"customer.tags" | "customer.standing">;

/** Parts changes into those to send and those that what Shopify has now already settles. */
export function sortOut<Change extends CustomerChange>(
  changes: readonly Change[],
  now: ReadonlyMap<string, CustomerNow>,
): { send: Change[]; settled: Outcome[] } {
  const send: Change[] = [];
  const settled: Outcome[] = [];
  for (const change of changes) {
    const outcome = settledBy(change, now.get(change.subject));
    if (outcome === undefined) send.push(change);
    else settled.push(outcome);
  }
  return { send, settled };
}

function settledBy(change: CustomerChange, now: CustomerNow | undefined): Outcome | undefined {
  // Deleted or merged away meanwhile: nothing is left to write on, and nothing of ours is left there.
  if (now === undefined) return { change, state: "skipped", now: null };
  const decision =
    change.kind === "customer.tags" ? decideTags(change, now.tags) : decideStanding(change, now.standing);
  if (decision === "send") return undefined;
  if (decision === "skip") return { change, state: "skipped", now: change.after };
  return { change, state: "drift", error: `Shopify has ${now.tags.join(", ") || "no tags"}` };
}
