/** Lines of a plain table: the first column to the left, the others to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    row.map((cell, column) => pad(cell, widths[column] ?? 0, column)).join("   ");
  return rows.map((row) => `  ${line(row).trimEnd()}`).join("\n");
}

function pad(cell: string, width: number, column: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}

/** "161,204" */
export function whole(value: number): string {
  return Math.round(value).toLocaleString("en");
}

/** "0.41" */
export function ratio(value: number): string {
  return value.toFixed(2);
}
