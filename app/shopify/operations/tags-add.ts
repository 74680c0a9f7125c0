/** Adds tags to a customer; those that are there already stay as they are. */
export const TAGS_ADD = `#graphql
  mutation TagsAdd($id: ID!, $tags: [String!]!) {
    tagsAdd(id: $id, tags: $tags) {
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
