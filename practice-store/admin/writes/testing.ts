import { z } from "zod";
import { startAdmin } from "../testing/admin-server.ts";
import { smallShop } from "../testing/small-shop.ts";
import { writesPart } from "./index.ts";

const SCOPES = ["write_customers", "read_products", "write_discounts"];

const root = z.record(z.string(), z.unknown());

export type WritesServer = Awaited<ReturnType<typeof startWrites>>;

/** An Admin API with all mutations over a small shop. */
export async function startWrites() {
  const server = await startAdmin(smallShop(), { scopes: SCOPES, parts: [writesPart] });
  /** The first field of an answer's data; throws the answer's errors. */
  const ask = async (query: string, variables: unknown = {}, token?: string) => {
    const { data, errors } = await server.graphql(query, variables, token);
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return Object.values(root.parse(data))[0];
  };
  const createSegment = async (name: string, query: string) => {
    const text = `mutation ($name: String!, $query: String!) {
      segmentCreate(name: $name, query: $query) { segment { id name } }
    }`;
    const made = z.object({ segment: z.object({ id: z.string(), name: z.string() }) });
    return made.parse(await ask(text, { name, query })).segment;
  };
  return { ...server, ask, createSegment };
}
