import type { Installation } from "../shop/model.ts";
import { announce } from "../shop/actions/announce.ts";
import { gid } from "../shop/gid.ts";
import { shopPayload } from "../webhooks/payloads/shop.ts";
import { AppAccess, type AppDeclaration } from "./auth/app-access.ts";
import { bulkPart } from "./bulk/fields.ts";
import { BulkOperations } from "./bulk/operations.ts";
import { StagedUploads } from "./bulk/staged-uploads.ts";
import { type AdminContext, type Caller, resolveNamespace } from "./context.ts";
import { type ContextParts, createContext } from "./create-context.ts";
import { type AdminRequest, answer, type Roots } from "./execute.ts";
import type { Answer } from "./answer.ts";
import { createRoots, type RootPart } from "./root.ts";
import { Throttle } from "./throttle.ts";

/** A metafield definition that the app's configuration declares. */
type DeclaredDefinition = {
  ownerType: string;
  namespace: string;
  key: string;
  name: string;
  description: string | null;
  type: string;
  access: { admin: string | null; storefront: string | null; customerAccount: string | null };
};

type AdminOptions = ContextParts & {
  /** The shop's folder: tokens, bulk results and uploads are kept there. */
  dir: string;
  /** The app as its configuration file declares it now. */
  app: () => AppDeclaration & { metafields: readonly DeclaredDefinition[] };
  /** Where the store is reached from outside, without a slash at the end. */
  baseUrl: () => string;
  /** Fields that the other parts of the store add to the schema's roots. */
  parts: readonly RootPart[];
};

/** The Admin API of one shop: its callers, its schema's roots, its bulk operations. */
export class Admin {
  readonly options: AdminOptions;
  readonly access: AppAccess;
  readonly operations: BulkOperations;
  readonly uploads: StagedUploads;
  readonly #roots: Roots;
  readonly #throttles = new Map<string, Throttle>();

  constructor(options: AdminOptions) {
    this.options = options;
    this.access = new AppAccess(options.dir, options.clock);
    this.operations = new BulkOperations(options);
    this.uploads = new StagedUploads(options.dir);
    const { operations, uploads } = this;
    const bulk = bulkPart({ operations, uploads, baseUrl: options.baseUrl, roots: () => this.#roots });
    this.#roots = createRoots([...options.parts, bulk]);
  }

  /** The context in which a caller's request runs. */
  context(caller: Caller): AdminContext {
    return createContext(this.options, caller, this.access.installation?.appId ?? null);
  }

  /** Installs the app, or takes over what it declares now: scopes and metafield definitions. */
  install(): Installation {
    const app = this.options.app();
    const before = this.access.installation;
    const same = before !== null && before.scopes.join() === app.scopes.join();
    const installation = same ? before : this.access.install(app);
    for (const definition of app.metafields) this.#define(definition, installation);
    if (before !== null && !same) this.#announceScopes(before, installation);
    return installation;
  }

  /** Uninstalls the app: its tokens die, and it is told by webhook. */
  uninstall(): void {
    const { installation } = this.access;
    if (installation === null) return;
    this.access.uninstall();
    const { store, clock } = this.options;
    const at = clock().toISOString();
    const payload = () => shopPayload(store.shop, at);
    announce(store, at, [{ topic: "app/uninstalled", subjectId: installation.appId, payload }]);
  }

  /** Answers a caller's GraphQL request. */
  answer(request: AdminRequest, caller: Caller): Promise<Answer> {
    const { clock, settings } = this.options;
    const key = caller.kind === "app" ? caller.installation.clientId : "";
    const throttle = this.#throttles.get(key) ?? new Throttle(clock());
    this.#throttles.set(key, throttle);
    if (settings.throttled && caller.kind === "app") throttle.drain(clock());
    return answer(request, this.#roots, this.context(caller), throttle);
  }

  #define(declared: DeclaredDefinition, installation: Installation): void {
    const { store } = this.options;
    const namespace = resolveNamespace(declared.namespace, installation);
    const known = [...store.tables.metafieldDefinitions.values()].find(
      ({ ownerType, key, namespace: own }) =>
        ownerType === declared.ownerType && key === declared.key && own === namespace,
    );
    const record = { ...declared, id: known?.id ?? store.nextId(), namespace };
    if (JSON.stringify({ ...known, ...record }) !== JSON.stringify(known))
      store.put("metafieldDefinitions", record);
  }

  #announceScopes(before: Installation, { appId, scopes }: Installation): void {
    const { store, clock } = this.options;
    const at = clock().toISOString();
    const payload = () => ({
      id: appId,
      shop_id: gid("Shop", store.shop.id),
      previous: before.scopes,
      current: scopes,
      updated_at: at,
    });
    announce(store, at, [{ topic: "app/scopes_update", subjectId: appId, payload }]);
  }
}
