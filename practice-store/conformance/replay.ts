import { z } from "zod";
import { startAdmin } from "../admin/testing/admin-server.ts";
import { writesPart } from "../admin/writes/index.ts";
import type { Replay } from "./plan.ts";
import { type Difference, differences, type Names, translate } from "./compare.ts";
import { readRecording, type Step } from "./recordings.ts";
import { recordedShop } from "./seed.ts";

type StepResult = { step: string; differences: Difference[] };

const errorList = z.array(
  z.object({ message: z.string(), extensions: z.object({ code: z.string().optional() }).optional() }),
);

/** Texts and codes of errors; where in the request they are is left out, as not every request's text was recorded. */
function errorsOf(errors: unknown): unknown[] {
  return errorList
    .parse(errors ?? [])
    .map(({ message, extensions }) => ({ message, code: extensions?.code }));
}

/** Keeps of a recorded answer what the request asks for: recorded requests asked for more. */
function asked(recorded: unknown, answered: unknown): unknown {
  if (Array.isArray(recorded) && Array.isArray(answered))
    return recorded.map((item: unknown, index) => asked(item, answered[index]));
  if (typeof recorded !== "object" || recorded === null || typeof answered !== "object" || answered === null)
    return recorded;
  return Object.fromEntries(
    Object.entries(recorded).flatMap(([key, value]) =>
      key in answered ? [[key, asked(value, Reflect.get(answered, key))]] : [],
    ),
  );
}

function compared(
  { recorded }: Step,
  answer: { data?: unknown; errors?: unknown },
  names: Names,
): Difference[] {
  const shape = (from: { data?: unknown; errors?: unknown }) => ({
    data: from.data ?? null,
    errors: errorsOf(from.errors),
  });
  const ours = shape(answer);
  const theirs = shape(recorded);
  return differences({ ...theirs, data: asked(theirs.data, ours.data) }, ours, names);
}

/** Replays a recording over HTTP against a practice server of its own. */
export async function replay({ recording, seed, steps }: Replay): Promise<StepResult[]> {
  const from = readRecording(recording);
  const store = recordedShop();
  seed?.(store, from);
  const server = await startAdmin(store, { parts: [writesPart] });
  const names: Names = new Map();
  const results: StepResult[] = [];
  try {
    for (const step of steps(from)) {
      server.time.now = new Date(server.time.now.getTime() + 1000);
      const answer = await server.graphql(step.query, translate(step.variables, names));
      results.push({ step: step.name, differences: compared(step, answer, names) });
    }
  } finally {
    await server.stop();
  }
  return results;
}
