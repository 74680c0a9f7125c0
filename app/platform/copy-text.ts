/** A value of a row for PostgreSQL's COPY. */
export type CopyValue = string | number | bigint | boolean | null | readonly string[];

/** One row in COPY's text format, line end included. Dates go as ISO text. */
export function copyRow(values: readonly CopyValue[]): string {
  return `${values.map(field).join("\t")}\n`;
}

function field(value: CopyValue): string {
  if (value === null) return "\\N";
  if (typeof value === "string") return escaped(value);
  if (typeof value === "boolean") return value ? "t" : "f";
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  return escaped(`{${value.map(element).join(",")}}`);
}

/** Backslash and the three characters that end a field or a row. Most texts have none. */
function escaped(text: string): string {
  if (!/[\\\t\n\r]/.test(text)) return text;
  return text
    .replaceAll("\\", "\\\\")
    .replaceAll("\t", "\\t")
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r");
}

function element(text: string): string {
  return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}
