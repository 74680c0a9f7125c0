import { settings } from "./settings.js";

const CHANNEL = "practice-admin";
const app = document.querySelector("#app");

/** Tells the app's App Bridge something. */
export function tell(type, payload = {}) {
  app.contentWindow.postMessage({ channel: CHANNEL, type, ...payload }, settings.appOrigin);
}

/** Presses a button of the app. */
export const press = (number) => tell("press", { number });

/** Opens the app and listens to it and to nobody else. What a listener returns answers a question. */
export function openApp(listeners) {
  addEventListener("message", async ({ source, origin, data }) => {
    if (source !== app.contentWindow || origin !== settings.appOrigin || data?.channel !== CHANNEL) return;
    const value = await listeners[data.type]?.(data);
    if (data.question !== undefined) tell("answer", { question: data.question, value });
  });
  app.src = settings.launchUrl;
}
