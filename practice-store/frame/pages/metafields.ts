import { type Html, html } from "../html.ts";
import type { PageContext } from "../page.ts";
import { card, table } from "./parts.ts";

/** The metafields of one thing, JSON laid out to be read. */
export function metafieldsCard({ deps, texts }: PageContext, ownerGid: string): Html {
  const columns = [
    { heading: texts.name },
    { heading: texts.value },
    { heading: texts.type, kind: "minor" as const },
  ];
  const rows = deps.store
    .metafieldsOf(ownerGid)
    .map(({ namespace, key, value, type }) => [
      html`<code>${namespace}.${key}</code>`,
      html`<pre>${laidOut(type, value)}</pre>`,
      type,
    ]);
  return card(texts.metafields, table(columns, rows, texts.nothing));
}

function laidOut(type: string, value: string): string {
  if (type !== "json") return value;
  try {
    return JSON.stringify(JSON.parse(value), null, 2);
  } catch {
    return value;
  }
}
