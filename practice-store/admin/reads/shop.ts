import type { AdminContext, Node } from "../context.ts";
import { gid } from "../../shop/gid.ts";
import { metafieldFields } from "./metafields.ts";
import { instant } from "./values.ts";

function timezoneOffsetMinutes(timeZone: string, at: Date): number {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" }).formatToParts(at);
  const text = parts.find(({ type }) => type === "timeZoneName")?.value ?? "GMT";
  const match = /GMT([+-])(\d{2}):(\d{2})/.exec(text);
  if (match === null) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === "-" ? -minutes : minutes;
}

export function shopNode(ctx: AdminContext): Node {
  const { shop } = ctx.store;
  const url = `https://${shop.myshopifyDomain}`;
  return {
    __typename: "Shop",
    id: gid("Shop", shop.id),
    ...metafieldFields(gid("Shop", shop.id), ctx),
    name: shop.name,
    email: shop.email,
    contactEmail: shop.email,
    myshopifyDomain: shop.myshopifyDomain,
    url,
    primaryDomain: () => ({
      __typename: "Domain",
      id: gid("Domain", shop.id),
      host: shop.myshopifyDomain,
      url,
      sslEnabled: true,
    }),
    currencyCode: shop.currencyCode,
    enabledPresentmentCurrencies: [shop.currencyCode],
    ianaTimezone: shop.ianaTimezone,
    timezoneOffsetMinutes: () => timezoneOffsetMinutes(shop.ianaTimezone, ctx.clock()),
    taxesIncluded: shop.taxesIncluded,
    createdAt: instant(shop.createdAt),
    features: () => ({ __typename: "ShopFeatures", sellsSubscriptions: shop.sellsSubscriptions }),
    plan: () => ({ __typename: "ShopPlan", partnerDevelopment: true, shopifyPlus: false }),
  };
}

/** The shop's languages: a practice shop has only its primary one. */
export function shopLocales(ctx: AdminContext): Node[] {
  const locale = ctx.store.shop.primaryLocale;
  return [{ __typename: "ShopLocale", locale, primary: true, published: true }];
}
