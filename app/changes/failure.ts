/** What Shopify says is wrong with an input. */
export type UserError = { message: string; code?: string | null | undefined };

/** An expected failure: Shopify took the call and refused what it asks for. */
export function failure<Change>(
  change: Change,
  errors: readonly UserError[],
): { change: Change; state: "failed"; error: string } {
  const said = errors.map(({ message }) => message).join("; ");
  return {
    change,
    state: "failed",
    error: said === "" ? "Shopify answered with neither a result nor a reason" : said,
  };
}
