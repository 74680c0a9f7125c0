import type { AdminClient } from "#app/shopify/admin-client.server.ts";
import { CUSTOMERS_NOW } from "#app/shopify/operations/customers-now.ts";

/** What a customer carries in Shopify at this moment. */
export type CustomerNow = { tags: readonly string[]; standing: string | null };

/** Asks Shopify what these customers carry, by gid; one that is gone is not in the answer. At most 250. */
export async function customersNow(
  client: AdminClient,
  gids: readonly string[],
): Promise<Map<string, CustomerNow>> {
  const { nodes } = await client.run(CUSTOMERS_NOW, { ids: [...new Set(gids)] });
  return new Map(
    nodes.flatMap((node) =>
      node !== null && "tags" in node
        ? [[node.id, { tags: node.tags, standing: node.standing?.value ?? null }] as const]
        : [],
    ),
  );
}
