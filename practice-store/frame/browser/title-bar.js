import { press } from "./channel.js";
import { appButton, icon, make } from "./dom.js";
import { settings, texts } from "./settings.js";

const heading = document.querySelector("#page-title");
const actions = document.querySelector("#page-actions");
const breadcrumb = document.querySelector("#page-breadcrumb");

export function showTitleBar(bar) {
  const title = bar?.title ?? "";
  heading.textContent = title;
  heading.parentElement.hidden = title === "";
  document.title = [title, settings.appTitle, settings.shopName].filter(Boolean).join(" · ");
  const back = bar?.breadcrumbs[0];
  breadcrumb.replaceChildren(...(back ? [backButton(back)] : []));
  const shown = bar ? [...bar.groups.map(menu), ...sorted(bar.actions).map(action)] : [];
  actions.replaceChildren(...shown);
}

/** The primary button comes last, where Shopify has it. */
const sorted = (buttons) => buttons.toSorted((one, other) => Number(one.primary) - Number(other.primary));

const action = (button) => appButton(button, () => press(button.number));

function backButton({ number, text }) {
  const button = make(
    "button",
    { type: "button", className: "plain", "aria-label": text || texts.back },
    icon("back"),
  );
  button.addEventListener("click", () => press(number));
  return button;
}

function menu({ label, actions: buttons }) {
  const items = buttons.map((button) => make("li", {}, action(button)));
  const summary = make("summary", { className: "button" }, label || texts.moreActions, icon("down"));
  const details = make("details", { className: "menu" }, summary, make("ul", {}, ...items));
  details.addEventListener("click", ({ target }) => {
    if (target.closest("li")) details.open = false;
  });
  details.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    details.open = false;
    summary.focus();
  });
  return details;
}
