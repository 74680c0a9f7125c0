import { z } from "zod";
import type { ShopInfo } from "../shop/model.ts";
import type { ShopStore } from "../shop/store.ts";
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
import { entry, type readRecording, readStep, type Step, type StepPlace } from "./recordings.ts";
import { seedMetafields, seedProduct } from "./seed.ts";

type Recording = ReturnType<typeof readRecording>;

/** How one recording is replayed. */
export type Replay = {
  recording: string;
  shop?: Partial<ShopInfo>;
  /** Puts in the shop what was there before the recording began. */
  seed?: (store: ShopStore, from: Recording) => void;
  steps: (from: Recording) => Step[];
  /** Places where the practice store answers otherwise, with the reason: "step path". */
  otherwise?: Record<string, string>;
};

const SEARCH_LAG = "Shopify's search index is seconds late; the practice store's is not";

function places(...all: StepPlace[]): Replay["steps"] {
  return (from) => all.map((place) => readStep(from, place));
}

/** Steps whose request is under `requests` and whose answer stands beside it. */
function requested(
  names: Record<string, string>,
  variables: Record<string, Record<string, unknown>> = {},
): Replay["steps"] {
  return (from) =>
    Object.entries(names).map(([at, name]) => {
      const own = variables[at];
      return readStep(from, {
        at,
        request: `requests.${name}`,
        ...(own === undefined ? {} : { variables: own }),
      });
    });
}

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

const variablesOf = z.object({ variables: z.record(z.string(), z.string()) });

const discounts: Replay[] = [
  {
    recording: "discount-automatic-basic-lifecycle",
    steps: places(
      { at: "create" },
      { at: "update" },
      { at: "deactivate" },
      { at: "activate" },
      { at: "delete" },
    ),
  },
  {
    recording: "discount-value-bounds",
    steps: places({ at: "cases.bounds" }, { at: "cases.nonNumeric" }, { at: "cleanup" }),
  },
  {
    recording: "discount-buyer-context-lifecycle",
    steps: (from) => {
      const { codeDiscountId, automaticDiscountId, updatedCode } = variablesOf.parse(from).variables;
      const { segmentId, customerId } = variablesOf.parse(from).variables;
      return [
        ...places({ at: "setup.customerCreate" }, { at: "setup.segmentCreate" })(from),
        ...requested(
          {
            codeCreate: "codeCreate",
            codeUpdate: "codeUpdate",
            codeReadAfterUpdate: "codeRead",
            automaticCreate: "automaticCreate",
            automaticUpdate: "automaticUpdate",
            automaticReadAfterUpdate: "automaticRead",
            "cleanup.codeDelete": "codeDelete",
            "cleanup.automaticDelete": "automaticDelete",
          },
          {
            codeReadAfterUpdate: { id: codeDiscountId, code: updatedCode },
            automaticReadAfterUpdate: { id: automaticDiscountId },
            "cleanup.codeDelete": { id: codeDiscountId },
            "cleanup.automaticDelete": { id: automaticDiscountId },
          },
        )(from),
        readStep(from, {
          at: "cleanup.segmentDelete",
          query:
            "mutation ($id: ID!) { segmentDelete(id: $id) { deletedSegmentId userErrors { field message } } }",
          variables: { id: segmentId },
        }),
        readStep(from, {
          at: "cleanup.customerDelete",
          query:
            "mutation ($id: ID!) { customerDelete(input: { id: $id }) { deletedCustomerId userErrors { field message } } }",
          variables: { id: customerId },
        }),
      ];
    },
  },
  {
    recording: "discount-free-shipping-lifecycle",
    steps: (from) => {
      const { codeDiscountId: codeId, automaticDiscountId: automaticId } = variablesOf.parse(from).variables;
      const { updatedCode: code, codeOmittedFieldsDiscountId } = variablesOf.parse(from).variables;
      return requested(
        {
          codeCreate: "codeCreate",
          codeOmittedFieldsCreate: "codeOmittedFieldsCreate",
          codeOmittedFieldsUpdate: "codeOmittedFieldsUpdate",
          codeOmittedFieldsDelete: "codeDelete",
          codeUpdate: "codeUpdate",
          automaticCreate: "automaticCreate",
          automaticUpdate: "automaticUpdate",
          readAfterUpdate: "read",
          codeDeactivate: "codeDeactivate",
          automaticDeactivate: "automaticDeactivate",
          codeActivate: "codeActivate",
          automaticActivate: "automaticActivate",
          codeDelete: "codeDelete",
          automaticDelete: "automaticDelete",
          readAfterDelete: "read",
        },
        {
          codeOmittedFieldsDelete: { id: codeOmittedFieldsDiscountId },
          readAfterUpdate: { codeId, automaticId, code },
          readAfterDelete: { codeId, automaticId, code },
        },
      )(from);
    },
    otherwise: { "readAfterUpdate data.discountNodes.nodes": SEARCH_LAG },
  },
  {
    recording: "discount-redeem-code-bulk",
    steps: (from) => {
      const { discountId: id, seedCode, addedCode, lowerAddedCode } = variablesOf.parse(from).variables;
      const read = {
        id,
        exactAddedCode: addedCode,
        lowerAddedCode,
        removedCode: seedCode,
      };
      return requested(
        {
          create: "create",
          initialRead: "read",
          add: "add",
          readAfterAdd: "read",
          deleteCodes: "delete",
          readAfterDelete: "read",
          cleanup: "cleanup",
        },
        { initialRead: read, readAfterAdd: read, readAfterDelete: read },
      )(from);
    },
  },
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

/** Every recording that falls into the practised part. */
export const replays: readonly Replay[] = [...tags, ...metafields, ...segments, ...discounts, ...customers];

/** Recordings, or parts of them, that are not replayed here, and why. */
export const leftOut: Record<string, string> = {
  "bulk-operation-run-mutation-user-errors": "bulk operations have tests of their own",
  "bulk-operation-run-query-concurrency-limit": "bulk operations have tests of their own",
  "bulk-operation-run-query-group-objects": "bulk operations have tests of their own",
  "bulk-operation-run-query-validators": "bulk operations have tests of their own",
  "query-costs": "costs have a test of their own",
  "store-credit-account-parity": "store credit is not practised",
};
