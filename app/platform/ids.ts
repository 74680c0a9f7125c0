import type { Brand } from "./brand.ts";

/** Our own number of a shop: the tenant key of every table. */
export type ShopId = Brand<number, "ShopId">;
/** Shopify's number of a customer. */
export type CustomerId = Brand<bigint, "CustomerId">;
/** Shopify's number of an order. */
export type OrderId = Brand<bigint, "OrderId">;

function isShopId(value: number): value is ShopId {
  return Number.isSafeInteger(value) && value > 0;
}

function isCustomerId(value: bigint): value is CustomerId {
  return value > 0n;
}

function isOrderId(value: bigint): value is OrderId {
  return value > 0n;
}

export function toShopId(value: number): ShopId {
  if (!isShopId(value)) throw new RangeError(`Not a shop id: ${value}`);
  return value;
}

/** @throws RangeError where the value is no positive whole number. */
export function toCustomerId(value: bigint | number | string): CustomerId {
  const id = toBigInt(value);
  if (!isCustomerId(id)) throw new RangeError(`Not a customer id: ${id}`);
  return id;
}

/** @throws RangeError where the value is no positive whole number. */
export function toOrderId(value: bigint | number | string): OrderId {
  const id = toBigInt(value);
  if (!isOrderId(id)) throw new RangeError(`Not an order id: ${id}`);
  return id;
}

function toBigInt(value: bigint | number | string): bigint {
  try {
    return BigInt(value);
  } catch (cause) {
    throw new RangeError(`Not a whole number: ${value}`, { cause });
  }
}

/** Shopify's global id: `gid://shopify/Customer/42`. */
export type Gid = `gid://shopify/${string}/${string}`;

export function toGid(type: string, id: bigint | number): Gid {
  return `gid://shopify/${type}/${id}`;
}

/**
 * The number at the end of a gid of the given type.
 * @throws RangeError where the text is no such gid.
 */
export function numberInGid(type: string, gid: string): bigint {
  const prefix = `gid://shopify/${type}/`;
  const digits = gid.startsWith(prefix) ? gid.slice(prefix.length).split("?")[0] : undefined;
  if (digits === undefined || !/^\d+$/.test(digits)) throw new RangeError(`Not a gid of a ${type}: ${gid}`);
  return BigInt(digits);
}
