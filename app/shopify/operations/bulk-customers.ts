/** All customers, without anything personal, or those that changed since an instant. */
export const BULK_CUSTOMERS = `#graphql
  query BulkCustomers($filter: String) {
    customers(query: $filter) {
      edges {
        node {
          id
          tags
          createdAt
          updatedAt
          numberOfOrders
          amountSpent {
            amount
          }
        }
      }
    }
  }
`;
