/** One order as the bulk query of orders tells it (`bulk-orders.ts`), up to 250 lines at a time. */
export const ORDER_BY_ID = `#graphql
  query OrderById($id: ID!, $after: String) {
    order(id: $id) {
      id
      name
      processedAt
      createdAt
      updatedAt
      cancelledAt
      test
      displayFinancialStatus
      taxesIncluded
      customer {
        id
      }
      subtotalPriceSet {
        shopMoney {
          amount
        }
      }
      totalShippingPriceSet {
        shopMoney {
          amount
        }
      }
      totalTaxSet {
        shopMoney {
          amount
        }
      }
      totalPriceSet {
        shopMoney {
          amount
        }
      }
      currentTotalTaxSet {
        shopMoney {
          amount
        }
      }
      totalRefundedShippingSet {
        shopMoney {
          amount
        }
      }
      refunds {
        id
        createdAt
        totalRefundedSet {
          shopMoney {
            amount
          }
        }
      }
      lineItems(first: 250, after: $after) {
        nodes {
          id
          sku
          quantity
          currentQuantity
          isGiftCard
          product {
            id
          }
          variant {
            id
          }
          discountedTotalSet(withCodeDiscounts: true) {
            shopMoney {
              amount
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`;
