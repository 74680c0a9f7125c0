import { discountState, segmentState, standingState, tagsState, type ChangeDraft } from "./model.ts";

/** One row of the manifest: something of ours that stands in Shopify. */
export type ManifestRow = { kind: string; subject: string; value: unknown };

/** The change that takes it away again. Rows of an unknown kind give none. */
export function removalChanges(rows: readonly ManifestRow[]): ChangeDraft[] {
  const reason = { key: "removal" } as const;
  return rows.flatMap(({ kind, subject, value }): ChangeDraft[] => {
    switch (kind) {
      case "tag":
        return [
          { kind: "customer.tags", subject, before: tagsState.parse(value), after: { tags: [] }, reason },
        ];
      case "metafield":
        return [
          {
            kind: "customer.standing",
            subject,
            before: standingState.parse(value),
            after: { value: null },
            reason,
          },
        ];
      case "segment":
        return [{ kind: "segment", subject, before: segmentState.parse(value), after: null, reason }];
      case "discount":
        return [{ kind: "discount", subject, before: discountState.parse(value), after: null, reason }];
      default:
        return [];
    }
  });
}
