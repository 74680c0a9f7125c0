import type { Discount } from "../../../shop/model.ts";
import { gid, parseGid } from "../../../shop/gid.ts";
import type { ShopStore } from "../../../shop/store.ts";
import { connection, type PageArgs } from "../../connection.ts";
import type { AdminContext, Node } from "../../context.ts";
import { redeemCodeNode } from "../../reads/discount-content.ts";
import { codeDiscountNode, findDiscount } from "../../reads/discounts.ts";
import { instant } from "../../reads/values.ts";
import { notPractised } from "../../resolve.ts";
import { jobNode, startJob } from "../jobs.ts";
import { done, refused, type UserError } from "../payload.ts";
import { codeProblem } from "./errors.ts";
import { deleteDiscount, UNKNOWN_DISCOUNT } from "./save.ts";

type Imported = { code: string; redeemCodeId: number | null; errors: UserError[] };

/** The adding of many codes to a discount. */
type BulkCreation = { id: number; discountId: number; createdAt: string; codes: Imported[]; done: boolean };

/** Creations of each shop; they live as long as the process. */
const creationsOf = new WeakMap<ShopStore, Map<number, BulkCreation>>();

/** Codes that one call may add. */
const MAX_CODES = 250;

function addCode(code: string, discountId: number, { store, clock }: AdminContext): Imported {
  const discount = store.get("discounts", discountId);
  const problem = codeProblem(code, null, store);
  if (problem !== null)
    return { code, redeemCodeId: null, errors: [{ field: ["code"], ...problem, extraInfo: null }] };
  if (discount === undefined) return { code, redeemCodeId: null, errors: [UNKNOWN_DISCOUNT.code] };
  const id = store.nextId();
  const codes = [...discount.codes, { id, code, usageCount: 0 }];
  store.put("discounts", { ...discount, codes, updatedAt: clock().toISOString() });
  return { code, redeemCodeId: id, errors: [] };
}

function importedNode({ code, redeemCodeId, errors }: Imported, discount: Discount | undefined): Node {
  const redeemed = discount?.codes.find(({ id }) => id === redeemCodeId);
  return {
    __typename: "DiscountRedeemCodeBulkCreationCode",
    code,
    errors,
    discountRedeemCode: redeemed === undefined ? null : redeemCodeNode(redeemed),
  };
}

/** A creation as it stands now: codes that come later do not change the node. */
function creationNode(creation: BulkCreation, ctx: AdminContext): Node {
  const { id, discountId, codes, done: isDone } = creation;
  const discount = () => ctx.store.get("discounts", discountId);
  const failedCount = codes.filter(({ errors }) => errors.length > 0).length;
  return {
    __typename: "DiscountRedeemCodeBulkCreation",
    id: gid("DiscountRedeemCodeBulkCreation", id),
    done: isDone,
    codesCount: codes.length,
    importedCount: isDone ? codes.length - failedCount : 0,
    failedCount,
    createdAt: instant(creation.createdAt),
    discountCode: () => {
      const found = discount();
      return found === undefined ? null : codeDiscountNode(found, ctx);
    },
    codes: (args: PageArgs) =>
      connection(
        {
          type: "DiscountRedeemCodeBulkCreationCode",
          items: codes.map((imported, index) => ({ imported, index })),
          position: ({ index }) => ({ id: index, value: index }),
          node: ({ imported }) => importedNode(imported, discount()),
        },
        args,
      ),
  };
}

type AddArgs = { discountId: string; codes: { code: string }[] };

function addErrors({ codes }: AddArgs): UserError[] {
  if (codes.length === 0)
    return [{ field: ["codes"], message: "Codes can't be blank", code: "BLANK", extraInfo: null }];
  if (codes.length <= MAX_CODES) return [];
  const message = `Codes can't be more than ${MAX_CODES}`;
  return [{ field: ["codes"], message, code: "EXCEEDED_MAX", extraInfo: null }];
}

