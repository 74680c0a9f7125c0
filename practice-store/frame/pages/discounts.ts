import type { Discount } from "../../shop/model.ts";
import { type Html, html } from "../html.ts";
import type { Page, PageContext } from "../page.ts";
import { fill } from "../texts.ts";
import { count, dateTime, discountValue } from "./format.ts";
import { badge, card, link, listPage, paged, table } from "./parts.ts";

export function discountsPage(context: PageContext): Page {
  const { deps, texts } = context;
  const { shown, pager } = paged(context, [...deps.store.tables.discounts.values()]);
  const columns = [
    { heading: texts.discount },
    { heading: texts.status },
    { heading: texts.method, kind: "minor" as const },
    { heading: texts.eligibility, kind: "minor" as const },
    { heading: texts.date, kind: "minor" as const },
    { heading: texts.used, kind: "minorFigure" as const },
  ];
  const rows = shown.map((discount) => [
    html`<strong>${discount.title}</strong><br />${discountValue(context, discount)}`,
    status(context, discount),
    discount.method === "automatic" ? texts.automatic : `${texts.code}: ${discount.codes[0]?.code ?? ""}`,
    eligibility(context, discount),
    [discount.startsAt, discount.endsAt]
      .flatMap((at) => (at === null ? [] : dateTime(context, at)))
      .join(" – "),
    discount.method === "automatic"
      ? "–"
      : count(
          context,
          discount.codes.reduce((sum, { usageCount }) => sum + usageCount, 0),
        ),
  ]);
  return listPage(
    context,
    { title: texts.discounts, section: "discounts" },
    card(undefined, table(columns, rows, texts.nothing), pager),
  );
}

function status({ deps, texts }: PageContext, { startsAt, endsAt }: Discount): Html {
  const now = deps.clock().getTime();
  if (Date.parse(startsAt) > now) return badge(texts.scheduled, "attention");
  if (endsAt !== null && Date.parse(endsAt) <= now) return badge(texts.expired, "quiet");
  return badge(texts.active, "good");
}

function eligibility({ deps, texts }: PageContext, { context }: Discount): Html | string {
  switch (context.kind) {
    case "all":
      return texts.everyone;
    case "customers":
      return fill(texts.specificCustomers, { count: context.customerIds.length });
    case "customerSegments": {
      const names = context.segmentIds.map((id) =>
        link(`/admin/customers/segments/${id}`, deps.store.get("segments", id)?.name ?? String(id)),
      );
      return html`<span class="tags">${names}</span>`;
    }
  }
}
