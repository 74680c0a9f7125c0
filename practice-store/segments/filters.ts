/** What a segment filter compares, which decides the operators that it takes. */
export type FilterType = "list" | "number" | "date" | "text" | "choice" | "function";

export type Operator =
  | "="
  | "!="
  | ">"
  | ">="
  | "<"
  | "<="
  | "BETWEEN"
  | "CONTAINS"
  | "NOT CONTAINS"
  | "STARTS WITH"
  | "ENDS WITH"
  | "IS NULL"
  | "IS NOT NULL"
  | "MATCHES"
  | "NOT MATCHES";

const ordered: readonly Operator[] = ["=", "!=", ">", ">=", "<", "<=", "BETWEEN", "IS NULL", "IS NOT NULL"];

const operatorsOf: Record<FilterType, readonly Operator[]> = {
  list: ["CONTAINS", "NOT CONTAINS", "IS NULL", "IS NOT NULL"],
  number: ordered,
  date: ordered,
  text: ["=", "!=", "CONTAINS", "NOT CONTAINS", "STARTS WITH", "ENDS WITH", "IS NULL", "IS NOT NULL"],
  choice: ["=", "!=", "IS NULL", "IS NOT NULL"],
  function: ["MATCHES", "NOT MATCHES"],
};

/** Shopify's customer filters. Source: https://help.shopify.com/manual/customers/customer-segmentation/reference-guide */
const filters: Record<string, FilterType> = {
  abandoned_checkout_date: "date",
  amount_spent: "number",
  anniversary: "function",
  companies: "list",
  created_by_app_id: "choice",
  customer_account_status: "choice",
  customer_added_date: "date",
  customer_cities: "list",
  customer_countries: "list",
  customer_email_domain: "text",
  customer_language: "choice",
  customer_regions: "list",
  customer_tags: "list",
  customer_within_distance: "function",
  email_subscription_status: "choice",
  first_order_date: "date",
  last_order_date: "date",
  number_of_orders: "number",
  orders_placed: "function",
  predicted_spend_tier: "choice",
  product_subscription_status: "choice",
  products_purchased: "function",
  rfm_group: "choice",
  sms_subscription_status: "choice",
  "shopify_email.bounced": "function",
  "shopify_email.clicked": "function",
  "shopify_email.delivered": "function",
  "shopify_email.marked_as_spam": "function",
  "shopify_email.opened": "function",
  "shopify_email.unsubscribed": "function",
  store_credit_accounts: "function",
  "storefront.collection_viewed": "function",
  "storefront.product_viewed": "function",
};

/** The type of a filter; undefined where Shopify has no such filter. */
export function filterType(name: string): FilterType | undefined {
  if (Object.hasOwn(filters, name)) return filters[name];
  return /^metafields\.[\w$-]+\.[\w-]+$/.test(name) ? "text" : undefined;
}

export function takesOperator(type: FilterType, operator: Operator): boolean {
  return operatorsOf[type].includes(operator);
}
