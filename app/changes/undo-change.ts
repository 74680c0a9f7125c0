import type { ChangeDraft } from "./model.ts";

/** The change back: before and after swapped. A discount or segment that was deleted is made anew. */
export function undoChange(change: ChangeDraft): ChangeDraft {
  const reason = { key: "undo" } as const;
  switch (change.kind) {
    case "customer.tags":
      return { ...change, before: change.after, after: change.before, reason };
    case "customer.standing":
      return { ...change, before: change.after, after: change.before, reason };
    case "segment":
      return { ...change, before: change.after, after: change.before, reason };
    case "discount":
      return { ...change, before: change.after, after: change.before, reason };
  }
}
