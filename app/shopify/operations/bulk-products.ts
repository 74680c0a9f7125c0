/** All products, or those that changed since an instant. */
export const BULK_PRODUCTS = `#graphql
  query BulkProducts($filter: String) {
    products(query: $filter) {
      edges {
        node {
          id
          title
          productType
          vendor
          isGiftCard
          updatedAt
        }
      }
    }
  }
`;
