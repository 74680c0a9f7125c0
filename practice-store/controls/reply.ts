import type { ErrorRequestHandler, Request, RequestHandler } from "express";
import { z } from "zod";

/** What a control answers. */
export type Reply = { status: number; body: unknown };

/** A request that cannot be done as asked; its message says why, in words for whoever asked. */
export class Refusal extends Error {
  readonly status: number;

  constructor(status: 400 | 404 | 409, message: string) {
    super(message);
    this.status = status;
  }
}

export function ok(body: unknown): Reply {
  return { status: 200, body };
}

export function created(body: unknown): Reply {
  return { status: 201, body };
}

/** What was found, or a refusal that says what is missing. */
export function found<T>(record: T | undefined, what: string): T {
  if (record === undefined) throw new Refusal(404, `there is no ${what}`);
  return record;
}

/** A request's part read by its schema, or a refusal that names what is wrong with it. */
export function read<T>(schema: z.ZodType<T>, given: unknown): T {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => {
    const where = path.join(".");
    return where === "" ? message : `${where}: ${message}`;
  });
  throw new Refusal(400, problems.join("; "));
}

/** A handler that answers what `act` returns. */
export function answering(act: (request: Request) => Reply): RequestHandler {
  return (request, response) => {
    const { status, body } = act(request);
    response.status(status).json(body);
  };
}

const unreadableBody = z.object({ status: z.number().min(400).max(499), message: z.string() });

/** Answers refusals and bodies that are no JSON; leaves every other error to the server. */
export const answerRefusals: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (error instanceof Refusal) {
    response.status(error.status).json({ error: error.message });
    return;
  }
  const unreadable = unreadableBody.safeParse(error);
  if (!unreadable.success) {
    next(error);
    return;
  }
  response
    .status(unreadable.data.status)
    .json({ error: `the body cannot be read: ${unreadable.data.message}` });
};
