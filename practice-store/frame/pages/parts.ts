import { type Html, html } from "../html.ts";
import { icon } from "../icons.ts";
import type { Page, PageContext, Section } from "../page.ts";
import { fill } from "../texts.ts";
import { count } from "./format.ts";

const ROWS_A_PAGE = 50;

export type Column = {
  heading: string;
  /** Figures stand at the end of their cell; what is `minor` is left out on narrow screens. */
  kind?: "figure" | "minor" | "minorFigure";
};

export type Cell = Html | string | number;

/** A page with its heading, and where it is one of a list's things, the way back. */
export function listPage(
  context: PageContext,
  { title, section, back }: { title: string; section: Section; back?: string },
  ...content: Html[]
): Page {
  const wayBack =
    back === undefined
      ? undefined
      : html`<a class="plain" href="${back}" aria-label="${context.texts.back}">${icon("back")}</a>`;
  return {
    title,
    section,
    layout: "list",
    content: html`<div class="page">
      <div class="page-head">
        ${wayBack}
        <h1>${title}</h1>
      </div>
      ${content}
    </div>`,
  };
}

export function card(heading: string | undefined, ...content: Html[]): Html {
  return html`<section class="card">
    ${heading === undefined ? undefined : html`<h2>${heading}</h2>`}${content}
  </section>`;
}

/** A table; where it has no rows, `empty` says so instead. */
export function table(columns: Column[], rows: Cell[][], empty: string): Html {
  if (rows.length === 0) return html`<p class="empty">${empty}</p>`;
  const kind = (index: number) => columns[index]?.kind ?? "text";
  return html`<div class="table">
    <table>
      <thead>
        <tr>
          ${columns.map(({ heading }, index) => html`<th scope="col" class="${kind(index)}">${heading}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (cells) =>
            html`<tr>
              ${cells.map((cell, index) => html`<td class="${kind(index)}">${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** The rows of the page asked for, and the way to the others. */
export function paged<T>(context: PageContext, items: readonly T[]): { shown: readonly T[]; pager: Html } {
  const asked = Number(context.url.searchParams.get("page") ?? "1");
  const last = Math.max(1, Math.ceil(items.length / ROWS_A_PAGE));
  const page = Number.isSafeInteger(asked) ? Math.min(Math.max(1, asked), last) : 1;
  const from = (page - 1) * ROWS_A_PAGE;
  const shown = items.slice(from, from + ROWS_A_PAGE);
  const { texts } = context;
  const to = (number: number, text: string, name: "left" | "right") => {
    if (number < 1 || number > last)
      return html`<span class="button" aria-disabled="true">${icon(name)}</span>`;
    const target = new URL(context.url);
    target.searchParams.set("page", String(number));
    return html`<a class="button" href="${target.pathname + target.search}" aria-label="${text}"
      >${icon(name)}</a
    >`;
  };
  const range = fill(texts.range, {
    from: count(context, from + 1),
    to: count(context, from + shown.length),
    total: count(context, items.length),
  });
  const pager = html`<nav class="pager" aria-label="${range}">
    ${to(page - 1, texts.previous, "left")}
    <span>${range}</span>
    ${to(page + 1, texts.next, "right")}
  </nav>`;
  return { shown, pager: last === 1 ? html`` : pager };
}

export function tags(names: readonly string[]): Html {
  return html`<span class="tags">${names.map((name) => html`<span class="tag">${name}</span>`)}</span>`;
}

export type Tone = "good" | "attention" | "quiet";

export function badge(text: string, tone: Tone): Html {
  return html`<span class="badge ${tone}">${text}</span>`;
}

/** Names and values, one a line. */
export function facts(entries: [name: string, value: Cell][]): Html {
  return html`<dl class="facts">
    ${entries.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

export function link(href: string, text: string): Html {
  return html`<a href="${href}">${text}</a>`;
}
