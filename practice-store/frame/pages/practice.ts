import { html } from "../html.ts";
import type { Page, PageContext } from "../page.ts";
import { card, link, listPage } from "./parts.ts";

/** How things are made to happen here, as commands that work on this very shop. */
export function practicePage(context: PageContext): Page {
  const { deps, texts } = context;
  const { customers, orders } = deps.store.tables;
  const customerId = customers.keys().next().value ?? 0;
  const orderId = orders.keys().next().value ?? 0;
  const commands = [
    [texts.order, "orders", { customerId, amount: "250.00" }],
    [texts.refunded, `orders/${orderId}/refund`, { amount: "5.00" }],
    [texts.cancelled, `orders/${orderId}/cancel`, { reason: "CUSTOMER" }],
    ["Webhooks", "faults", { webhooks: { duplicate: 0.2, shuffleMs: 3000 } }],
  ] as const;
  const shown = commands.map(([heading, path, body]) =>
    card(heading, html`<pre>curl ${deps.practiceUrl}/practice/${path} -d '${JSON.stringify(body)}'</pre>`),
  );
  const state = html`<ul class="lines">
    ${["/practice/deliveries", "/practice/faults"].map((path) => html`<li>${link(path, `GET ${path}`)}</li>`)}
  </ul>`;
  return listPage(context, { title: texts.practice, section: "none" }, ...shown, card(texts.status, state));
}
