import type { CookieOptions, Request, Response } from "express";

/** What a shopper wants to buy, as her browser keeps it. */
export type Cart = { items: readonly { variantId: number; quantity: number }[]; codes: readonly string[] };

export const EMPTY_CART: Cart = { items: [], codes: [] };

const MAX_LINES = 100;
const MAX_QUANTITY = 10_000;
const MAX_CODES = 6;

const COOKIES = {
  customer: "storefront_customer",
  cart: "storefront_cart",
  codes: "storefront_codes",
  locale: "storefront_locale",
} as const;

type CookieName = keyof typeof COOKIES;

const OPTIONS: CookieOptions = { httpOnly: true, sameSite: "lax", path: "/" };

export function readCookie(request: Request, name: CookieName): string | undefined {
  const header = request.headers.cookie ?? "";
  const pair = header
    .split(";")
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${COOKIES[name]}=`));
  if (pair === undefined) return undefined;
  try {
    return decodeURIComponent(pair.slice(COOKIES[name].length + 1));
  } catch {
    return undefined;
  }
}

/** Undefined takes the cookie away. */
export function writeCookie(response: Response, name: CookieName, value: string | undefined): void {
  if (value === undefined) response.clearCookie(COOKIES[name], OPTIONS);
  else response.cookie(COOKIES[name], value, OPTIONS);
}

export function readCart(request: Request): Cart {
  const codes = readCookie(request, "codes") ?? "";
  return { items: parseItems(readCookie(request, "cart") ?? ""), codes: codes.split(",").filter(Boolean) };
}

export function writeCart(response: Response, { items, codes }: Cart): void {
  const text = items.map(({ variantId, quantity }) => `${variantId}.${quantity}`).join("-");
  writeCookie(response, "cart", text || undefined);
  writeCookie(response, "codes", codes.join(",") || undefined);
}

function parseItems(text: string): Cart["items"] {
  return text.split("-").flatMap((part) => {
    const match = /^(?<variantId>\d+)\.(?<quantity>\d+)$/.exec(part);
    const { variantId, quantity } = match?.groups ?? {};
    return variantId === undefined ? [] : [{ variantId: Number(variantId), quantity: Number(quantity) }];
  });
}

/** The cart with a variant's quantity set; nothing of it takes the line away. */
export function withQuantity(cart: Cart, variantId: number, quantity: number): Cart {
  const wanted = Math.min(Math.max(0, Math.trunc(quantity)), MAX_QUANTITY);
  const known = cart.items.some((item) => item.variantId === variantId);
  const items = known
    ? cart.items.map((item) => (item.variantId === variantId ? { variantId, quantity: wanted } : item))
    : [...cart.items, { variantId, quantity: wanted }];
  return { ...cart, items: items.filter((item) => item.quantity > 0).slice(0, MAX_LINES) };
}

export function quantityOf(cart: Cart, variantId: number): number {
  return cart.items.find((item) => item.variantId === variantId)?.quantity ?? 0;
}

/** A code may be typed once; five product or order codes and one for shipping are Shopify's limit. */
export function withCode(cart: Cart, code: string): Cart {
  const typed = code.trim().replaceAll(",", "");
  const others = cart.codes.filter((known) => known.toLowerCase() !== typed.toLowerCase());
  return typed === "" ? cart : { ...cart, codes: [...others, typed].slice(-MAX_CODES) };
}

export function withoutCode(cart: Cart, code: string): Cart {
  return { ...cart, codes: cart.codes.filter((known) => known !== code) };
}
