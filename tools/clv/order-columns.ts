const START = 1 << 16;

/** Orders side by side, 16 bytes each: of a whole file they fit in memory, and are sorted out at the end. */
export class OrderColumns {
  #length = 0;
  #customers = new Int32Array(START);
  #days = new Int32Array(START);
  #minors = new Float64Array(START);
  /** Of each customer, in minor units. */
  readonly #sums: number[] = [];

  /**
   * Customers are counted from 0 on, as they first come.
   * @throws RangeError where the customer's sum is beyond what a number holds exactly.
   */
  add(customer: number, day: number, minor: number): void {
    const sum = (this.#sums[customer] ?? 0) + minor;
    this.#sums[customer] = sum;
    if (!Number.isSafeInteger(sum)) throw new RangeError("amount is too large to be added exactly");
    if (this.#length === this.#days.length) this.#grow();
    this.#customers[this.#length] = customer;
    this.#days[this.#length] = day;
    this.#minors[this.#length] = minor;
    this.#length += 1;
  }

  /** The sum of each day with an order, customer by customer. */
  *byCustomer(): Generator<ReadonlyMap<number, number>> {
    const order = this.#sorted();
    for (let at = 0; at < order.length;) {
      const customer = this.#customers[order[at] ?? 0];
      const minorByDay = new Map<number, number>();
      for (; at < order.length && this.#customers[order[at] ?? 0] === customer; at += 1) {
        const place = order[at] ?? 0;
        const day = this.#days[place] ?? 0;
        minorByDay.set(day, (minorByDay.get(day) ?? 0) + (this.#minors[place] ?? 0));
      }
      yield minorByDay;
    }
  }

  /** Places of orders by customer, those of a customer as they came: a counting sort. */
  #sorted(): Int32Array {
    const starts = new Int32Array(this.#sums.length + 1);
    for (let at = 0; at < this.#length; at += 1) {
      const next = (this.#customers[at] ?? 0) + 1;
      starts[next] = (starts[next] ?? 0) + 1;
    }
    for (let at = 1; at < starts.length; at += 1) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
    const order = new Int32Array(this.#length);
    for (let at = 0; at < this.#length; at += 1) {
      const customer = this.#customers[at] ?? 0;
      order[starts[customer] ?? 0] = at;
      starts[customer] = (starts[customer] ?? 0) + 1;
    }
    return order;
  }

  #grow(): void {
    this.#customers = copied(this.#customers, new Int32Array(2 * this.#length));
    this.#days = copied(this.#days, new Int32Array(2 * this.#length));
    this.#minors = copied(this.#minors, new Float64Array(2 * this.#length));
  }
}

function copied<Column extends Int32Array | Float64Array>(from: Column, to: Column): Column {
  to.set(from);
  return to;
}
