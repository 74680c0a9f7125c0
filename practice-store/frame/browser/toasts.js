import { tell } from "./channel.js";
import { icon, make } from "./dom.js";
import { texts } from "./settings.js";

const polite = document.querySelector("#toasts");
const urgent = document.querySelector("#toasts-urgent");

export function showToast({ id, message, duration, isError, action }) {
  const close = make(
    "button",
    { type: "button", className: "plain", "aria-label": texts.dismiss },
    icon("close"),
  );
  const toast = make(
    "div",
    { className: `toast${isError ? " error" : ""}` },
    make("span", { textContent: message }),
  );
  toast.dataset.id = id;
  if (action) {
    const button = make("button", { type: "button", className: "toast-action", textContent: action });
    button.addEventListener("click", () => {
      tell("toastAction", { id });
      hideToast(id);
    });
    toast.append(button);
  }
  toast.append(close);
  close.addEventListener("click", () => hideToast(id));
  (isError ? urgent : polite).append(toast);
  setTimeout(() => hideToast(id), duration);
}

export function hideToast(id) {
  const toast = document.querySelector(`.toast[data-id="${CSS.escape(id)}"]`);
  if (toast === null) return;
  toast.remove();
  tell("toastGone", { id });
}
