import { make } from "./dom.js";

let lastDialog = 0;

/** Asks the person in a dialog; true where she chose `yes`. Escape means no. */
export function confirmed({ title, body, yes, no }) {
  lastDialog += 1;
  const heading = make("h2", { id: `confirm-${lastDialog}`, textContent: title });
  const stay = make("button", { type: "button", className: "button", textContent: no });
  const go = make("button", { type: "button", className: "button critical", textContent: yes });
  const dialog = make(
    "dialog",
    { className: "confirm", "aria-labelledby": heading.id },
    make("div", { className: "confirm-head" }, heading),
    make("p", { textContent: body }),
    make("div", { className: "confirm-foot" }, stay, go),
  );
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    stay.addEventListener("click", () => dialog.close());
    go.addEventListener("click", () => dialog.close("yes"));
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
  });
}
