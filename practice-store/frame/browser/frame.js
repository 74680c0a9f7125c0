// The page that embeds the app: answers its App Bridge and shows what it reports.
import { followLocation, showAppMenu } from "./app-menu.js";
import { openApp } from "./channel.js";
import { mayLeave, showSaveBar } from "./save-bar.js";
import { settings } from "./settings.js";
import { showTitleBar } from "./title-bar.js";
import { hideToast, showToast } from "./toasts.js";

/** So long an app may take until its App Bridge answers before the admin asks whether it is there at all. */
const SILENT_AFTER_MS = 3_000;

const loadingBar = document.querySelector("#loading-bar");
const silent = document.querySelector("#app-silent");
const aroundModal = document.querySelectorAll("header, #nav, .title-bar, .skip");

function showLoading(on) {
  loadingBar.hidden = !on;
}

function darken(on) {
  document.body.classList.toggle("modal-open", on);
  for (const element of aroundModal) element.inert = on;
}

let greeted = false;

/**
 * A page of the app without App Bridge (its own error page, say) stays; that nobody is there is said. It is asked for
 * its icon: a page asked for like this, without a session, only sends on to another that has nobody to show it to.
 */
async function missGreeting() {
  if (greeted) return;
  const answers = await fetch(`${settings.appOrigin}/favicon.svg`, { mode: "no-cors" }).then(
    () => true,
    () => false,
  );
  if (greeted) return;
  showLoading(false);
  silent.hidden = answers;
}

setTimeout(() => void missGreeting(), SILENT_AFTER_MS);

async function idToken() {
  const response = await fetch("/practice/frame/token", { method: "POST" });
  return response.text();
}

openApp({
  hello: ({ path }) => {
    greeted = true;
    silent.hidden = true;
    showLoading(false);
    showTitleBar(null);
    showSaveBar(null);
    darken(false);
    followLocation(path);
  },
  location: ({ path }) => followLocation(path),
  navMenu: ({ items }) => showAppMenu(items),
  titleBar: ({ bar }) => showTitleBar(bar),
  saveBar: ({ bar }) => showSaveBar(bar),
  modal: ({ open }) => darken(open),
  loading: ({ on }) => showLoading(on),
  toast: ({ toast }) => showToast(toast),
  toastHide: ({ id }) => hideToast(id),
  leaveConfirmation: () => mayLeave(),
  navigate: async ({ url }) => {
    if (/^https?:/.test(url) && (await mayLeave())) location.assign(url);
  },
  idToken,
  user: () => settings.user,
});
