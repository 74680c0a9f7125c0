import { createHash, randomBytes } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Installation } from "../../shop/model.ts";
import type { Caller, Clock } from "../context.ts";

/** What an app says of itself in shopify.app.toml, as far as installing it needs it. */
export type AppDeclaration = {
  clientId: string;
  name: string;
  handle: string;
  scopes: string[];
};

const grant = z.object({
  mode: z.enum(["offline", "online"]),
  accessToken: z.string(),
  expiresAt: z.string().nullable(),
  refreshToken: z.string().nullable(),
  refreshExpiresAt: z.string().nullable(),
  /** The refresh token that this one came from; it dies when this one is used. */
  replaces: z.string().nullable(),
});

const stateFile = z.object({
  installation: z
    .object({
      clientId: z.string(),
      appId: z.number(),
      handle: z.string(),
      title: z.string(),
      scopes: z.array(z.string()),
      installedAt: z.string(),
    })
    .nullable(),
  grants: z.array(grant),
});

/** An access token with what belongs to it. */
export type Grant = z.infer<typeof grant>;

/** The shop owner's own token: sees everything, is no app's. */
export const OWNER_TOKEN = "practice-owner";

export const ACCESS_SECONDS = 3600;
export const REFRESH_SECONDS = 90 * 24 * 3600;
export const ONLINE_SECONDS = 24 * 3600;

function token(prefix: string): string {
  return `${prefix}_${randomBytes(16).toString("hex")}`;
}

/** The number of an app in its shop, always the same for the same client id. */
function appIdOf(clientId: string): number {
  return 1_000_000_000 + createHash("sha256").update(clientId).digest().readUInt32BE(0);
}

/**
 * Who may use the Admin API: the installed app with its tokens, and the owner. Kept in a file of the
 * shop's folder, so that a restarted store knows the tokens it gave.
 */
export class AppAccess {
  readonly #file: string;
  readonly #clock: Clock;
  #state: z.infer<typeof stateFile>;

  constructor(dir: string, clock: Clock) {
    this.#file = join(dir, "app-access.json");
    this.#clock = clock;
    this.#state = this.#read();
  }

  get installation(): Installation | null {
    return this.#state.installation;
  }

  #read(): z.infer<typeof stateFile> {
    try {
      return stateFile.parse(JSON.parse(readFileSync(this.#file, "utf8")));
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "ENOENT")
        return { installation: null, grants: [] };
      throw error;
    }
  }

  #write(state: z.infer<typeof stateFile>): void {
    this.#state = state;
    writeFileSync(`${this.#file}.new`, JSON.stringify(state, null, 1));
    renameSync(`${this.#file}.new`, this.#file);
  }

  #after(seconds: number): string {
    return new Date(this.#clock().getTime() + seconds * 1000).toISOString();
  }

  #isPast(instant: string | null): boolean {
    return instant !== null && instant <= this.#clock().toISOString();
  }

  /** Installs the app, or gives an installed one the scopes that it declares now. */
  install(app: AppDeclaration): Installation {
    const installation = {
      clientId: app.clientId,
      appId: appIdOf(app.clientId),
      handle: app.handle,
      title: app.name,
      scopes: app.scopes,
      installedAt: this.installation?.installedAt ?? this.#clock().toISOString(),
    };
    this.#write({ ...this.#state, installation });
    return installation;
  }

  /** Takes the app away: every token is dead at once. */
  uninstall(): void {
    this.#write({ installation: null, grants: [] });
  }

  #grant(mode: Grant["mode"], expiring: boolean, replaces: string | null): Grant {
    const refreshing = mode === "offline" && expiring;
    const seconds = mode === "online" ? ONLINE_SECONDS : expiring ? ACCESS_SECONDS : null;
    return {
      mode,
      accessToken: token(mode === "online" ? "shpua" : "shpat"),
      expiresAt: seconds === null ? null : this.#after(seconds),
      refreshToken: refreshing ? token("shprt") : null,
      refreshExpiresAt: refreshing ? this.#after(REFRESH_SECONDS) : null,
      replaces,
    };
  }

  /** A new access token; an expiring offline one comes with a refresh token. */
  issue(mode: Grant["mode"], expiring: boolean): Grant {
    const issued = this.#grant(mode, expiring, null);
    const alive = this.#state.grants.filter(
      ({ expiresAt, refreshExpiresAt }) => !this.#isPast(refreshExpiresAt ?? expiresAt),
    );
    this.#write({ ...this.#state, grants: [...alive, issued] });
    return issued;
  }

  /**
   * A new pair for a refresh token, or undefined where the token is dead. The used token may be used
   * again until its replacement is, so that a lost answer costs nothing
   * (https://shopify.dev/changelog/more-resilient-refreshes-for-expiring-offline-access-tokens).
   */
  refresh(refreshToken: string): Grant | undefined {
    const used = this.#state.grants.find((candidate) => candidate.refreshToken === refreshToken);
    if (used === undefined || this.#isPast(used.refreshExpiresAt)) return undefined;
    const renewed = this.#grant("offline", true, refreshToken);
    const kept = this.#state.grants.map((candidate) =>
      candidate.refreshToken !== null && candidate.refreshToken === used.replaces
        ? { ...candidate, refreshToken: null, refreshExpiresAt: null }
        : candidate,
    );
    this.#write({ ...this.#state, grants: [...kept, renewed] });
    return renewed;
  }

  /** Whose token this is; undefined for one that is unknown, expired or revoked. */
  callerOf(accessToken: string | undefined): Caller | undefined {
    if (accessToken === OWNER_TOKEN) return { kind: "owner" };
    const { installation, grants } = this.#state;
    const found = grants.find((candidate) => candidate.accessToken === accessToken);
    if (found === undefined || installation === null || this.#isPast(found.expiresAt)) return undefined;
    return { kind: "app", installation };
  }
}
