// <ui-modal>: shown over the app; the admin darkens what is around it, so that it covers the whole screen.

const MODAL_STYLE = `
  ui-nav-menu, s-app-nav, ui-title-bar, ui-save-bar, ui-modal { display: none; }
  dialog.practice-modal { border: 0; padding: 0; border-radius: 16px; width: min(620px, calc(100vw - 32px));
    max-height: calc(100vh - 64px); color: #303030; background: #fff; overflow: hidden;
    font: 400 13px/20px Inter, system-ui, sans-serif; box-shadow: 0 8px 16px -4px rgba(26, 26, 26, 0.22); }
  dialog.practice-modal[open] { display: flex; flex-direction: column; }
  dialog.practice-modal[data-variant="small"] { width: min(380px, calc(100vw - 32px)); }
  dialog.practice-modal[data-variant="large"] { width: min(980px, calc(100vw - 32px)); }
  dialog.practice-modal[data-variant="max"] { width: 100vw; height: 100vh; max-width: none; max-height: none;
    border-radius: 0; }
  dialog.practice-modal::backdrop { background: rgba(0, 0, 0, 0.71); }
  .practice-modal-head, .practice-modal-foot { display: flex; align-items: center; gap: 8px; padding: 12px 16px; }
  .practice-modal-head { background: #f3f3f3; border-bottom: 1px solid #e3e3e3; }
  .practice-modal-head h2 { flex: 1; margin: 0; font-size: 14px; font-weight: 650; }
  .practice-modal-foot { justify-content: flex-end; flex-wrap: wrap; border-top: 1px solid #e3e3e3; }
  .practice-modal-foot:empty { display: none; }
  .practice-modal-body { overflow: auto; flex: 1; min-height: 0; }
  .practice-modal-body iframe { border: 0; display: block; width: 100%; height: min(600px, 70vh); }
  .practice-modal button { font: 550 12px/16px Inter, system-ui, sans-serif; color: #303030; background: #fff;
    border: 0; border-radius: 8px; padding: 6px 12px; min-height: 28px; cursor: pointer;
    box-shadow: inset 0 0 0 1px #d4d4d4, inset 0 -1px 0 #b5b5b5; }
  .practice-modal-foot button[data-primary] { color: #fff; background: #303030; box-shadow: none; }
  .practice-modal-foot button[data-critical] { color: #fff; background: #c70a24; box-shadow: none; }
  .practice-modal button:disabled { color: #8a8a8a; background: #ebebeb; box-shadow: none; cursor: default; }
  .practice-modal button:focus-visible { outline: 2px solid #005bd3; outline-offset: 1px; }
  .practice-modal .practice-modal-close { padding: 4px 8px; box-shadow: none; background: none; font-size: 16px; }
`;

const CLOSE = { en: "Close", de: "Schließen", fr: "Fermer", es: "Cerrar", ja: "閉じる", zh: "关闭" };

const sheet = new CSSStyleSheet();
sheet.replaceSync(MODAL_STYLE);
document.adoptedStyleSheets.push(sheet);

function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

class Modal extends Reported {
  #content;
  #dialog;
  #opener;

  /** Where the app puts what the modal shows, instead of children; asked for by app-bridge-react. */
  get content() {
    this.#content ??= document.createElement("div");
    return this.#content;
  }

  set content(element) {
    this.#content = element;
  }

  get contentWindow() {
    return this.#dialog?.querySelector("iframe")?.contentWindow ?? null;
  }

  async show() {
    if (this.#dialog) return;
    this.#opener = document.activeElement;
    this.#dialog = this.#built();
    document.documentElement.append(this.#dialog);
    this.#dialog.showModal();
    tell("modal", { open: true });
    this.report();
    this.dispatchEvent(new CustomEvent("show"));
  }

  async hide() {
    if (!this.#dialog) return;
    const dialog = this.#dialog;
    this.#dialog = undefined;
    this.append(...dialog.querySelectorAll(":scope > .practice-modal-body > [data-own]"));
    dialog.remove();
    tell("modal", { open: false });
    this.#opener?.focus?.();
    this.dispatchEvent(new CustomEvent("hide"));
  }

  toggle() {
    return this.#dialog ? this.hide() : this.show();
  }

  /** Title and buttons follow the title bar inside. */
  report() {
    if (!this.#dialog) return;
    if (!this.isConnected) return void this.hide();
    const bar = this.querySelector("ui-title-bar");
    const { title, actions } = bar ? describedTitleBar(bar) : { title: "", actions: [] };
    this.#dialog.querySelector("h2").textContent = title;
    const sorted = actions.toSorted((one, other) => Number(one.primary) - Number(other.primary));
    this.#dialog.querySelector(".practice-modal-foot").replaceChildren(...sorted.map(footButton));
  }

  #built() {
    const heading = make("h2", { id: "practice-modal-title" });
    const close = make("button", { type: "button", className: "practice-modal-close", textContent: "✕" });
    close.setAttribute("aria-label", CLOSE[(config.locale ?? "en").slice(0, 2)] ?? CLOSE.en);
    close.addEventListener("click", () => void this.hide());
    const body = make("div", { className: "practice-modal-body" }, ...this.#shown());
    const dialog = make(
      "dialog",
      { className: "practice-modal" },
      make("div", { className: "practice-modal-head" }, heading, close),
      body,
      make("div", { className: "practice-modal-foot" }),
    );
    dialog.dataset.variant = this.getAttribute("variant") ?? "base";
    dialog.setAttribute("aria-labelledby", heading.id);
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      void this.hide();
    });
    return dialog;
  }

  #shown() {
    const src = this.getAttribute("src");
    if (src) return [make("iframe", { src, title: this.querySelector("ui-title-bar")?.title ?? "" })];
    if (this.#content) return [this.#content];
    const own = [...this.children].filter((child) => !child.matches("ui-title-bar, ui-save-bar"));
    for (const child of own) child.dataset.own = "";
    return own;
  }
}

function footButton({ number, text, primary, critical, disabled, loading }) {
  const button = make("button", { type: "button", textContent: text, disabled: disabled || loading });
  button.toggleAttribute("data-primary", primary);
  button.toggleAttribute("data-critical", critical);
  button.addEventListener("click", () => heard.press({ number }));
  return button;
}
