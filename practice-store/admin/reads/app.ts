import type { Installation } from "../../shop/model.ts";
import { gid } from "../../shop/gid.ts";
import { grantedScopes } from "../access.ts";
import { connection } from "../connection.ts";
import type { AdminContext, Node } from "../context.ts";

function scopeNodes(scopes: Iterable<string>): Node[] {
  return [...scopes].map((handle) => ({
    __typename: "AccessScope",
    handle,
    description: handle.replaceAll("_", " "),
  }));
}

export function appNode(installation: Installation, ctx: AdminContext): Node {
  return {
    __typename: "App",
    id: gid("App", installation.appId),
    apiKey: installation.clientId,
    handle: installation.handle,
    title: installation.title,
    embedded: true,
    previouslyInstalled: true,
    requestedAccessScopes: () => scopeNodes(installation.scopes),
    webhookApiVersion: ctx.apiVersion,
    installation: () => installationNode(installation, ctx),
  };
}

function emptyConnection(type: string) {
  return (args: { first?: number | null; last?: number | null }): Node =>
    connection<never>(
      { type, items: [], position: () => ({ id: 0, value: 0 }), node: () => ({ __typename: type }) },
      args,
    );
}

/** An installation. The practice shop charges nothing, so there are no subscriptions. */
export function installationNode(installation: Installation, ctx: AdminContext): Node {
  const url = `https://${ctx.store.shop.myshopifyDomain}/admin/apps/${installation.handle}`;
  return {
    __typename: "AppInstallation",
    id: gid("AppInstallation", installation.appId),
    launchUrl: url,
    uninstallUrl: null,
    accessScopes: () => scopeNodes(grantedScopes(installation.scopes)),
    activeSubscriptions: [],
    allSubscriptions: emptyConnection("AppSubscription"),
    oneTimePurchases: emptyConnection("AppPurchaseOneTime"),
    app: () => appNode(installation, ctx),
  };
}
