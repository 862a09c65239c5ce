// A question and its answer on the page.
import { sortable } from "../tables.js";
import { current, say } from "./words.js";

// An element with attributes and children.
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

// A button whose words follow the language.
export const button = (does, text, attributes = {}) =>
  h("button", { type: "button", "data-do": does, "data-text": text, ...attributes }, say(text));

// Something that is no answer: what went wrong, or that an answer was stopped.
export function told(kind, text, ...more) {
  const heading = kind === "failed" ? [h("strong", { "data-text": "wrong" }, say("wrong")), " "] : [];
  return h("div", { class: `told told-${kind}` }, h("p", {}, ...heading, text), ...more);
}

// Makes `old` like `wanted` and leaves alone what is alike, so that a screen reader is told of
// additions only and what a reader has opened stays open.
function grow(old, wanted) {
  const before = [...old.childNodes];
  const after = [...wanted.childNodes];
  after.forEach((node, place) => {
    const own = before[place];
    if (!own) old.append(node);
    else if (own.isEqualNode(node)) return;
    else if (own.nodeType === 1 && own.nodeName === node.nodeName) {
      for (const { name, value } of node.attributes) own.setAttribute(name, value);
      grow(own, node);
    } else own.replaceWith(node);
  });
  before.slice(after.length).forEach((node) => node.remove());
}

// Where in a text the new part begins matters to the ear as well: it is its own node.
function split(old, wanted) {
  const was = old.textContent.trimEnd(); // what follows a list is no part of its next item
  const walker = document.createTreeWalker(wanted, NodeFilter.SHOW_TEXT);
  let passed = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const end = passed + node.length;
    if (passed < was.length && was.length < end) { node.splitText(was.length - passed); return; }
    passed = end;
  }
}

export class Exchange {
  constructor({ key, question }) {
    Object.assign(this, { key, question, stage: "asking", id: null });
    this.given = h("div", { class: "given" });
    this.node = h("section", { class: "exchange", "data-key": key },
      h("div", { class: "asked" },
        h("h2", {}, h("span", { class: "who", "data-text": "you" }, say("you")), " ", h("span", { class: "words" }, question)),
        button("edit", "edit", { class: "plain", "data-label": "edit_question", "aria-label": say("edit_question"), hidden: true })),
      this.given);
  }

  // What is being done while there is nothing to read yet.
  wait(documents) {
    this.given.replaceChildren(h("p", { class: "looking meta", "data-text": "looking", "data-documents": documents }, say("looking", { documents })));
  }

  show(update) {
    Object.assign(this, update);
    if (update.html) this.article(update.html);
    if (update.stage === "done") this.whole();
  }

  article(html) {
    const parsed = document.createElement("template");
    parsed.innerHTML = html;
    const wanted = parsed.content.querySelector("article");
    for (const quiet of wanted.querySelectorAll(".sources, .cities, .tier-bar")) quiet.setAttribute("aria-live", "off");
    const old = this.given.querySelector("article");
    if (!old) this.given.replaceChildren(wanted);
    else {
      const said = old.querySelector(".said");
      split(said, wanted.querySelector(".said"));
      grow(old, wanted);
      old.className = wanted.className;
    }
  }

  get shown() {
    return this.given.querySelector("article");
  }

  whole() {
    this.given.querySelectorAll("table.sortable").forEach(sortable);
    this.node.querySelector("[data-do=edit]").hidden = false;
    this.given.querySelector(".actions")?.remove();
    this.shown.append(h("div", { class: "actions", "aria-live": "off", lang: current() },
      button("copy", "copy", { class: "plain" }),
      h("a", { class: "plain", href: `/answers/${this.id}`, "data-text": "link" }, say("link")),
      button("retry", "retry", { class: "plain" }),
      button("why", "why", { class: "plain", "aria-expanded": "false" }),
      h("span", { class: "rate", role: "group", "data-label": "was_it", "aria-label": say("was_it") },
        button("helpful", "helpful", { class: "plain", "aria-pressed": "false" }),
        button("unhelpful", "unhelpful", { class: "plain", "aria-pressed": "false" }))));
  }

  tell(kind, text) {
    this.stage = kind;
    const looking = this.given.querySelector(".looking");
    looking?.remove();
    this.given.append(told(kind, text, button("retry", "retry", { class: "quiet" })));
    this.node.querySelector("[data-do=edit]").hidden = false;
  }

  // An answer whose sources are no longer kept, by its text alone.
  remember(text) {
    this.stage = "missing";
    this.given.replaceChildren(
      h("p", { class: "meta", "data-text": "gone" }, say("gone")),
      h("div", { class: "answer plain-text" }, text.replaceAll("**", "")));
    this.node.querySelector("[data-do=edit]").hidden = false;
  }

  trailBox() {
    const id = `trail-${this.key}`;
    let box = this.given.querySelector(".trail");
    if (!box) {
      box = h("section", { class: "trail", id, "aria-live": "off", lang: current(), "data-label": "why", "aria-label": say("why"), hidden: true });
      this.shown.append(box);
      this.given.querySelector("[data-do=why]").setAttribute("aria-controls", id);
    }
    return box;
  }

  ratingForm(verdict) {
    this.given.querySelector(".reason")?.remove();
    const id = `reason-${this.key}`;
    const text = verdict === "helpful" ? "reason_good" : "reason";
    const form = h("form", { class: "reason", "data-verdict": verdict, "aria-live": "off", lang: current() },
      h("label", { for: id, "data-text": text }, say(text)),
      h("textarea", { id, rows: 2, maxlength: 2000 }),
      h("button", { type: "submit", "data-text": "give" }, say("give")));
    this.given.querySelector(".actions").after(form);
    return form;
  }
}
