/** All orders with their lines, or those that changed since an instant (`updated_at:>=…`). */
export const BULK_ORDERS = `#graphql
  query BulkOrders($filter: String) {
    orders(query: $filter) {
      edges {
        node {
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
          lineItems {
            edges {
              node {
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
            }
          }
        }
      }
    }
  }
`;
