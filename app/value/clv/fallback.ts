import type { ModelName } from "./purchase-model.ts";

/** Why a model gives way to a plainer one: keys of the pages' texts, with the English one. */
export const FALLBACK_REASONS = {
  no_maximum: "its likelihood has no finite maximum on this history",
  no_gain: "no customer seems to be lost: its likelihood is no better than that of nbd",
  no_dropout: "no customer seems to be lost: its chance of dropout goes to zero",
  no_amounts: "no repeat purchase has an amount",
  no_spread: "the amounts have too little spread, its likelihood has no finite maximum",
} as const;

export type FallbackReason = keyof typeof FALLBACK_REASONS;

export type Fallback = {
  from: ModelName | "gammagamma";
  to: "nbd" | "mean";
  reason: FallbackReason;
};
