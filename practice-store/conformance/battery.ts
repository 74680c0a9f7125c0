import { z } from "zod";
import type { ShopStore } from "../shop/store.ts";
import { discountReplays } from "./discount-replays.ts";
import { places, type Recording, type Replay } from "./plan.ts";
import {
  CUSTOMER_CREATE,
  MERGE,
  MERGE_BLANK_IDS,
  MERGE_PREVIEW,
  MERGE_READ,
  MERGE_STATUS,
  MERGE_WITHOUT_TWO,
  METAFIELDS_READ,
  METAFIELDS_SET,
  TAGS_ADD,
  TAGS_ADD_READ,
  TAGS_REMOVE,
  TAGS_REMOVE_READ,
} from "./queries.ts";
import { entry, readStep, type Step } from "./recordings.ts";
import { seedMetafields, seedProduct } from "./seed.ts";

const seeded = z.object({ id: z.string(), metafields: z.object({ nodes: z.unknown() }) });

/** A product with the metafields that a recorded read showed. */
function seedRead(store: ShopStore, from: Recording, path: string): void {
  const product = seeded.parse(entry(from, path));
  seedProduct(store, product);
  seedMetafields(store, product.id, product.metafields.nodes);
}

const tags: Replay[] = [
  {
    recording: "tags-add-parity",
    seed: (store, from) => seedProduct(store, from.seedProduct),
    steps: places({ at: "mutation", query: TAGS_ADD }, { at: "delayedDownstreamRead", query: TAGS_ADD_READ }),
  },
  {
    recording: "tags-remove-parity",
    seed: (store, from) => {
      const added = ["hermes-sale-1783081819761", "hermes-summer-1783081819761"];
      seedProduct(store, from.seedProduct, ["existing", "hermes-state-1783081819761", ...added]);
    },
    steps: places(
      { at: "mutation", query: TAGS_REMOVE },
      { at: "delayedDownstreamRead", query: TAGS_REMOVE_READ },
    ),
  },
  {
    recording: "tags-normalization-parity",
    seed: (store, from) => {
      for (const value of Object.values(entry(from, "tagNormalization")))
        seedProduct(store, entry(z.record(z.string(), z.unknown()).parse(value), "seedProduct"));
    },
    steps: (from) =>
      Object.keys(entry(from, "tagNormalization")).map((name) =>
        readStep(from, { at: `tagNormalization.${name}.mutation` }),
      ),
  },
];

const metafields: Replay[] = [
  {
    recording: "metafields-set-parity",
    seed: (store, from) => seedProduct(store, entry(from, "downstreamRead.data.product")),
    steps: (from) => [
      readStep(from, { at: "mutation", query: METAFIELDS_SET }),
      readStep(from, {
        at: "downstreamRead",
        query: METAFIELDS_READ,
        variables: entry(from, "downstreamReadVariables"),
      }),
    ],
  },
  ...["metafields-set-cas-success-parity", "metafields-set-over-limit-parity"].map((recording): Replay => ({
    recording,
    seed: (store, from) => seedRead(store, from, "preconditionRead.data.product"),
    steps: (from) => {
      const variables = entry(from, "downstreamReadVariables");
      return [
        readStep(from, { at: "preconditionRead", query: METAFIELDS_READ, variables }),
        readStep(from, { at: "mutation", query: METAFIELDS_SET }),
        readStep(from, { at: "downstreamRead", query: METAFIELDS_READ, variables }),
      ];
    },
  })),
];

function everyCase(from: Recording): Step[] {
  return z
    .array(z.unknown())
    .parse(from.cases)
    .map((_case, index) => readStep(from, { at: `cases.${index}` }));
}

const segments: Replay[] = [
  { recording: "segment-lifecycle-validation", steps: everyCase },
  { recording: "segment-create-update-query-grammar", steps: everyCase },
];

const customers: Replay[] = [
  {
    recording: "customer-merge-parity",
    steps: places(
      { at: "precondition.createOne", query: CUSTOMER_CREATE },
      { at: "precondition.createTwo", query: CUSTOMER_CREATE },
      { at: "preview", query: MERGE_PREVIEW },
      { at: "validation.missingArgument", query: MERGE_WITHOUT_TWO },
      { at: "validation.blankLiteralIds", query: MERGE_BLANK_IDS },
      { at: "validation.selfPreview", query: MERGE_PREVIEW },
      { at: "validation.selfMerge", query: MERGE },
      { at: "validation.unknownCustomer", query: MERGE },
      { at: "validation.duplicatedUnknownCustomer", query: MERGE },
      { at: "mutation", query: MERGE },
      { at: "status", query: MERGE_STATUS },
      { at: "downstreamRead", query: MERGE_READ },
    ),
  },
];

function everyValidation(from: Recording): Step[] {
  return Object.keys(entry(from, "validations")).map((name) => readStep(from, { at: `validations.${name}` }));
}

const bulk: Replay[] = [
  { recording: "bulk-operation-run-query-validators", steps: everyValidation },
  { recording: "bulk-operation-run-mutation-user-errors", steps: everyValidation },
];

/** Every recording that falls into the practised part. */
export const replays: readonly Replay[] = [
  ...tags,
  ...metafields,
  ...segments,
  ...discountReplays,
  ...customers,
  ...bulk,
];

/** Recordings, or parts of them, that are not replayed here, and why. */
export const leftOut: Record<string, string> = {
  "bulk-operation-run-query-concurrency-limit":
    "how long an operation runs is the store's own; the limit is tested with bulk operations",
  "bulk-operation-run-query-group-objects": "its files come from products that only the recorded shop had",
  "query-costs": "costs are compared in costs.test.ts",
  "store-credit-account-parity": "store credit is not practised",
};
