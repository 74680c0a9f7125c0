import type { Customer, Order, Product } from "../../shop/model.ts";
import type { LeftOutRow } from "./left-out.ts";

/** A shop as read from a file, in the order of time. */
export type FileShop = {
  currencyCode: string;
  customers: Customer[];
  products: Product[];
  orders: Order[];
  leftOut: LeftOutRow[];
};

/** Finds the columns of a file by their names, whatever their order and case. */
export function columnsOf(header: readonly string[]): (...names: string[]) => number | undefined {
  const places = new Map(header.map((cell, place) => [cell.trim().toLowerCase(), place]));
  return (...names) => {
    const found = names.find((name) => places.has(name.toLowerCase()));
    return found === undefined ? undefined : places.get(found.toLowerCase());
  };
}
