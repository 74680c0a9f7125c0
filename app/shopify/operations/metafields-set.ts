/** Writes up to 25 metafields, all or none. */
export const METAFIELDS_SET = `#graphql
  mutation MetafieldsSet($metafields: [MetafieldsSetInput!]!) {
    metafieldsSet(metafields: $metafields) {
      metafields {
        id
        ownerType
      }
      userErrors {
        field
        message
        code
        elementIndex
      }
    }
  }
`;
