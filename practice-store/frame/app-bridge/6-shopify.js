// The global `shopify`, and the start.

const notPractised = (name) => () => Promise.reject(new Error(`shopify.${name} is not practised yet`));

/** A thing by its id, as modal and save bar are named. */
function named(id, kind) {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`There is no ${kind.name} with the id ${id}`);
  return element;
}

const methodsOf = (kind) => ({
  show: async (id) => named(id, kind).show(),
  hide: async (id) => named(id, kind).hide(),
  toggle: async (id) => named(id, kind).toggle(),
});

const toasts = new Map();
let lastToast = 0;

function showToast(message, { duration = 5000, isError = false, action, onAction, onDismiss } = {}) {
  lastToast += 1;
  const id = String(lastToast);
  toasts.set(id, { onAction, onDismiss });
  tell("toast", { toast: { id, message: String(message), duration, isError, action } });
  return id;
}

heard.toastAction = ({ id }) => toasts.get(id)?.onAction?.();
heard.toastGone = ({ id }) => {
  toasts.get(id)?.onDismiss?.();
  toasts.delete(id);
};

/** Resolves when it is safe to leave; never where the person stays. */
async function leaveConfirmation() {
  if (shownBar === null) return;
  if (!(await ask("leaveConfirmation"))) await new Promise(() => {});
}

window.shopify = {
  config,
  origin: ADMIN,
  ready: Promise.resolve(),
  environment: { embedded: parent !== window, mobile: false, pos: false, intent: false },
  idToken,
  user: () => ask("user"),
  loading: (on = true) => tell("loading", { on: Boolean(on) }),
  toast: { show: showToast, hide: (id) => tell("toastHide", { id }) },
  modal: methodsOf(Modal),
  saveBar: { ...methodsOf(SaveBar), leaveConfirmation },
  reviews: {
    request: async () => ({
      success: false,
      code: "merchant-ineligible",
      message: "Nobody reviews apps on a practice store",
    }),
  },
  webVitals: { onReport: async () => {} },
  support: { registerHandler: async () => {} },
  resourcePicker: notPractised("resourcePicker"),
  picker: notPractised("picker"),
  intents: { invoke: notPractised("intents.invoke") },
  scopes: {
    query: notPractised("scopes.query"),
    request: notPractised("scopes.request"),
    revoke: notPractised("scopes.revoke"),
  },
  app: { extensions: notPractised("app.extensions") },
  scanner: { capture: notPractised("scanner.capture") },
};

if (parent === window) {
  // Opened outside the admin: an embedded app belongs inside.
  location.replace(`${ADMIN}/admin/apps/${config.apiKey}${appPath(location.href)}`);
} else {
  // Before the elements report what they hold: it makes the admin forget the page before.
  tell("hello", { path: bouncesTo() ? undefined : appPath(location.href) });
  void bounce();
}

for (const [name, kind] of [
  ["ui-nav-menu", NavMenu],
  ["s-app-nav", class extends NavMenu {}],
  ["ui-title-bar", TitleBar],
  ["ui-save-bar", SaveBar],
  ["ui-modal", Modal],
])
  customElements.define(name, kind);
