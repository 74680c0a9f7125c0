/** Automatic discounts of a title: to find one that an earlier, cut-off try has made. */
export const DISCOUNTS_BY_TITLE = `#graphql
  query DiscountsByTitle($search: String!) {
    automaticDiscountNodes(first: 10, query: $search) {
      nodes {
        id
        automaticDiscount {
          ... on DiscountAutomaticBasic {
            title
          }
          ... on DiscountAutomaticFreeShipping {
            title
          }
        }
      }
    }
  }
`;
