// Requests to the app's own server carry a session token; its answers can ask for another or send away.

const idToken = () => ask("idToken");
const realFetch = window.fetch.bind(window);

async function withToken(request) {
  const headers = new Headers(request.headers);
  headers.set("Authorization", `Bearer ${await idToken()}`);
  headers.set("X-Requested-With", "XMLHttpRequest");
  return realFetch(new Request(request, { headers }));
}

window.fetch = async (input, init) => {
  const request = new Request(input, init);
  if (new URL(request.url).origin !== location.origin || request.headers.has("authorization"))
    return realFetch(request);

  const again = request.clone();
  const first = await withToken(request);
  const retry = first.headers.get("X-Shopify-Retry-Invalid-Session-Request") === "1";
  const response = retry ? await withToken(again) : first;
  const elsewhere = response.headers.get("X-Shopify-API-Request-Failure-Reauthorize-Url");
  if (elsewhere) window.open(elsewhere, "_top");
  return response;
};

/** Where a page that only fetches a token goes on (/auth/session-token?shopify-reload=…). */
function bouncesTo() {
  const reload = new URLSearchParams(location.search).get("shopify-reload");
  const url = reload && new URL(reload, location.href);
  return url && url.origin === location.origin ? url : undefined;
}

async function bounce() {
  const url = bouncesTo();
  if (url === undefined) return;
  url.searchParams.set("id_token", await idToken());
  location.replace(url);
}
