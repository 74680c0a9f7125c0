import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";

const folder = new URL("../../../shared/recordings/", import.meta.url);

/** Whether the recordings are on this machine: they are no part of the project. */
export function hasRecordings(): boolean {
  return existsSync(folder);
}

/** One request with the answer that Shopify gave to it. */
export type Step = {
  name: string;
  query: string;
  variables: Record<string, unknown>;
  /** `data` and `errors`, without extensions. */
  recorded: { data?: unknown; errors?: unknown };
};

const variables = z.record(z.string(), z.unknown());
const answer = z.object({ data: z.unknown().optional(), errors: z.unknown().optional() });

/** The ways in which recordings hold a request, a variables object or an answer. */
const request = z.object({ query: z.string(), variables: variables.default({}) });
const nestedRequest = z.object({ request });
const answered = z.object({ response: z.union([z.object({ payload: answer }), answer]) });
const payload = z.object({ payload: answer });

export const recording = z.record(z.string(), z.unknown());

export function readRecording(name: string): z.infer<typeof recording> {
  return recording.parse(JSON.parse(readFileSync(new URL(`${name}.json`, folder), "utf8")));
}

function part(from: z.infer<typeof recording>, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>(
      (value, key) => (Array.isArray(value) ? value[Number(key)] : recording.parse(value)[key]),
      from,
    );
}

function answerAt(value: unknown): z.infer<typeof answer> {
  const direct = payload.safeParse(value);
  if (direct.success) return direct.data.payload;
  const wrapped = answered.safeParse(value);
  if (!wrapped.success) return answer.parse(value);
  return "payload" in wrapped.data.response ? wrapped.data.response.payload : wrapped.data.response;
}

/** Where in a recording a step's parts are; what is missing is read at `at`. */
export type StepPlace = {
  at: string;
  /** Where the request is, if not at `at`. */
  request?: string;
  /** The request's text, where the recording has none. */
  query?: string;
  /** The variables, where the recording has none. */
  variables?: Record<string, unknown>;
};

/** Reads one step of a recording. */
export function readStep(from: z.infer<typeof recording>, place: StepPlace): Step {
  const value = part(from, place.at);
  const holder = part(from, place.request ?? place.at);
  const nested = nestedRequest.safeParse(holder);
  const found = request.partial({ query: true }).safeParse(nested.success ? nested.data.request : holder);
  const { query, variables: recordedVariables = {} } = found.success ? found.data : {};
  const text = place.query ?? query;
  if (text === undefined) throw new Error(`no query recorded at ${place.at}`);
  const { data, errors } = answerAt(value);
  return {
    name: place.at,
    query: text,
    variables: place.variables ?? recordedVariables,
    recorded: { ...(data === undefined ? {} : { data }), ...(errors === undefined ? {} : { errors }) },
  };
}

/** The entry of a recording at a path of keys, as an object. */
export function entry(from: z.infer<typeof recording>, path: string): z.infer<typeof recording> {
  return recording.parse(part(from, path));
}

const costs = z.array(z.object({ q: z.string(), req: z.number(), vars: z.string() }));

/** Queries with the cost that Shopify asked for them; `variables` is JSON, cut off where it is long. */
export function recordedCosts(): { query: string; cost: number; variables: string }[] {
  const content: unknown = JSON.parse(readFileSync(new URL("query-costs.json", folder), "utf8"));
  return costs.parse(content).map(({ q, req, vars }) => ({ query: q, cost: req, variables: vars }));
}
