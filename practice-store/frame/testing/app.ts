import type { RequestListener } from "node:http";

/** A small embedded app with two pages, which uses of App Bridge what Laurel uses. */
export function testApp(appBridgeUrl: string): RequestListener {
  let retried = false;
  return (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://app");
    const token = (request.headers.authorization ?? "").replace("Bearer ", "");
    switch (pathname) {
      case "/favicon.svg":
        response.setHeader("Content-Type", "image/svg+xml");
        response.end(ICON);
        return;
      case "/data":
        response.statusCode = token === "" ? 403 : retried ? 200 : 401;
        if (!retried) response.setHeader("X-Shopify-Retry-Invalid-Session-Request", "1");
        retried = token !== "";
        response.end(token);
        return;
      case "/away":
        response.setHeader("X-Shopify-API-Request-Failure-Reauthorize-Url", "shopify://admin/customers");
        response.statusCode = 401;
        response.end();
        return;
      default:
        response.setHeader("Content-Type", "text/html; charset=utf-8");
        response.end(document(pathname, searchParams, appBridgeUrl));
    }
  };
}

const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#2f5d50"/></svg>';

const PAGES: Record<string, { title: string; body: string }> = {
  "/app": {
    title: "Home",
    body: `
      <form data-save-bar data-discard-confirmation>
        <label>Prefix <input name="prefix" value="tier:" /></label>
      </form>
      <p><button id="toast">Toast</button> <button id="error">Error</button> <button id="open-modal">Modal</button>
        <button id="data">Data</button> <button id="away">Away</button></p>
      <p><a id="to-admin" href="shopify://admin/orders" target="_top">Orders in Shopify</a></p>
      <output id="out"></output>
      <ui-modal id="modal"><p style="margin: 16px">Everything Laurel wrote is taken away.</p>
        <ui-title-bar title="Remove everything?"><button variant="primary" tone="critical" id="sure">Remove</button>
        <button id="not-now">Not now</button></ui-title-bar></ui-modal>`,
  },
  "/app/customers": { title: "Customers", body: "<p id='here'>Her customers</p>" },
};

function document(pathname: string, query: URLSearchParams, appBridgeUrl: string): string {
  const { title, body } = PAGES[pathname] ?? { title: "", body: "<p>Bounce</p>" };
  const bar =
    title === ""
      ? ""
      : `<ui-title-bar title="${title}"><button id="recalculate" variant="primary">Recalculate</button><button id="help">Help</button></ui-title-bar>`;
  return `<!doctype html><html lang="${query.get("locale") ?? "en"}"><title>${title}</title>
    <style>body { font: 13px system-ui; padding: 16px; background: #f1f1f1 }</style>
    <script src="${appBridgeUrl}" data-api-key="laurel-practice-client"></script>
    <main><h1>${title}</h1>${bar}${body}</main>
    <ui-nav-menu><a href="/app" rel="home">Home</a><a href="/app/customers">Customers</a><a href="/app/changes">Changes</a></ui-nav-menu>
    <script>
      const out = document.querySelector("#out");
      const on = (id, act) => document.getElementById(id)?.addEventListener("click", act);
      on("toast", () => shopify.toast.show("Saved", { action: "Undo", onAction: () => (out.textContent = "undone") }));
      on("error", () => shopify.toast.show("Not saved", { isError: true }));
      on("open-modal", () => shopify.modal.show("modal"));
      on("sure", () => { out.textContent = "removed"; shopify.modal.hide("modal"); });
      on("not-now", () => shopify.modal.hide("modal"));
      on("recalculate", () => (out.textContent = "recalculated"));
      on("data", async () => { const answer = await fetch("/data"); out.textContent = answer.status + " " + (await answer.text()); });
      on("away", () => fetch("/away"));
      document.querySelector("form")?.addEventListener("submit", (event) => { event.preventDefault(); out.textContent = "saved"; });
      document.querySelector("form")?.addEventListener("reset", () => (out.textContent = "discarded"));
    </script></html>`;
}
