import type { Customer, Order } from "../../shop/model.ts";
import { FIRST_ID } from "../records.ts";
import type { FileShop } from "./file-shop.ts";
import type { LeftOutRow } from "./left-out.ts";
import { type ExportedOrder, makeExportedOrder, UnreadableOrder } from "./order-export-order.ts";
import type { ExportRow } from "./order-export-row.ts";
import { ProductList } from "./product-list.ts";

/** Whom an order's first row names. */
type Person = { key: string; row: ExportRow };

/**
 * Makes a shop of Shopify's order export: one row a line item, the order's own cells on its first row
 * only. Customers are told apart by e-mail address, else by phone; an order with neither is a guest's.
 */
export class OrderExportReader {
  #rows: ExportRow[] = [];
  #currency = "";
  #position = 0;
  readonly #names = new Set<string>();
  readonly #read: (ExportedOrder & { person: Person | null })[] = [];
  readonly #leftOut: LeftOutRow[] = [];

  add(row: ExportRow): void {
    if (row.cell("name") === "") {
      this.#leftOut.push({ line: row.line, reason: "no Name" });
      return;
    }
    if (this.#rows[0]?.cell("name") !== row.cell("name")) this.#finishOrder();
    this.#rows.push(row);
  }

  finish(): FileShop {
    this.#finishOrder();
    const inTime = this.#read.toSorted((a, b) => compare(a.order.createdAt, b.order.createdAt));
    const products = new ProductList();
    const customers = new Map<string, Customer>();
    const orders = inTime.map(({ order, vendors, person }): Order => {
      const customer = person === null ? null : knownCustomer(customers, person, order);
      return { ...withProducts(order, vendors, products), customerId: customer?.id ?? null };
    });
    return {
      currencyCode: this.#currency,
      customers: [...customers.values()],
      products: products.products(orders[0]?.createdAt ?? ""),
      orders,
      leftOut: this.#leftOut.sort((a, b) => a.line - b.line),
    };
  }

  #finishOrder(): void {
    const rows = this.#rows;
    const [first] = rows;
    this.#rows = [];
    if (first === undefined) return;
    this.#position += 1;
    this.#currency ||= first.cell("currency");
    try {
      if (this.#names.has(first.cell("name"))) throw new UnreadableOrder("its Name came before in the file");
      this.#names.add(first.cell("name"));
      const exported = makeExportedOrder(rows, this.#position, this.#currency);
      this.#read.push({ ...exported, person: personOf(first) });
    } catch (error) {
      if (!(error instanceof UnreadableOrder)) throw error;
      this.#leftOut.push(...rows.map(({ line }) => ({ line, reason: `order left out: ${error.message}` })));
    }
  }
}

function personOf(row: ExportRow): Person | null {
  const key = row.cell("email").toLowerCase() || row.cell("phone");
  return key === "" ? null : { key, row };
}

/** The customer as the latest order tells of them; orders must come in the order of time. */
function knownCustomer(customers: Map<string, Customer>, { key, row }: Person, order: Order): Customer {
  const known = customers.get(key);
  const [firstName, ...rest] = (row.cell("billingName") || row.cell("shippingName")).split(/\s+/);
  const customer: Customer = {
    id: known?.id ?? FIRST_ID.customer + customers.size + 1,
    firstName: (firstName || known?.firstName) ?? null,
    lastName: (rest.join(" ") || known?.lastName) ?? null,
    email: row.cell("email") || (known?.email ?? null),
    phone: row.cell("phone") || (known?.phone ?? null),
    state: "DISABLED",
    locale: "en",
    countryCode: order.countryCode ?? known?.countryCode ?? null,
    note: null,
    tags: [],
    emailMarketing: row.cell("acceptsMarketing") === "yes" ? "SUBSCRIBED" : "NOT_SUBSCRIBED",
    createdAt: known?.createdAt ?? order.createdAt,
    updatedAt: order.createdAt,
  };
  customers.set(key, customer);
  return customer;
}

function withProducts(order: Order, vendors: readonly string[], products: ProductList): Order {
  const lines = order.lines.map((line, index) => {
    const { product, variant } = products.note({
      key: line.sku ?? line.title,
      sku: line.sku,
      title: line.title,
      vendor: vendors[index] ?? "",
      priceMinor: line.unitPriceMinor,
      giftCard: line.giftCard,
      goods: true,
      soldAt: Date.parse(order.createdAt),
    });
    return { ...line, productId: product.id, variantId: variant.id };
  });
  return { ...order, lines };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
