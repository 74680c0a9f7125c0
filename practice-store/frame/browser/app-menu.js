import { press } from "./channel.js";
import { make } from "./dom.js";
import { mayLeave } from "./save-bar.js";
import { settings } from "./settings.js";
import { closeDrawer } from "./shell.js";

const list = document.querySelector("#app-menu");
const appLink = document.querySelector("#app-link");
const languages = document.querySelectorAll(".account-menu a[lang]");
let home;
let here = settings.path;

export function showAppMenu(items) {
  home = items.find((item) => item.home);
  const shown = items.filter((item) => !item.home);
  list.replaceChildren(
    ...shown.map(({ number, text, path }) => make("li", {}, menuLink(number, text, path))),
  );
  list.hidden = shown.length === 0;
  markCurrent();
}

function menuLink(number, text, path) {
  const link = make("a", { href: settings.base + path, textContent: text });
  link.dataset.path = path;
  link.addEventListener("click", (event) => void go(event, number));
  return link;
}

appLink.addEventListener("click", (event) => {
  if (home) void go(event, home.number);
});

/** Goes there inside the app, unless the person wants a new tab. */
async function go(event, number) {
  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  closeDrawer();
  if (await mayLeave()) press(number);
}

/** The address follows the app, so that a reload, a copied link and another language come back to the same page. */
export function followLocation(path) {
  if (path === undefined) return;
  here = path;
  history.replaceState(null, "", settings.base + path);
  for (const link of languages) {
    const url = new URL(location.href);
    url.searchParams.set("locale", link.lang);
    link.href = url.href;
  }
  markCurrent();
}

/** The longest entry that the page lies under is the current one; the app itself where there is none. */
function markCurrent() {
  const pathname = new URL(here || "/", settings.appOrigin).pathname;
  const links = [...list.querySelectorAll("a")];
  const lengthOf = ({ dataset: { path } }) => {
    const base = path.split("?")[0];
    return pathname === base || pathname.startsWith(`${base}/`) ? base.length : 0;
  };
  const current = links.toSorted((one, other) => lengthOf(other) - lengthOf(one))[0];
  const inMenu = current !== undefined && lengthOf(current) > 0;
  for (const link of links) {
    if (inMenu && link === current) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  appLink.toggleAttribute("data-within", inMenu);
  if (inMenu) appLink.removeAttribute("aria-current");
  else appLink.setAttribute("aria-current", "page");
}
