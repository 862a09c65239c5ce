// The words of the chat in the reader's language; `data-text` on an element names one of them.
const LANGUAGES = ["en", "es", "pt"];
const KEPT = "assistant.language";

let words = {};
let language = "en";

export const current = () => language;

// A text by its key, `{name}` filled in from `values`.
export function say(key, values = {}) {
  const text = words[key]?.[language] ?? key;
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

export function learn(given) {
  words = given;
}

// Puts every text inside `root` into the language; values stand in the element's dataset.
export function translate(root = document) {
  const each = (name, put) => {
    const found = root.querySelectorAll(`[data-${name}]`);
    for (const element of found) put(element, say(element.dataset[name], element.dataset));
  };
  each("text", (element, text) => { element.textContent = text; });
  each("label", (element, text) => element.setAttribute("aria-label", text));
  each("placeholder", (element, text) => element.setAttribute("placeholder", text));
}

export function speak(code) {
  language = LANGUAGES.includes(code) ? code : "en";
  document.documentElement.lang = language;
  keep(KEPT, language);
  translate();
  document.dispatchEvent(new CustomEvent("assistant-language", { detail: language }));
}

// The language that the address asks for, else the one chosen before, else the browser's.
export function preferred() {
  const asked = new URLSearchParams(location.search).get("lang");
  const wanted = [asked, kept(KEPT), ...(navigator.languages ?? [])];
  const short = wanted.map((code) => (code ?? "").toLowerCase().split("-")[0]);
  return short.find((code) => LANGUAGES.includes(code)) ?? "en";
}

// A browser may forbid storage; then nothing is remembered.
export function kept(key, store = () => localStorage) {
  try { return store().getItem(key); } catch { return null; }
}

export function keep(key, value, store = () => localStorage) {
  try {
    if (value === null) store().removeItem(key);
    else store().setItem(key, value);
  } catch { /* not remembered */ }
}
