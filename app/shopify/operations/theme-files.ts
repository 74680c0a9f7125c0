/** The published theme's templates, in which an app block shows as `shopify://apps/…/blocks/…`. */
export const THEME_FILES = `#graphql
  query ThemeFiles {
    themes(first: 1, roles: [MAIN]) {
      nodes {
        files(first: 50, filenames: ["templates/*.json", "templates/customers/*.json"]) {
          nodes {
            filename
            body {
              ... on OnlineStoreThemeFileBodyText {
                content
              }
            }
          }
        }
      }
    }
  }
`;
