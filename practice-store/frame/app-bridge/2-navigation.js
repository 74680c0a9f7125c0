// The app's address and the admin's follow each other.

const ADDED_BY_ADMIN = ["embedded", "hmac", "host", "id_token", "locale", "session", "shop", "timestamp"];

/** Path and query of an address of the app, without what the admin added; undefined for other sites. */
function appPath(href) {
  const url = new URL(href, location.href);
  if (url.origin !== location.origin) return undefined;
  for (const name of ADDED_BY_ADMIN) url.searchParams.delete(name);
  return url.pathname + url.search;
}

function reportLocation() {
  tell("location", { path: appPath(location.href) });
}

for (const method of ["pushState", "replaceState"]) {
  const real = history[method].bind(history);
  history[method] = (...args) => {
    real(...args);
    reportLocation();
  };
}
addEventListener("popstate", reportLocation);

let routers = 0;
for (const [method, change] of [
  ["addEventListener", 1],
  ["removeEventListener", -1],
]) {
  const real = window[method].bind(window);
  window[method] = (type, ...rest) => {
    if (type === "shopify:navigate") routers += change;
    return real(type, ...rest);
  };
}

/** Goes to a link of the app's menu: by its router where it listens to App Bridge, else by loading the page. */
function follow(link) {
  if (routers > 0) link.dispatchEvent(new CustomEvent("shopify:navigate", { bubbles: true }));
  else location.assign(link.getAttribute("href"));
}

const IN_ADMIN = [
  /^shopify:\/*admin(?<rest>\/.*)?$/i,
  /^https:\/\/admin\.shopify\.com\/store\/[^/?#]+(?<rest>.*)$/,
  /^https:\/\/[^/?#]+\.myshopify\.com\/admin(?<rest>[/?#].*)?$/,
];

/** Where in the practice admin an address of Shopify's admin is; undefined for any other address. */
function adminAddress(href) {
  for (const pattern of IN_ADMIN) {
    const match = pattern.exec(href);
    if (match) return `${ADMIN}/admin${match.groups.rest ?? ""}`;
  }
  return undefined;
}

const realOpen = window.open.bind(window);
window.open = (href, target = "_blank", features) => {
  const address = adminAddress(String(href));
  const leavesFrame = target === "_top" || target === "_parent";
  if (!leavesFrame && (address === undefined || target === "_blank"))
    return realOpen(address ?? href, target, features);
  tell("navigate", { url: address ?? new URL(href, location.href).href });
  return null;
};

addEventListener(
  "click",
  (event) => {
    const link = event.target.closest?.("a[href]");
    const address = link && adminAddress(link.getAttribute("href"));
    if (!address) return;
    event.preventDefault();
    const newTab = link.target === "_blank" || event.metaKey || event.ctrlKey || event.shiftKey;
    window.open(address, newTab ? "_blank" : "_top");
  },
  { capture: true },
);
