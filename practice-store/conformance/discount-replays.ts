import { z } from "zod";
import { places, type Replay, requested } from "./plan.ts";
import { readStep } from "./recordings.ts";

const SEARCH_LAG = "Shopify's search index is seconds late; the practice store's is not";

const variablesOf = z.object({ variables: z.record(z.string(), z.string()) });

/** Recordings of native discounts. */
export const discountReplays: readonly Replay[] = [
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
