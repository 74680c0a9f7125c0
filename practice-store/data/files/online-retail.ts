import type { Customer, Order, OrderLine } from "../../shop/model.ts";
import { inventPerson } from "../generator/customers.ts";
import { Random } from "../generator/random.ts";
import { FIRST_ID } from "../records.ts";
import { dayNumber, instantText, zoneClock } from "../zone.ts";
import { countryCode } from "./countries.ts";
import { applyCredit, type CreditNote, matchCreditNote } from "./credit-notes.ts";
import type { FileShop } from "./file-shop.ts";
import type { LeftOutRow } from "./left-out.ts";
import { ONLINE_RETAIL_CURRENCY, type RetailRow } from "./online-retail-row.ts";
import { ProductList } from "./product-list.ts";

/** An invoice with the lines that it sells, or as a credit note the rows that it gives back. */
type Invoice = { first: RetailRow; lines: OrderLine[]; credited: RetailRow[] };

/**
 * Makes a shop of UCI's Online Retail (Chen et al. 2012): invoices become paid orders, credit notes
 * cancel or refund the order they answer to, rows without a customer are guests'. All times are moved
 * by whole days so that the last day is the one before `openedOn`. People get invented names.
 */
export class OnlineRetailReader {
  readonly #zone: string;
  readonly #openedOn: string;
  readonly #invoices = new Map<string, Invoice>();
  readonly #products = new ProductList();
  readonly #leftOut: LeftOutRow[] = [];
  #lastLineId: number = FIRST_ID.line;
  #lastRefundId: number = FIRST_ID.refund;

  constructor(openedOn: string, zone: string) {
    this.#openedOn = openedOn;
    this.#zone = zone;
  }

  add(row: RetailRow | LeftOutRow): void {
    if ("reason" in row) {
      this.#leftOut.push(row);
      return;
    }
    const key = `${row.kind}${String(row.invoice)}`;
    const invoice = this.#invoices.get(key) ?? { first: row, lines: [], credited: [] };
    this.#invoices.set(key, invoice);
    if (invoice.first.customer !== row.customer)
      this.#leftOut.push({ line: row.line, reason: "another customer than the invoice's first row" });
    else if (row.kind === "credit") invoice.credited.push(row);
    else invoice.lines.push(this.#makeLine(row));
  }

  finish(): FileShop {
    const invoices = [...this.#invoices.values()].sort(
      (a, b) => a.first.day - b.first.day || a.first.second - b.first.second || a.first.line - b.first.line,
    );
    const lastDay = invoices.at(-1)?.first.day ?? 0;
    const movedDays = dayNumber(this.#openedOn) - 1 - lastDay;
    const instant = zoneClock(this.#zone);
    const timeOf = ({ first }: Invoice): string => instantText(instant(first.day + movedDays, first.second));

    const people = new Map<number, Customer>();
    const orders = new Map<number, Order>();
    const ordersOf = new Map<number, number[]>();
    for (const invoice of invoices) {
      const at = timeOf(invoice);
      const { first, credited } = invoice;
      const customer =
        first.customer === null ? null : knownPerson(people, first.customer, first.country, at);
      if (first.kind === "sale") {
        const order = makeOrder(invoice, customer, at);
        orders.set(order.id, order);
        if (customer !== null) ordersOf.set(customer.id, [...(ordersOf.get(customer.id) ?? []), order.id]);
      } else if (customer !== null) {
        const own = (ordersOf.get(customer.id) ?? []).flatMap((id) => orders.get(id) ?? []);
        this.#credit({ customerId: customer.id, at, rows: credited }, own, orders);
      }
    }
    return {
      currencyCode: ONLINE_RETAIL_CURRENCY,
      customers: [...people.values()],
      products: this.#products.products(invoices[0] === undefined ? "" : timeOf(invoices[0])),
      orders: [...orders.values()],
      leftOut: this.#leftOut.sort((a, b) => a.line - b.line),
    };
  }

  #makeLine(row: RetailRow): OrderLine {
    const giftCard = row.stockCode.startsWith("GIFT_");
    const { product, variant } = this.#products.note({
      key: row.stockCode,
      sku: row.stockCode,
      title: row.title,
      vendor: "",
      priceMinor: row.unitPriceMinor,
      giftCard,
      // Codes without a digit are postage, fees, samples and the like.
      goods: /\d/.test(row.stockCode),
      soldAt: row.day * 86_400 + row.second,
    });
    this.#lastLineId += 1;
    return {
      id: this.#lastLineId,
      productId: product.id,
      variantId: variant.id,
      sku: variant.sku,
      // The product's own text where it is the same: half a million rows share a few thousand.
      title: row.title === product.title ? product.title : row.title || row.stockCode,
      quantity: row.quantity,
      unitPriceMinor: row.unitPriceMinor,
      discountMinor: 0,
      taxMinor: 0,
      giftCard,
    };
  }

  #credit(note: CreditNote, own: readonly Order[], orders: Map<number, Order>): void {
    const { results, leftOut } = matchCreditNote(note, own);
    this.#leftOut.push(...leftOut);
    for (const result of results) {
      this.#lastRefundId += 1;
      orders.set(result.order.id, applyCredit(result, this.#lastRefundId, note.at));
    }
  }
}

function knownPerson(people: Map<number, Customer>, number: number, country: string, at: string): Customer {
  const known = people.get(number);
  if (known !== undefined) {
    known.updatedAt = at;
    return known;
  }
  const code = countryCode(country);
  const person: Customer = {
    id: FIRST_ID.customer + number,
    ...inventPerson(new Random(number, 0), code ?? "GB"),
    email: `customer.${String(number)}@example.com`,
    phone: null,
    state: "DISABLED",
    countryCode: code,
    note: `CustomerID ${String(number)}`,
    tags: [],
    emailMarketing: "NOT_SUBSCRIBED",
    createdAt: at,
    updatedAt: at,
  };
  people.set(number, person);
  return person;
}

function makeOrder({ first, lines }: Invoice, customer: Customer | null, at: string): Order {
  return {
    id: FIRST_ID.order + first.invoice,
    number: first.invoice,
    name: `#${String(first.invoice)}`,
    customerId: customer?.id ?? null,
    email: customer?.email ?? null,
    countryCode: countryCode(first.country),
    sourceName: "web",
    taxesIncluded: true,
    test: false,
    financialStatus: "PAID",
    createdAt: at,
    processedAt: at,
    updatedAt: at,
    cancelledAt: null,
    cancelReason: null,
    discountCodes: [],
    lines,
    shippingMinor: 0,
    shippingDiscountMinor: 0,
    shippingTaxMinor: 0,
    refunds: [],
  };
}
