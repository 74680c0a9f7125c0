// The parts of this folder are served as one script, in order, in one scope: /practice/app-bridge.js,
// the practice store's stand-in for https://cdn.shopify.com/shopifycloud/app-bridge.js.
//
// This part talks to the admin around the app: only to it, and listening only to it.

const script = document.currentScript;
const ADMIN = new URL(script.src).origin;
const CHANNEL = "practice-admin";

/** What came with the address; kept for later pages of this frame, whose addresses do not have it. */
function rememberedConfig() {
  const query = new URLSearchParams(location.search);
  const key = "practice-admin.config";
  const kept = JSON.parse(sessionStorage.getItem(key) ?? "{}");
  for (const name of ["shop", "host", "locale"]) if (query.has(name)) kept[name] = query.get(name);
  sessionStorage.setItem(key, JSON.stringify(kept));
  return kept;
}

const config = {
  apiKey: script.dataset.apiKey ?? document.querySelector('meta[name="shopify-api-key"]')?.content,
  ...rememberedConfig(),
};

const waiting = new Map();
let lastQuestion = 0;

function tell(type, payload = {}) {
  parent.postMessage({ channel: CHANNEL, type, ...payload }, ADMIN);
}

/** Tells the admin something that it answers. */
function ask(type, payload) {
  lastQuestion += 1;
  tell(type, { ...payload, question: lastQuestion });
  return new Promise((resolve) => waiting.set(lastQuestion, resolve));
}

/** Things the admin can press from afar, by number. */
const pressable = new Map();
const numbers = new WeakMap();

function numberOf(thing) {
  if (!numbers.has(thing)) {
    numbers.set(thing, pressable.size + 1);
    pressable.set(pressable.size + 1, new WeakRef(thing));
  }
  return numbers.get(thing);
}

const heard = {
  answer: ({ question, value }) => {
    waiting.get(question)?.(value);
    waiting.delete(question);
  },
  press: ({ number }) => pressable.get(number)?.deref()?.click(),
};

addEventListener("message", ({ source, origin, data }) => {
  if (source !== parent || origin !== ADMIN || data?.channel !== CHANNEL) return;
  heard[data.type]?.(data);
});
