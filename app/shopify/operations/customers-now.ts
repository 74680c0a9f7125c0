/** What some customers carry in Shopify at this moment. */
export const CUSTOMERS_NOW = `#graphql
  query CustomersNow($ids: [ID!]!) {
    nodes(ids: $ids) {
      ... on Customer {
        id
        tags
        standing: metafield(namespace: "$app", key: "standing") {
          value
        }
      }
    }
  }
`;
