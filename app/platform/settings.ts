import { z } from "zod";
import { err, ok, type Result } from "./errors.ts";
import { SCHEME_PROBLEMS, schemeSchema } from "./score-scheme.ts";

/** What can be wrong with a setting: keys of the pages' texts, with the English one. */
export const SETTINGS_PROBLEMS = {
  prefix_missing:
    "A prefix has at least one character: without it Laurel could not tell its tags from yours.",
  prefix_too_long: "A prefix has at most 40 characters.",
  prefix_unfit: "A prefix has no comma and does not start with a space: Shopify would not keep it.",
  prefix_taken: "Tiers and RFM groups need different prefixes.",
  ...SCHEME_PROBLEMS,
  margin_range: "A margin is between 0 and 100 percent.",
  discount_range: "A discount rate is between 0 and 100 percent a year.",
  unreadable: "These are not settings that Laurel can read.",
} as const;

export type SettingsProblemCode = keyof typeof SETTINGS_PROBLEMS;

/** A problem and the setting it is about: `tierTagPrefix`, `rfm.recency.limits`. */
export type SettingsProblem = { code: SettingsProblemCode; setting: string };

const tagPrefix = z
  .string()
  .min(1, { error: "prefix_missing", abort: true })
  .max(40, { error: "prefix_too_long" })
  .regex(/^[^\s,][^,]*$/, { error: "prefix_unfit" });

const share = (error: SettingsProblemCode) => z.number({ error }).min(0, { error }).max(1, { error });

/** What the merchant chose, kept in `shop.settings`. Every value has a default: an empty object is valid. */
export const settingsSchema = z
  .object({
    /** Does tax count as spend? */
    countTax: z.boolean().default(true),
    /** Does shipping count as spend? */
    countShipping: z.boolean().default(true),
    tierTagPrefix: tagPrefix.default("tier:"),
    /** Are RFM groups written as tags, too? */
    rfmTags: z.boolean().default(true),
    rfmTagPrefix: tagPrefix.default("rfm:"),
    /** The shop's own scores; the groups don't depend on them. */
    rfm: schemeSchema.prefault({}),
    /** After the first approved plan: are changes that orders cause written by themselves, or kept for review? */
    writeBack: z.enum(["automatic", "reviewed"]).default("automatic"),
    /** The share of revenue that is margin, for lifetime value; 1: value is revenue. */
    grossMargin: share("margin_range").default(1),
    /** What money a year away is worth less, for lifetime value. */
    yearlyDiscount: share("discount_range").default(0.1),
  })
  .refine(({ tierTagPrefix, rfmTagPrefix }) => tierTagPrefix.toLowerCase() !== rfmTagPrefix.toLowerCase(), {
    error: "prefix_taken",
    path: ["rfmTagPrefix"],
  });

export type Settings = z.infer<typeof settingsSchema>;

/** Reads settings from a form; says everything that is wrong with them at once. */
export function checkSettings(input: unknown): Result<Settings, SettingsProblem[]> {
  const parsed = settingsSchema.safeParse(input);
  if (parsed.success) return ok(parsed.data);
  return err(
    parsed.error.issues.map(({ message, path }) => ({
      code: isProblemCode(message) ? message : "unreadable",
      setting: path.join("."),
    })),
  );
}

/** Do the settings differ in anything that customers' standings or tags depend on? */
export function rulesDiffer(one: Settings, other: Settings): boolean {
  return (
    one.countTax !== other.countTax ||
    one.countShipping !== other.countShipping ||
    one.tierTagPrefix !== other.tierTagPrefix ||
    one.rfmTags !== other.rfmTags ||
    one.rfmTagPrefix !== other.rfmTagPrefix
  );
}

/** Do the settings score customers differently? No standing and no tag depends on that. */
export function scoringDiffers(one: Settings, other: Settings): boolean {
  return JSON.stringify(one.rfm) !== JSON.stringify(other.rfm);
}

/** Do the settings differ in what a prediction is worth? */
export function worthDiffers(one: Settings, other: Settings): boolean {
  return one.grossMargin !== other.grossMargin || one.yearlyDiscount !== other.yearlyDiscount;
}

function isProblemCode(message: string): message is SettingsProblemCode {
  return Object.hasOwn(SETTINGS_PROBLEMS, message);
}
