/** Requests of which only variables and answers were recorded: texts that ask for what was answered. */

export const TAGS_ADD = `mutation ($id: ID!, $tags: [String!]!) {
  tagsAdd(id: $id, tags: $tags) { node { ... on Product { id tags } } userErrors { field message } }
}`;

export const TAGS_REMOVE = TAGS_ADD.replace("tagsAdd", "tagsRemove");

const PAGE = "pageInfo { hasNextPage hasPreviousPage startCursor endCursor }";
const PRODUCTS = `edges { cursor node { id tags } } nodes { id tags } ${PAGE}`;

export const TAGS_ADD_READ = `query ($id: ID!, $query: String!) {
  product(id: $id) { id tags }
  products(first: 10, query: $query) { ${PRODUCTS} }
  productsCount(query: $query) { count precision }
}`;

export const TAGS_REMOVE_READ = `query ($id: ID!, $remainingQuery: String!, $removedQuery: String!) {
  product(id: $id) { id tags }
  remaining: products(first: 10, query: $remainingQuery) { ${PRODUCTS} }
  removed: products(first: 10, query: $removedQuery) { ${PRODUCTS} }
  remainingCount: productsCount(query: $remainingQuery) { count precision }
  removedCount: productsCount(query: $removedQuery) { count precision }
}`;

export const METAFIELDS_SET = `mutation ($metafields: [MetafieldsSetInput!]!) {
  metafieldsSet(metafields: $metafields) {
    metafields { id namespace key type value compareDigest }
    userErrors { field message code elementIndex }
  }
}`;

const METAFIELD = "id namespace key type value compareDigest";

export const METAFIELDS_READ = `query ($id: ID!) {
  product(id: $id) {
    id
    primarySpec: metafield(namespace: "custom", key: "material") { ${METAFIELD} }
    origin: metafield(namespace: "details", key: "origin") { ${METAFIELD} }
    season: metafield(namespace: "details", key: "season") { ${METAFIELD} }
    metafields(first: 10) { nodes { ${METAFIELD} } ${PAGE} }
  }
}`;

const MERGED = `id firstName lastName displayName email note tags numberOfOrders
  defaultEmailAddress { emailAddress } defaultPhoneNumber { phoneNumber }
  metafields(first: 5) { nodes { id } ${PAGE} } orders(first: 5) { nodes { id } ${PAGE} }
  lastOrder { id } createdAt updatedAt`;

export const CUSTOMER_CREATE = `mutation ($input: CustomerInput!) {
  customerCreate(input: $input) { customer { ${MERGED} } userErrors { field message } }
}`;

export const MERGE_PREVIEW = `query ($one: ID!, $two: ID!, $override: CustomerMergeOverrideFields) {
  customerMergePreview(customerOneId: $one, customerTwoId: $two, overrideFields: $override) {
    resultingCustomerId
    defaultFields {
      firstName lastName displayName email { emailAddress } phoneNumber { phoneNumber } note tags
    }
    alternateFields { firstName lastName email { emailAddress } phoneNumber { phoneNumber } }
    blockingFields { note tags }
    customerMergeErrors { errorFields message }
  }
}`;

export const MERGE = `mutation ($one: ID!, $two: ID!, $override: CustomerMergeOverrideFields) {
  customerMerge(customerOneId: $one, customerTwoId: $two, overrideFields: $override) {
    resultingCustomerId job { id done } userErrors { field message code }
  }
}`;

export const MERGE_WITHOUT_TWO = `mutation CustomerMergeMissingArgument($one: ID!) {
  customerMerge(customerOneId: $one) { userErrors { message } }
}`;

export const MERGE_BLANK_IDS = `mutation CustomerMergeBlankLiteralIds {
  customerMerge(customerOneId: "", customerTwoId: "") { userErrors { message } }
}`;

export const MERGE_STATUS = `query ($jobId: ID!) {
  customerMergeJobStatus(jobId: $jobId) {
    jobId resultingCustomerId status customerMergeErrors { errorFields message }
  }
}`;

export const MERGE_READ = `query ($one: ID!, $two: ID!) {
  source: customer(id: $one) { id }
  result: customer(id: $two) { ${MERGED} }
}`;
