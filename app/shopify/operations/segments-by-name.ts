/** Segments of a name: to find one that an earlier, cut-off try has made. */
export const SEGMENTS_BY_NAME = `#graphql
  query SegmentsByName($search: String!) {
    segments(first: 10, query: $search) {
      nodes {
        id
        name
        query
      }
    }
  }
`;
