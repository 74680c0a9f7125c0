/** What kind of failure it is; `app/platform/errors.ts` maps each to an HTTP status. */
export type ErrorCode = "invalid" | "not_found" | "conflict" | "forbidden" | "unavailable" | "internal";

export const HTTP_STATUS = {
  invalid: 400,
  not_found: 404,
  conflict: 409,
  forbidden: 403,
  unavailable: 503,
  internal: 500,
} as const satisfies Record<ErrorCode, number>;

/** A failure with a message for the log and, where a person can do something, one for the page. */
export class AppError extends Error {
  override readonly name: string = "AppError";
  readonly code: ErrorCode;
  /** Key in the locale files' `errors`; the page says it in the reader's language. */
  readonly userMessage: string | undefined;

  constructor(code: ErrorCode, message: string, options: { userMessage?: string; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.code = code;
    this.userMessage = options.userMessage;
  }
}

/** A failure that may pass: try again, not before `afterMs` where it is given. */
export class RetryableError extends AppError {
  override readonly name = "RetryableError";
  readonly afterMs: number | undefined;

  constructor(message: string, options: { afterMs?: number; cause?: unknown } = {}) {
    super("unavailable", message, options);
    this.afterMs = options.afterMs;
  }
}

/** What came of something that is expected to fail now and then. */
export type Result<Value, Failure> = { ok: true; value: Value } | { ok: false; error: Failure };

export function ok<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value };
}

export function err<Failure>(error: Failure): { ok: false; error: Failure } {
  return { ok: false, error };
}

/** For the `default` of a switch that has handled every case. */
export function unreachable(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
