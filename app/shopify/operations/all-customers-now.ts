/** The same as CUSTOMERS_NOW for every customer: a bulk query, one line each. */
export const ALL_CUSTOMERS_NOW = `#graphql
  query AllCustomersNow {
    customers {
      edges {
        node {
          id
          tags
          standing: metafield(namespace: "$app", key: "standing") {
            value
          }
        }
      }
    }
  }
`;
