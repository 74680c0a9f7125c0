const READABLE_DAYS = 60;

/**
 * The instant since which orders can be read; null: all. Without the scope read_all_orders, which Shopify
 * approves app by app, it is the last 60 days.
 * Source: https://shopify.dev/docs/api/admin-graphql/latest/queries/orders
 */
export function ordersSince(scopes: readonly string[], at: Date): Date | null {
  if (scopes.includes("read_all_orders")) return null;
  return new Date(at.getTime() - READABLE_DAYS * 86_400_000);
}
