/** How many automatic discounts are active: a shop has room for 25, over all apps and its own. */
export const ACTIVE_DISCOUNTS_COUNT = `#graphql
  query ActiveDiscountsCount {
    discountNodesCount(query: "method:automatic status:active") {
      count
    }
  }
`;
