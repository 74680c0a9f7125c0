/** What came of a piece of news. */
export type Applied = {
  /** The mirror knew better already. */
  stale: boolean;
  /** Customers of whom something that counts changed. */
  customerIds: string[];
  /** Which orders changed, where nothing else did, each with a customer whose it is or was. */
  orders?: { orderId: string; customerId: string }[];
};
