// Language and look, for the chat and the calculator alike.
import { keep, kept, learn, preferred, speak } from "./words.js";

const LOOK = "assistant.look";
const dark = matchMedia("(prefers-color-scheme: dark)");

export function start(element, { trigger, props }) {
  learn(props.words);
  const press = (name, value) => {
    for (const button of element.querySelectorAll(`[data-${name}][aria-pressed]`)) {
      button.setAttribute("aria-pressed", String(button.dataset[name] === value));
    }
  };
  const look = (value) => {
    keep(LOOK, value === "system" ? null : value);
    if (value === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = value;
    document.body.classList.toggle("dark", value === "dark" || (value === "system" && dark.matches));
    press("look", value);
  };
  document.addEventListener("assistant-language", (event) => {
    press("language", event.detail);
    for (const link of element.querySelectorAll("a[href]")) link.search = `?lang=${event.detail}`;
    trigger("language", { language: event.detail });
  });
  element.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.dataset.language) speak(button.dataset.language);
    if (button?.dataset.look) look(button.dataset.look);
  });
  dark.addEventListener("change", () => look(kept(LOOK) ?? "system"));
  look(kept(LOOK) ?? "system");
  speak(preferred());
}
