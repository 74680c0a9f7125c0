import { stringify } from "csv-stringify/browser/esm/sync";

/** Hands the browser a CSV file to keep. The mark at its start tells spreadsheets that it is UTF-8. */
export function saveCsv(name: string, lines: readonly (string | number | null)[][]): void {
  const file = new Blob([stringify([...lines], { bom: true, escape_formulas: true })], {
    type: "text/csv;charset=utf-8",
  });
  const url = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = url;
  link.download = `${name}.csv`;
  link.click();
  URL.revokeObjectURL(url);
}
