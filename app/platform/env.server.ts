import { z } from "zod";

/** A variable that is set to nothing counts as not set. */
const blankIsUnset = (value: unknown): unknown => (value === "" ? undefined : value);
const optional = (schema: z.ZodType<string | undefined>) => z.preprocess(blankIsUnset, schema.optional());

const schema = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  SHOPIFY_API_KEY: z.string().min(1),
  SHOPIFY_API_SECRET: z.string().min(1),
  /** The secret before the last rotation: Shopify signs with it up to an hour longer. */
  SHOPIFY_API_SECRET_OLD: optional(z.string()),
  SHOPIFY_APP_URL: z.url(),
  /** Another place to load App Bridge from: the practice store's stand-in. */
  APP_BRIDGE_URL: optional(z.url()),
  PORT: z.coerce.number().int().positive().default(3000),
  HOST: z.string().default("127.0.0.1"),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
});

export type Env = z.infer<typeof schema>;

/** @throws Error that names every variable that is missing or wrong. */
export function readEnv(source: NodeJS.ProcessEnv): Env {
  const parsed = schema.safeParse(source);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new Error(
    `The environment is not complete (docs/operating.md lists the variables):\n${problems.join("\n")}`,
  );
}

export const env = readEnv(process.env);
