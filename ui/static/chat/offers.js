// What is offered on the page: questions to begin with and to go on with, conversations to go back to.
import { h } from "./exchange.js";
import { current, say } from "./words.js";

export const chip = (question) =>
  h("li", {}, h("button", { type: "button", "data-do": "ask", "data-question": question }, question));

export const starter = ({ theme, question }) =>
  h("li", {}, h("button", { type: "button", "data-do": "ask", "data-question": question },
    h("span", { class: "theme" }, theme), h("span", {}, question)));

// Conversations as the items of a list; `open` is the id of the one on the page.
export function rows(conversations, open) {
  if (!conversations.length) return [h("li", { class: "meta", "data-text": "past_none" }, say("past_none"))];
  return conversations.map((one) => row(one, one.id === open));
}

const row = ({ id, title, changed, exchanges }, open) => h("li", {},
  h("button", { type: "button", class: "plain", "data-do": "open", "data-id": id, "aria-current": open ? "true" : null }, title),
  h("span", { class: "meta" }, `${day(changed)} · ${exchanges.length}`),
  h("button", { type: "button", class: "plain", "data-do": "delete", "data-id": id, "aria-label": say("delete_named", { title }) }, say("delete")));

const day = (moment) => new Date(moment).toLocaleDateString(current(), { dateStyle: "medium" });
