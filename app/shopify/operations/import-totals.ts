/** How much there is to read. */
export const IMPORT_TOTALS = `#graphql
  query ImportTotals {
    productsCount(limit: null) {
      count
    }
    customersCount(limit: null) {
      count
    }
    ordersCount(limit: null) {
      count
    }
  }
`;
