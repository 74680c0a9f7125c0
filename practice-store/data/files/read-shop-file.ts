import type { FileShop } from "./file-shop.ts";
import { ShopDataError } from "./left-out.ts";
import { OnlineRetailReader } from "./online-retail.ts";
import { retailRowReader } from "./online-retail-row.ts";
import { OrderExportReader } from "./order-export.ts";
import { exportRowReader } from "./order-export-row.ts";
import { readRows, type Row } from "./rows.ts";

/**
 * Reads a shop from a CSV file, plain or gzipped: Shopify's order export or UCI's Online Retail, told
 * apart by the header. `openedOn` (YYYY-MM-DD in the zone) is the day after the last day of Online
 * Retail's history; an export keeps its dates. Throws ShopDataError for any other file.
 */
export async function readShopFile(path: string, openedOn: string, zone: string): Promise<FileShop> {
  let reader: { add(row: Row): void; finish(): FileShop } | undefined;
  for await (const row of readRows(path)) {
    if (reader === undefined) reader = readerFor(path, row.cells, openedOn, zone);
    else reader.add(row);
  }
  const shop = reader?.finish();
  if (shop === undefined) throw new ShopDataError(`${path} is empty`);
  if (shop.orders.length === 0) throw new ShopDataError(`${path} has no order that can be read`);
  return shop;
}

function readerFor(
  path: string,
  header: readonly string[],
  openedOn: string,
  zone: string,
): { add(row: Row): void; finish(): FileShop } {
  const retailRow = retailRowReader(header);
  if (retailRow !== undefined) {
    const reader = new OnlineRetailReader(openedOn, zone);
    return { add: (row) => reader.add(retailRow(row)), finish: () => reader.finish() };
  }
  const exportRow = exportRowReader(header);
  if (exportRow !== undefined) {
    const reader = new OrderExportReader();
    return { add: (row) => reader.add(exportRow(row)), finish: () => reader.finish() };
  }
  throw new ShopDataError(
    `${path} is neither Shopify's order export nor UCI's Online Retail: its first row is ` +
      header.slice(0, 8).join(", "),
  );
}
