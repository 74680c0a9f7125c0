/** What a shop says of itself, and what the app may do there. */
export const SHOP = `#graphql
  query Shop {
    shop {
      name
      currencyCode
      ianaTimezone
      taxesIncluded
    }
    currentAppInstallation {
      accessScopes {
        handle
      }
    }
  }
`;
