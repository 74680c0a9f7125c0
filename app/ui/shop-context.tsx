import { createContext, useContext, useMemo, type ReactNode } from "react";
import { createFormat, type Format } from "./format.ts";

/** What every page needs to know of the shop to write money, numbers and days as its owner reads them. */
export type ShopView = {
  domain: string;
  currency: string;
  timeZone: string;
  /** The reader's locale as Shopify passes it ("en-GB", "zh-CN"). */
  locale: string;
};

const ShopContext = createContext<ShopView | null>(null);

export function ShopProvider({ shop, children }: { shop: ShopView; children: ReactNode }) {
  return <ShopContext.Provider value={shop}>{children}</ShopContext.Provider>;
}

export function useShop(): ShopView {
  const shop = useContext(ShopContext);
  if (shop === null) throw new Error("useShop is for pages inside ShopProvider");
  return shop;
}

/** Money, numbers and days in the reader's language, the shop's currency and time zone. */
export function useFormat(): Format {
  const { currency, timeZone, locale } = useShop();
  return useMemo(() => createFormat({ currency, timeZone, locale }), [currency, timeZone, locale]);
}
