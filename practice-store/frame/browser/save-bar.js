import { press } from "./channel.js";
import { confirmed } from "./confirm.js";
import { appButton } from "./dom.js";
import { texts } from "./settings.js";

const element = document.querySelector("#save-bar");
const buttons = element.querySelector(".save-bar-buttons");
let shown = null;

export function showSaveBar(bar) {
  shown = bar;
  element.hidden = bar === null;
  document.body.classList.toggle("unsaved", bar !== null);
  if (bar === null) return buttons.replaceChildren();
  const nothing = { text: "", primary: false, critical: false, disabled: false, loading: false };
  const save = { ...(bar.save ?? nothing), primary: true };
  buttons.replaceChildren(
    appButton(bar.discard ?? nothing, () => void discard(bar), texts.discard),
    appButton(save, () => bar.save && press(bar.save.number), texts.save),
  );
}

async function discard({ discard: button, confirmDiscard }) {
  const sure =
    !confirmDiscard ||
    (await confirmed({
      title: texts.discardTitle,
      body: texts.discardBody,
      yes: texts.discardChanges,
      no: texts.keepEditing,
    }));
  if (sure && button) press(button.number);
}

/** Whether it is all right to leave the page: nothing is unsaved, or the person lets it go. */
export async function mayLeave() {
  if (shown === null) return true;
  const leaves = await confirmed({
    title: texts.leaveTitle,
    body: texts.leaveBody,
    yes: texts.leave,
    no: texts.stay,
  });
  if (leaves) showSaveBar(null);
  return leaves;
}
