/** A row of a file that could not be read, by its line (from 1, the header's) and the reason. */
export type LeftOutRow = { line: number; reason: string };

/** Says that a file, or the folder of a practice store, cannot be used, and what to do. */
export class ShopDataError extends Error {
  override name = "ShopDataError";
}
