/** Removes tags from a customer; those that are not there are passed over. */
export const TAGS_REMOVE = `#graphql
  mutation TagsRemove($id: ID!, $tags: [String!]!) {
    tagsRemove(id: $id, tags: $tags) {
      node {
        ... on Customer {
          id
          tags
        }
      }
      userErrors {
        field
        message
      }
    }
  }
`;
