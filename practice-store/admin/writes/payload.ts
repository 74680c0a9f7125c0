import type { Node } from "../context.ts";

/** One entry of `userErrors`. Codes and further fields differ from payload to payload. */
export type UserError = {
  field: string[] | null;
  message: string;
  code?: string | null;
  elementIndex?: number | null;
  extraInfo?: string | null;
};

/** A mutation that did its work. */
export function done(type: string, fields: Record<string, unknown>): Node {
  return { __typename: type, ...fields, userErrors: [] };
}

/** A mutation that was refused: its result fields are null. */
export function refused(type: string, fields: readonly string[], userErrors: readonly UserError[]): Node {
  return { __typename: type, ...Object.fromEntries(fields.map((field) => [field, null])), userErrors };
}
