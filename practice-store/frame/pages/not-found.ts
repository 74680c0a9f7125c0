import { html } from "../html.ts";
import type { Page, PageContext } from "../page.ts";
import { card, listPage } from "./parts.ts";

export function notFoundPage(context: PageContext): Page {
  const { texts } = context;
  return listPage(
    context,
    { title: texts.notFound, section: "none" },
    card(undefined, html`<p class="empty">${texts.notFoundHelp}</p>`),
  );
}
