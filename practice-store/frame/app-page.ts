import { randomUUID } from "node:crypto";
import { html, scriptJson } from "./html.ts";
import { launchUrl } from "./launch.ts";
import { appIcon, USER } from "./layout.ts";
import type { FrameDeps, Page, PageContext } from "./page.ts";
import { sessionToken } from "./session-token.ts";
import { fill } from "./texts.ts";

/** One admin session for as long as the practice store runs. */
const SESSION_ID = randomUUID();

/** A session token for the person at the admin, good for a minute. */
export function currentToken({ store, clientId, secret, clock }: FrameDeps): string {
  const shopDomain = store.shop.myshopifyDomain;
  const subject = { shopDomain, clientId, secret, userId: USER.id, sessionId: SESSION_ID };
  return sessionToken(subject, clock(), randomUUID());
}

/** The page that embeds the app, opened at `path` of it ("" opens it where it starts). */
export function appPage(context: PageContext, path: string): Page {
  const { deps, locale, texts } = context;
  const parameters = {
    shopDomain: deps.store.shop.myshopifyDomain,
    locale,
    sessionId: SESSION_ID,
    idToken: currentToken(deps),
    now: deps.clock(),
  };
  const settings = {
    appOrigin: new URL(deps.appUrl).origin,
    appTitle: deps.appTitle,
    shopName: deps.store.shop.name,
    base: `/admin/apps/${deps.appHandle}`,
    path,
    launchUrl: launchUrl(deps.appUrl, path, parameters, deps.secret),
    user: { id: String(USER.id), name: USER.name, email: USER.email, accountAccess: "full" },
    texts,
  };
  const content = html`<div class="title-bar">
      <h1>${appIcon(deps)}${deps.appTitle}</h1>
      <div id="page-breadcrumb"></div>
      <p class="page-title" hidden><span id="page-title"></span></p>
      <div id="page-actions"></div>
    </div>
    <div id="loading-bar" role="progressbar" aria-label="${texts.loading}"></div>
    <div id="app-silent" role="alert" hidden>
      <h2>${fill(texts.appSilent, { app: deps.appTitle, url: deps.appUrl })}</h2>
      <p>${texts.appSilentHelp}</p>
      <a class="button primary" href="${context.url.pathname + context.url.search}">${texts.reload}</a>
    </div>
    <iframe id="app" name="app-iframe" title="${deps.appTitle}" allow="clipboard-write"></iframe>
    <div id="toasts" role="status"></div>
    <div id="toasts-urgent" role="alert"></div>
    <script type="application/json" id="frame-settings">
      ${scriptJson(settings)}
    </script>
    <script type="module" src="/practice/frame/frame.js"></script>`;
  return { title: deps.appTitle, section: "app", layout: "app", content };
}
