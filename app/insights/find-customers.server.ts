import { numberInGid } from "#app/platform/ids.ts";
import type { AdminClient } from "#app/shopify/admin-client.server.ts";
import { CUSTOMER_SEARCH } from "#app/shopify/operations/customer-search.ts";

/** Numbers of the customers whom a person means: by number, else by Shopify's search of names and e-mails. */
export async function findCustomers(client: AdminClient, search: string): Promise<bigint[]> {
  if (/^\d{6,}$/.test(search)) return [BigInt(search)];
  const { customers } = await client.run(CUSTOMER_SEARCH, { query: search });
  return customers.nodes.map(({ id }) => numberInGid("Customer", id));
}
