export const DISCOUNT_FREE_SHIPPING_CREATE = `#graphql
  mutation DiscountFreeShippingCreate($discount: DiscountAutomaticFreeShippingInput!) {
    discountAutomaticFreeShippingCreate(freeShippingAutomaticDiscount: $discount) {
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
