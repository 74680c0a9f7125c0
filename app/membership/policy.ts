import { z } from "zod";
import { err, ok, type Result } from "#app/platform/errors.ts";

/** What is wrong with a ladder: keys of the pages' texts, with the English one. */
export const PROBLEMS = {
  ladder_too_short: "A ladder has at least two tiers.",
  ladder_too_long: "A ladder has at most ten tiers.",
  first_tier_not_free: "The lowest tier starts at 0, so that every customer has a tier.",
  thresholds_not_ascending: "Each tier needs more spend than the one below it.",
  key_taken: "Two tiers have the same key.",
  key_unfit: "A tier's key is 1 to 40 small letters, digits, hyphens or underscores: it becomes a tag.",
  name_missing: "A tier needs a name.",
  name_too_long: "A tier's name has at most 60 characters.",
  name_taken: "Two tiers have the same name.",
  spend_unfit: "The spend that a tier needs is an amount of 0 or more.",
  percentage_unfit: "A percentage off is more than 0 and at most 100.",
  unreadable: "This is not a ladder that Laurel can read.",
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

/** A problem and where it is: `["tiers", 2, "enterMinor"]`. */
export type Problem = { code: ProblemCode; path: readonly (string | number)[] };

const benefitSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("none") }),
  z.object({
    kind: z.literal("percentage"),
    /** 500 is 5 %. */
    basisPoints: z
      .int({ error: "percentage_unfit" })
      .min(1, { error: "percentage_unfit" })
      .max(10_000, { error: "percentage_unfit" }),
  }),
  z.object({ kind: z.literal("freeShipping") }),
]);

const tierSchema = z.object({
  /** Never changes while the name may: tags and benefits hang on it. */
  key: z.string().regex(/^[a-z0-9][a-z0-9_-]{0,39}$/, { error: "key_unfit" }),
  name: z.string().trim().min(1, { error: "name_missing" }).max(60, { error: "name_too_long" }),
  /** Net spend in the window that it takes, in minor units of the shop's currency. */
  enterMinor: z.int({ error: "spend_unfit" }).min(0, { error: "spend_unfit" }),
  benefit: benefitSchema,
  /** Benefits that a person keeps, in the merchant's own words. */
  promises: z.array(z.string().trim().min(1).max(160)).max(10).default([]),
});

/** The span in which spend counts; rolling: an order counts until the same day `months` later. */
const windowSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("rolling"), months: z.int().min(1).max(60) }),
]);

/** Everything that decides tiers, as `policy.definition` keeps it. A tier's rank is its place in the list. */
export const definitionSchema = z
  .object({
    tiers: z
      .array(tierSchema)
      .min(2, { error: "ladder_too_short" })
      .max(10, { error: "ladder_too_long" })
      .readonly(),
    window: windowSchema,
  })
  .check((context) => {
    for (const problem of ladderProblems(context.value.tiers)) {
      context.issues.push({
        code: "custom",
        message: problem.code,
        path: [...problem.path],
        input: context.value,
      });
    }
  });

export type Definition = z.output<typeof definitionSchema>;
export type Tier = Definition["tiers"][number];
export type Benefit = Tier["benefit"];
export type Window = Definition["window"];

/** Reads a ladder from a form or from storage; says everything that is wrong with it at once. */
export function checkDefinition(input: unknown): Result<Definition, Problem[]> {
  const parsed = definitionSchema.safeParse(input);
  if (parsed.success) return ok(parsed.data);
  return err(
    parsed.error.issues.map((issue) => ({
      code: toProblemCode(issue.message),
      path: issue.path.map((step) => (typeof step === "symbol" ? String(step) : step)),
    })),
  );
}

/** The tag that says a tier: "tier:gold". */
export function tierTag(prefix: string, tier: Pick<Tier, "key">): string {
  return prefix + tier.key;
}

function ladderProblems(tiers: readonly Tier[]): Problem[] {
  return tiers.flatMap((tier, rank) => {
    const below = tiers.slice(0, rank);
    const lower = below.at(-1);
    const found: [ProblemCode, string][] = [];
    if (lower === undefined && tier.enterMinor !== 0) found.push(["first_tier_not_free", "enterMinor"]);
    if (lower !== undefined && tier.enterMinor <= lower.enterMinor) {
      found.push(["thresholds_not_ascending", "enterMinor"]);
    }
    if (below.some((other) => other.key === tier.key)) found.push(["key_taken", "key"]);
    if (below.some((other) => other.name.toLowerCase() === tier.name.toLowerCase())) {
      found.push(["name_taken", "name"]);
    }
    return found.map(([code, field]) => ({ code, path: ["tiers", rank, field] }));
  });
}

function toProblemCode(message: string): ProblemCode {
  return isProblemCode(message) ? message : "unreadable";
}

function isProblemCode(message: string): message is ProblemCode {
  return Object.hasOwn(PROBLEMS, message);
}
