/** A failure that Shopify explains: what was asked for is not possible as asked. */
export type UserError = { field?: readonly string[] | null; message: string; code?: string | null };

/** One line for a log or a ledger: "title: Title can't be blank (BLANK); …". */
export function describeUserErrors(errors: readonly UserError[]): string {
  return errors
    .map(({ field, message, code }) => {
      const where = field === null || field === undefined ? "" : `${field.join(".")}: `;
      return `${where}${message}${code === null || code === undefined ? "" : ` (${code})`}`;
    })
    .join("; ");
}
