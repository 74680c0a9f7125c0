// Elements that the app writes and the admin shows: menu, title bar, save bar.

const EVERYTHING = { attributes: true, characterData: true, childList: true, subtree: true };

const isOn = (element, name) => element.hasAttribute(name) && element.getAttribute(name) !== "false";

/** What the admin needs to show a button or link of the app; pressing it there presses it here. */
function described(element) {
  return {
    number: numberOf(element),
    text: element.textContent.trim(),
    primary: element.getAttribute("variant") === "primary",
    critical: element.getAttribute("tone") === "critical",
    disabled: isOn(element, "disabled"),
    loading: isOn(element, "loading"),
  };
}

/** An element that is reported to the admin whenever anything in it changes. */
class Reported extends HTMLElement {
  #observer = new MutationObserver(() => this.report());

  connectedCallback() {
    this.#observer.observe(this, EVERYTHING);
    this.report();
  }

  disconnectedCallback() {
    this.#observer.disconnect();
    this.report();
  }
}

class NavMenu extends Reported {
  report() {
    const links = [...document.querySelectorAll(":is(ui-nav-menu, s-app-nav) :is(a, s-link)[href]")];
    const items = links.map((link) => ({
      number: numberOf(menuLink(link)),
      text: link.textContent.trim(),
      path: appPath(link.getAttribute("href")),
      home: link.getAttribute("rel") === "home",
    }));
    tell("navMenu", { items: items.filter(({ path }) => path !== undefined) });
  }
}

const menuLinks = new WeakMap();

function menuLink(link) {
  if (!menuLinks.has(link)) menuLinks.set(link, { click: () => follow(link) });
  return menuLinks.get(link);
}

const describedAll = (elements) => [...elements].map(described);

/** The title, its buttons and groups of buttons, of the page or of a modal. */
function describedTitleBar(bar) {
  return {
    title: bar.getAttribute("title") ?? "",
    breadcrumbs: describedAll(bar.querySelectorAll(':scope > [variant="breadcrumb"]')),
    actions: describedAll(bar.querySelectorAll(":scope > :is(button, a):not([variant='breadcrumb'])")),
    groups: [...bar.querySelectorAll(":scope > section")].map((group) => ({
      label: group.getAttribute("label") ?? "",
      actions: describedAll(group.querySelectorAll("button, a")),
    })),
  };
}

class TitleBar extends Reported {
  report() {
    const bar = document.querySelector("ui-title-bar:not(ui-modal *)");
    tell("titleBar", { bar: bar && describedTitleBar(bar) });
  }
}

/** The one bar that shows: a <ui-save-bar>, or the one of a <form data-save-bar>. */
let shownBar = null;

function showBar(bar) {
  shownBar = bar;
  tell("saveBar", { bar: bar && bar.describe() });
}

class SaveBar extends Reported {
  get showing() {
    return shownBar === this;
  }

  get discardConfirmation() {
    return isOn(this, "discardconfirmation");
  }

  set discardConfirmation(on) {
    this.toggleAttribute("discardconfirmation", on);
  }

  async show() {
    if (this.showing) return;
    showBar(this);
    this.dispatchEvent(new CustomEvent("show"));
  }

  async hide() {
    if (!this.showing) return;
    showBar(null);
    this.dispatchEvent(new CustomEvent("hide"));
  }

  toggle() {
    return this.showing ? this.hide() : this.show();
  }

  report() {
    if (!this.showing) return;
    if (this.isConnected) showBar(this);
    else void this.hide();
  }

  describe() {
    const save = this.querySelector('button[variant="primary"]');
    const discard = this.querySelector('button:not([variant="primary"])');
    return {
      save: save && described(save),
      discard: discard && described(discard),
      confirmDiscard: this.discardConfirmation,
    };
  }
}

/** Forms that ask for a save bar by attribute: it shows from the first change to submit or reset. */
const formBars = new WeakMap();

function barOf(form) {
  if (!formBars.has(form)) {
    const blank = { text: "", primary: false, critical: false, disabled: false, loading: false };
    const save = { click: () => form.requestSubmit() };
    const discard = { click: () => form.reset() };
    formBars.set(form, {
      save,
      discard,
      describe: () => ({
        save: { ...blank, number: numberOf(save) },
        discard: { ...blank, number: numberOf(discard) },
        confirmDiscard: form.hasAttribute("data-discard-confirmation"),
      }),
    });
  }
  return formBars.get(form);
}

addEventListener("input", ({ target }) => {
  const form = target.form ?? target.closest?.("form");
  if (form?.hasAttribute("data-save-bar")) showBar(barOf(form));
});

for (const type of ["submit", "reset"])
  addEventListener(type, ({ target }) => {
    if (shownBar && shownBar === formBars.get(target)) showBar(null);
  });
