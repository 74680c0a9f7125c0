/** Metafield types, what their values must look like and how they read as JSON. */

import { z } from "zod";

type TypeRule = {
  category: string;
  /** What is wrong with a value, in Shopify's words; null where it is right. */
  problem: (value: string) => string | null;
  /** Whether the value is JSON text. */
  json: boolean;
};

function isJson(value: string): boolean {
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}

function parsed(schema: z.ZodType, message: string): (value: string) => string | null {
  return (value) => (isJson(value) && schema.safeParse(JSON.parse(value)).success ? null : message);
}

function matching(pattern: RegExp, message: string): (value: string) => string | null {
  return (value) => (pattern.test(value) ? null : message);
}

function text(category: string, problem: TypeRule["problem"] = () => null): TypeRule {
  return { category, problem, json: false };
}

function reference(resource: string): TypeRule {
  const gid = new RegExp(`^gid://shopify/(${resource})/\\d+$`);
  return text("REFERENCE", matching(gid, "Value must be a valid global id."));
}

const measurement = z.object({ value: z.number(), unit: z.string() });
const rating = z.object({ value: z.string(), scale_min: z.string(), scale_max: z.string() });
const money = z.object({ amount: z.string().regex(/^-?\d+(\.\d+)?$/), currency_code: z.string().length(3) });

const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/;

const singleTypes: Record<string, TypeRule> = {
  boolean: text("TRUE_FALSE", matching(/^(true|false)$/, "Value must be true or false.")),
  collection_reference: reference("Collection"),
  color: text("COLOR", matching(/^#[0-9a-fA-F]{6}$/, "Value must be a hex color code.")),
  company_reference: reference("Company"),
  customer_reference: reference("Customer"),
  date: text("DATE_TIME", matching(/^\d{4}-\d{2}-\d{2}$/, "Value must be in YYYY-MM-DD format.")),
  date_time: text(
    "DATE_TIME",
    matching(DATE_TIME, "Value must be in “YYYY-MM-DDTHH:MM:SS” format. For example: 2022-06-01T15:30:00"),
  ),
  dimension: {
    category: "MEASUREMENT",
    problem: parsed(measurement, "Value must be a dimension."),
    json: true,
  },
  file_reference: reference("\\w+"),
  id: text("TEXT"),
  json: {
    category: "ADVANCED",
    problem: (value) => (isJson(value) ? null : "Value is invalid JSON."),
    json: true,
  },
  link: {
    category: "URL",
    problem: parsed(z.object({ url: z.string() }), "Value must be a link."),
    json: true,
  },
  metaobject_reference: reference("Metaobject"),
  mixed_reference: reference("\\w+"),
  money: { category: "MONEY", problem: parsed(money, "Value must be a money object."), json: true },
  multi_line_text_field: text("TEXT"),
  number_decimal: text("NUMBER", matching(/^-?\d{1,13}(\.\d{1,9})?$/, "Value must be a decimal.")),
  number_integer: text("NUMBER", matching(/^-?\d{1,16}$/, "Value must be an integer.")),
  page_reference: reference("OnlineStorePage"),
  product_reference: reference("Product"),
  rating: { category: "RATING", problem: parsed(rating, "Value must be a rating."), json: true },
  rich_text_field: {
    category: "TEXT",
    problem: parsed(z.object({ type: z.literal("root") }), "Value must be valid rich text."),
    json: true,
  },
  single_line_text_field: text("TEXT", matching(/^[^\n\r]*$/, "Value must be a single line text string.")),
  url: text("URL", matching(/^(https?|mailto|sms|tel):\S+$/, "Value must be a valid URL.")),
  variant_reference: reference("ProductVariant"),
  volume: { category: "MEASUREMENT", problem: parsed(measurement, "Value must be a volume."), json: true },
  weight: { category: "MEASUREMENT", problem: parsed(measurement, "Value must be a weight."), json: true },
};

/** Types that have no list form. */
const SINGLE_ONLY = new Set(["boolean", "id", "json", "money", "multi_line_text_field", "rich_text_field"]);

function listOf(rule: TypeRule): TypeRule {
  const items = z.array(z.unknown());
  return {
    category: rule.category,
    json: true,
    problem: (value) => {
      if (!isJson(value)) return "Value is invalid JSON.";
      const list = items.safeParse(JSON.parse(value));
      if (!list.success) return "Value must be an array.";
      const problems = list.data.map((item) =>
        rule.problem(typeof item === "string" ? item : JSON.stringify(item)),
      );
      return problems.find((problem) => problem !== null) ?? null;
    },
  };
}

const types = new Map<string, TypeRule>(
  Object.entries(singleTypes).flatMap(([name, rule]): [string, TypeRule][] =>
    SINGLE_ONLY.has(name)
      ? [[name, rule]]
      : [
          [name, rule],
          [`list.${name}`, listOf(rule)],
        ],
  ),
);

/** Every metafield type by name, in order. Source: https://shopify.dev/docs/apps/build/metafields/list-of-data-types */
export const METAFIELD_TYPES: readonly string[] = [...types.keys()].sort();

export function isMetafieldType(name: string): boolean {
  return types.has(name);
}

/** "TEXT", "NUMBER" …: the group under which Shopify files a type. */
export function typeCategory(name: string): string {
  return types.get(name)?.category ?? "ADVANCED";
}

/** What is wrong with a value of a type, in Shopify's words; null where it is right. */
export function valueProblem(type: string, value: string): string | null {
  return types.get(type)?.problem(value) ?? null;
}

/** A value as Metafield.jsonValue gives it: numbers and booleans as such, JSON parsed, the rest text. */
export function jsonValue(type: string, value: string): unknown {
  if (type === "number_integer") return Number(value);
  if (type === "boolean") return value === "true";
  return types.get(type)?.json === true ? JSON.parse(value) : value;
}
