import { readFileSync } from "node:fs";
import { parse } from "smol-toml";
import { z } from "zod";

/** A topic the app listens to and where its messages go: a path of the app or a whole address. */
export type Subscription = { topic: string; uri: string };

/** A metafield definition that every shop gets with the app, in the app's own namespace `$app`. */
export type DeclaredMetafield = {
  ownerType: string;
  namespace: string;
  key: string;
  name: string;
  description: string | null;
  type: string;
  access: { admin: string | null; storefront: string | null; customerAccount: string | null };
};

/** What `shopify.app.toml` says of an app. */
export type AppToml = {
  clientId: string;
  name: string;
  handle: string;
  applicationUrl: string;
  scopes: string[];
  optionalScopes: string[];
  apiVersion: string;
  subscriptions: Subscription[];
  complianceTopics: Subscription[];
  metafields: DeclaredMetafield[];
};

const subscription = z.object({
  uri: z.string(),
  topics: z.array(z.string()).default([]),
  compliance_topics: z.array(z.string()).default([]),
});

const appFile = z.object({
  client_id: z.string(),
  name: z.string(),
  handle: z.string(),
  application_url: z.url(),
  access_scopes: z.object({
    scopes: z.string(),
    optional_scopes: z.array(z.string()).default([]),
  }),
  webhooks: z.object({
    api_version: z.string(),
    subscriptions: z.array(subscription).default([]),
  }),
});

const access = z.object({
  admin: z.enum(["merchant_read", "merchant_read_write"]).optional(),
  storefront: z.enum(["none", "public_read"]).optional(),
  customer_account: z.enum(["none", "read", "read_write"]).optional(),
});

const declaration = z.object({
  name: z.string().optional(),
  description: z.string().optional(),
  type: z.string(),
  access: access.default({}),
});

const owner = z.object({ metafields: z.strictObject({ app: z.record(z.string(), declaration) }) });

/**
 * Reads an app's configuration file. Throws where it cannot be read or lacks what every app needs.
 * Source: https://shopify.dev/docs/apps/build/cli-for-apps/app-configuration
 */
export function readAppToml(path: string): AppToml {
  const content = parse(readFileSync(path, "utf8"));
  const file = appFile.parse(content);
  const { subscriptions } = file.webhooks;
  return {
    clientId: file.client_id,
    name: file.name,
    handle: file.handle,
    applicationUrl: file.application_url,
    scopes: file.access_scopes.scopes.split(",").map((scope) => scope.trim()),
    optionalScopes: file.access_scopes.optional_scopes,
    apiVersion: file.webhooks.api_version,
    subscriptions: subscriptions.flatMap(({ topics, uri }) => topics.map((topic) => ({ topic, uri }))),
    complianceTopics: subscriptions.flatMap(({ compliance_topics, uri }) =>
      compliance_topics.map((topic) => ({ topic, uri })),
    ),
    metafields: Object.entries(content).flatMap(([ownerType, table]) => declaredMetafields(ownerType, table)),
  };
}

function declaredMetafields(ownerType: string, table: unknown): DeclaredMetafield[] {
  if (table === null || typeof table !== "object" || !("metafields" in table)) return [];
  return Object.entries(owner.parse(table).metafields.app).map(([key, declared]) => ({
    ownerType: ownerType.toUpperCase(),
    namespace: "$app",
    key,
    name: declared.name ?? key,
    description: declared.description ?? null,
    type: declared.type,
    access: {
      admin: declared.access.admin?.toUpperCase() ?? null,
      storefront: declared.access.storefront?.toUpperCase() ?? null,
      customerAccount: declared.access.customer_account?.toUpperCase() ?? null,
    },
  }));
}
