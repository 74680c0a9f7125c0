/** The shop's languages. Needs the scope read_locales. */
export const SHOP_LOCALES = `#graphql
  query ShopLocales {
    shopLocales {
      locale
      primary
    }
  }
`;
