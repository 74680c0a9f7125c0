/** What came of a piece of news. */
export type Applied = {
  /** The mirror knew better already. */
  stale: boolean;
  /** Customers of whom something that counts changed. */
  customerIds: string[];
  /** Which of their orders changed, where nothing else did. */
  orderIds?: string[];
};
