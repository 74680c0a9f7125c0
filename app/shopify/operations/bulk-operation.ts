/** How a bulk operation stands. */
export const BULK_OPERATION = `#graphql
  query BulkOperation($id: ID!) {
    bulkOperation(id: $id) {
      status
      errorCode
      createdAt
      objectCount
      url
      partialDataUrl
    }
  }
`;
