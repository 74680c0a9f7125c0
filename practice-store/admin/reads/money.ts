import { moneyString } from "../../shop/order-money.ts";
import type { AdminContext, Node } from "../context.ts";

/** Shopify's MoneyV2 drops trailing zeros but keeps one decimal: "12.3", "12.0". */
function amount(minor: number, currencyCode: string): string {
  let text = moneyString(minor, currencyCode);
  if (!text.includes(".")) return `${text}.0`;
  while (text.endsWith("0") && text.at(-2) !== ".") text = text.slice(0, -1);
  return text;
}

/** An amount in the shop's currency. */
export function money(minor: number, { store }: AdminContext): Node {
  const { currencyCode } = store.shop;
  return { __typename: "MoneyV2", amount: amount(minor, currencyCode), currencyCode };
}

/** A MoneyBag; the practice shop sells in its own currency only. */
export function moneyBag(minor: number, ctx: AdminContext): Node {
  return {
    __typename: "MoneyBag",
    shopMoney: () => money(minor, ctx),
    presentmentMoney: () => money(minor, ctx),
  };
}
