import type { Request, Response } from "express";
import type { SegmentReader } from "../admin/context.ts";
import type { Customer, Installation } from "../shop/model.ts";
import type { ShopStore } from "../shop/store.ts";
import type { Catalogue } from "./catalogue.ts";
import { type Cart, readCart, readCookie, writeCookie } from "./session.ts";
import { type Quote, quoteCart } from "./quote.ts";

/** What the storefront needs of the practice store. */
export type StorefrontDeps = {
  store: ShopStore;
  clock: () => Date;
  segments: Pick<SegmentReader, "has">;
  /** The practice store's data folder; the merchant's theme is kept in it. */
  dir: string;
  /** The app's extensions, read as files. */
  extensionsDir: string;
  /** The installed app, whose blocks are shown; null before it is installed. */
  app: () => Installation | null;
};

/** One request of a shopper: who she is, what is in her cart, what language she reads. */
export type Visit = {
  customer: Customer | null;
  cart: Cart;
  quote: Quote;
  locale: string;
  path: string;
  /** Whether the page is shown inside the theme editor, and which block it tries there. */
  editor: { adding: string | null } | null;
};

export function readVisit(
  deps: StorefrontDeps,
  catalogue: Catalogue,
  request: Request,
  response: Response,
  cart: Cart = readCart(request),
): Visit {
  const editor = request.query.editor === "1" ? { adding: text(request.query.add) || null } : null;
  const customer = loggedIn(deps.store, request) ?? (editor === null ? null : someMember(deps.store));
  const now = deps.clock();
  return {
    customer,
    cart,
    quote: quoteCart({ store: deps.store, catalogue, segments: deps.segments, now }, cart, customer),
    locale: readLocale(deps.store, request, response),
    path: request.path,
    editor,
  };
}

/** The text of a query parameter; empty where it is not there. */
export function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function loggedIn(store: ShopStore, request: Request): Customer | null {
  const id = readCookie(request, "customer");
  return id === undefined ? null : (store.get("customers", Number(id)) ?? null);
}

/** A customer to show a page with in the theme editor: one of whom an app has something to show. */
function someMember({ tables }: ShopStore): Customer | null {
  for (const { ownerGid } of tables.metafields.values()) {
    const id = /^gid:\/\/shopify\/Customer\/(?<id>\d+)$/.exec(ownerGid)?.groups?.id;
    const customer = tables.customers.get(Number(id));
    if (customer !== undefined) return customer;
  }
  return tables.customers.values().next().value ?? null;
}

/** `?locale=de` is kept for the next pages. */
function readLocale(store: ShopStore, request: Request, response: Response): string {
  const asked = text(request.query.locale);
  if (isLocale(asked)) {
    writeCookie(response, "locale", asked);
    return asked;
  }
  const kept = readCookie(request, "locale") ?? "";
  return isLocale(kept) ? kept : store.shop.primaryLocale;
}

function isLocale(tag: string): boolean {
  return /^[a-z]{2,3}(?:-[A-Za-z]{2,4})?$/.test(tag);
}
