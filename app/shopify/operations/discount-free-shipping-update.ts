export const DISCOUNT_FREE_SHIPPING_UPDATE = `#graphql
  mutation DiscountFreeShippingUpdate($id: ID!, $discount: DiscountAutomaticFreeShippingInput!) {
    discountAutomaticFreeShippingUpdate(id: $id, freeShippingAutomaticDiscount: $discount) {
      automaticDiscountNode {
        id
      }
      userErrors {
        field
        message
        code
      }
    }
  }
`;
