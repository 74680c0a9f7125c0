/** Customers that Shopify's own search finds: by name, e-mail, phone. */
export const CUSTOMER_SEARCH = `#graphql
  query CustomerSearch($query: String!) {
    customers(first: 100, query: $query) {
      nodes {
        id
      }
    }
  }
`;
