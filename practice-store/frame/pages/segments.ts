import { html } from "../html.ts";
import type { Page, PageContext } from "../page.ts";
import { customerTable } from "./customers.ts";
import { count } from "./format.ts";
import { card, facts, link, listPage, paged, table } from "./parts.ts";

export function segmentsPage(context: PageContext): Page {
  const { deps, texts } = context;
  const { shown, pager } = paged(context, [...deps.store.tables.segments.values()]);
  const columns = [
    { heading: texts.segment },
    { heading: texts.query, kind: "minor" as const },
    { heading: texts.members, kind: "figure" as const },
  ];
  const rows = shown.map(({ id, name, query }) => [
    link(`/admin/customers/segments/${id}`, name),
    html`<code>${query}</code>`,
    count(context, deps.segments.count(id)),
  ]);
  return listPage(
    context,
    { title: texts.segments, section: "segments" },
    card(undefined, table(columns, rows, texts.nothing), pager),
  );
}

export function segmentPage(context: PageContext, id: number): Page | undefined {
  const { deps, texts } = context;
  const segment = deps.store.get("segments", id);
  if (segment === undefined) return undefined;
  const members = deps.segments.members(id).flatMap((member) => deps.store.get("customers", member) ?? []);
  const { shown, pager } = paged(context, members);
  return listPage(
    context,
    { title: segment.name, section: "segments", back: "/admin/customers/segments" },
    card(undefined, facts([[texts.query, html`<code>${segment.query}</code>`]])),
    card(texts.members, customerTable(context, shown, texts.nothing), pager),
  );
}