function bulkAdd(args: AddArgs, ctx: AdminContext): Node {
  const { store } = ctx;
  const discount = findDiscount(store, args.discountId, "code");
  const errors =
    discount === undefined ? [{ ...UNKNOWN_DISCOUNT.code, field: ["discountId"] }] : addErrors(args);
  if (discount === undefined || errors.length > 0)
    return refused("DiscountRedeemCodeBulkAddPayload", ["bulkCreation"], errors);
  const creation: BulkCreation = {
    id: store.nextId(),
    discountId: discount.id,
    createdAt: ctx.clock().toISOString(),
    codes: args.codes.map(({ code }) => ({ code, redeemCodeId: null, errors: [] })),
    done: false,
  };
  const creations = creationsOf.get(store) ?? new Map<number, BulkCreation>();
  creationsOf.set(store, creations.set(creation.id, creation));
  startJob(store, () => {
    const codes = args.codes.map(({ code }) => addCode(code, discount.id, ctx));
    creations.set(creation.id, { ...creation, codes, done: true });
  });
  return done("DiscountRedeemCodeBulkAddPayload", { bulkCreation: creationNode(creation, ctx) });
}

/** Which of many a bulk mutation means: only by id, not by search. */
type BulkArgs = { ids?: string[] | null; search?: string | null; savedSearchId?: string | null };

function idsOf({ ids = null, search = null, savedSearchId = null }: BulkArgs, mutation: string): string[] {
  if (search !== null) throw notPractised(mutation, "search");
  if (savedSearchId !== null) throw notPractised(mutation, "savedSearchId");
  return ids ?? [];
}

function missingArgument(payload: string): Node {
  const message = "Missing expected argument key: 'ids', 'search' or 'saved_search_id'.";
  return refused(payload, ["job"], [{ field: null, message, code: "MISSING_ARGUMENT", extraInfo: null }]);
}

/** Few codes are deleted on the spot: the recorded job was done when it was answered. */
function deleteCodes(args: BulkArgs & { discountId: string }, ctx: AdminContext): Node {
  const payload = "DiscountCodeRedeemCodeBulkDeletePayload";
  const { store } = ctx;
  const ids = idsOf(args, "discountCodeRedeemCodeBulkDelete");
  const discount = findDiscount(store, args.discountId, "code");
  if (discount === undefined)
    return refused(payload, ["job"], [{ ...UNKNOWN_DISCOUNT.code, field: ["discountId"] }]);
  if (ids.length === 0) return missingArgument(payload);
  const gone = new Set(ids.map((id) => parseGid(id)?.id));
  const codes = discount.codes.filter(({ id }) => !gone.has(id));
  store.put("discounts", { ...discount, codes, updatedAt: ctx.clock().toISOString() });
  return done(payload, { job: jobNode(store.nextId(), true) });
}

function deleteMany(args: BulkArgs, ctx: AdminContext): Node {
  const payload = "DiscountCodeBulkDeletePayload";
  const ids = idsOf(args, "discountCodeBulkDelete");
  if (ids.length === 0) return missingArgument(payload);
  const job = startJob(ctx.store, () => {
    for (const id of ids) deleteDiscount("code", { type: payload, field: "job" }, id, ctx);
  });
  return done(payload, { job: jobNode(job, false) });
}

/** The mutations on many codes or code discounts at once. */
export function bulkCodeMutations(ctx: AdminContext) {
  return {
    discountRedeemCodeBulkAdd: (args: AddArgs) => bulkAdd(args, ctx),
    discountCodeRedeemCodeBulkDelete: (args: BulkArgs & { discountId: string }) => deleteCodes(args, ctx),
    discountCodeBulkDelete: (args: BulkArgs) => deleteMany(args, ctx),
  };
}

/** The root field that tells how the adding of codes goes. */
export function bulkCodeQueries(ctx: AdminContext): Record<string, unknown> {
  return {
    discountRedeemCodeBulkCreation: ({ id }: { id: string }) => {
      const found = creationsOf.get(ctx.store)?.get(parseGid(id)?.id ?? 0);
      return found === undefined ? null : creationNode(found, ctx);
    },
  };
}
