import { gid } from "../../shop/gid.ts";
import type { ShopInfo } from "../../shop/model.ts";
import { localInstant } from "./values.ts";

/** Amounts written for people: "£{{amount}}". */
function moneyFormat({ currencyCode }: ShopInfo): string {
  const parts = new Intl.NumberFormat("en", { style: "currency", currency: currencyCode }).formatToParts(0);
  return `${parts.find(({ type }) => type === "currency")?.value ?? currencyCode}{{amount}}`;
}

/** What every practice shop says alike: a plan without extras, an address it does not have. */
const PLAIN = {
  address1: null,
  address2: null,
  auto_configure_tax_inclusivity: null,
  checkout_api_supported: true,
  city: null,
  county_taxes: null,
  eligible_for_payments: true,
  finances: true,
  google_apps_domain: null,
  google_apps_login_enabled: null,
  has_discounts: true,
  has_gift_cards: true,
  has_storefront: true,
  latitude: null,
  longitude: null,
  marketing_sms_consent_enabled_at_checkout: false,
  multi_location_enabled: false,
  password_enabled: false,
  phone: null,
  plan_display_name: "Basic",
  plan_name: "basic",
  pre_launch_enabled: false,
  primary_location_id: 1,
  province: null,
  province_code: null,
  requires_extra_payments_agreement: false,
  setup_required: false,
  source: null,
  tax_shipping: null,
  transactional_sms_disabled: false,
  weight_unit: "kg",
  zip: null,
};

/** `shop/update`, `app/uninstalled`. */
export function shopPayload(shop: ShopInfo, at: string): Record<string, unknown> {
  const format = moneyFormat(shop);
  const country = new Intl.DisplayNames("en", { type: "region" }).of(shop.countryCode) ?? shop.countryCode;
  return {
    ...PLAIN,
    id: shop.id,
    name: shop.name,
    shop_owner: "Owner",
    email: shop.email,
    customer_email: shop.email,
    domain: shop.myshopifyDomain,
    myshopify_domain: shop.myshopifyDomain,
    primary_locale: shop.primaryLocale,
    country,
    country_name: country,
    country_code: shop.countryCode,
    currency: shop.currencyCode,
    enabled_presentment_currencies: [shop.currencyCode],
    money_format: format,
    money_in_emails_format: format,
    money_with_currency_format: `${format} ${shop.currencyCode}`,
    money_with_currency_in_emails_format: `${format} ${shop.currencyCode}`,
    taxes_included: shop.taxesIncluded,
    iana_timezone: shop.ianaTimezone,
    timezone: shop.ianaTimezone,
    created_at: localInstant(shop.createdAt, shop.ianaTimezone),
    updated_at: localInstant(at, shop.ianaTimezone),
  };
}

/** `app/scopes_update`. */
export function scopesPayload(
  change: { appId: number; previous: string[]; current: string[] },
  shop: ShopInfo,
  at: string,
) {
  return {
    id: change.appId,
    shop_id: gid("Shop", shop.id),
    previous: change.previous,
    current: change.current,
    updated_at: at,
  };
}

/** `bulk_operations/finish`. */
export type FinishedOperation = {
  id: number;
  status: "completed" | "failed" | "canceled";
  errorCode: string | null;
  type: "query" | "mutation";
  createdAt: string;
  completedAt: string | null;
};

export function bulkFinishPayload(operation: FinishedOperation, { ianaTimezone }: ShopInfo) {
  const { completedAt } = operation;
  return {
    admin_graphql_api_id: gid("BulkOperation", operation.id),
    status: operation.status,
    error_code: operation.errorCode,
    type: operation.type,
    created_at: localInstant(operation.createdAt, ianaTimezone),
    completed_at: completedAt === null ? null : localInstant(completedAt, ianaTimezone),
  };
}
