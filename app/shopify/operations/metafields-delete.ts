/** Deletes metafields; those that are not there are passed over. */
export const METAFIELDS_DELETE = `#graphql
  mutation MetafieldsDelete($metafields: [MetafieldIdentifierInput!]!) {
    metafieldsDelete(metafields: $metafields) {
      deletedMetafields {
        ownerId
        key
      }
      userErrors {
        field
        message
      }
    }
  }
`;
