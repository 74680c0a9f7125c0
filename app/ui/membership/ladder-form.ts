import type { Benefit, Definition, Problem, ProblemCode } from "#app/membership/policy.ts";
import { currencyDigits, decimalText, parseMinor } from "#app/platform/money.ts";

/** A tier as its fields hold it: what was typed, right or wrong. */
export type TierForm = {
  /** Tells the rows apart while tiers come and go. */
  id: number;
  /** Null until the tier was saved: the key then comes from the name and stays. */
  key: string | null;
  name: string;
  /** Decimal text in the shop's currency: "250.00". */
  enter: string;
  benefit: Benefit["kind"];
  /** Decimal text: "12.5" is 12.5 %. */
  percent: string;
  promises: string[];
};

/** The fields of a tier that can be wrong. */
export type TierField = "name" | "enter" | "percent";

export function toForm(definition: Definition, currency: string): TierForm[] {
  return definition.tiers.map(({ key, name, enterMinor, benefit, promises }, id) => ({
    id,
    key,
    name,
    enter: decimalText(enterMinor, currency),
    benefit: benefit.kind,
    percent: benefit.kind === "percentage" ? String(benefit.basisPoints / 100) : "",
    promises,
  }));
}

/** The form as `checkDefinition` takes it; what is no number is null and is found there. */
export function toInput(form: readonly TierForm[], window: Definition["window"], currency: string) {
  const keys = form.map(({ key }) => key).filter((key) => key !== null);
  const tiers = form.map(({ key, name, enter, benefit, percent, promises }) => {
    const own = key ?? tierKey(name, keys);
    if (key === null) keys.push(own);
    return {
      key: own,
      name,
      enterMinor: amountOf(enter, currency),
      benefit:
        benefit === "percentage" ? { kind: benefit, basisPoints: basisPointsOf(percent) } : { kind: benefit },
      promises,
    };
  });
  return { tiers, window };
}

export type LadderInput = ReturnType<typeof toInput>;

/** A new tier on top, to be filled in. */
export function withTier(form: readonly TierForm[]): TierForm[] {
  const id = Math.max(-1, ...form.map((tier) => tier.id)) + 1;
  return [...form, { id, key: null, name: "", enter: "", benefit: "none", percent: "", promises: [] }];
}

/** The form with the other ladder's thresholds, rank by rank. */
export function withThresholds(form: readonly TierForm[], other: Definition, currency: string): TierForm[] {
  return form.map((tier, rank) => {
    const from = other.tiers[rank];
    return from === undefined ? tier : { ...tier, enter: decimalText(from.enterMinor, currency) };
  });
}

/** What is wrong with a field of the tier of that rank; the first where it is several things. */
export function problemOf(problems: readonly Problem[], rank: number, field: TierField): ProblemCode | null {
  const paths = { name: ["name", "key"], enter: ["enterMinor"], percent: ["benefit"] } as const;
  const wanted: readonly unknown[] = paths[field];
  return problems.find(({ path }) => path[1] === rank && wanted.includes(path[2]))?.code ?? null;
}

/** A key that the name gives ("Gold Club" → "gold-club") and no other tier has: it becomes a tag. */
export function tierKey(name: string, taken: readonly string[]): string {
  const plain = name.normalize("NFKD").toLowerCase();
  const slug = plain
    .replaceAll(/[^a-z0-9\s_-]/g, "")
    .trim()
    .replaceAll(/[\s_-]+/g, "-");
  const stem = slug.slice(0, 36).replaceAll(/^-|-$/g, "") || "tier";
  const candidates = [stem, ...taken.map((_, index) => `${stem}-${index + 2}`)];
  return candidates.find((key) => !taken.includes(key)) ?? `${stem}-${taken.length + 2}`;
}

/** Minor units, or null where the text is no amount of the currency. */
function amountOf(text: string, currency: string): number | null {
  return hasDecimals(text, currencyDigits(currency)) ? parseMinor(text, currency) : null;
}

function basisPointsOf(text: string): number | null {
  if (!hasDecimals(text, 2)) return null;
  const [whole = "", fraction = ""] = text.trim().split(".");
  return Number(whole + fraction.padEnd(2, "0"));
}

/** Is it a decimal number with at most so many decimals? */
function hasDecimals(text: string, most: number): boolean {
  const match = /^\d+(?:\.(?<fraction>\d+))?$/.exec(text.trim());
  return match !== null && (match.groups?.fraction ?? "").length <= most;
}
