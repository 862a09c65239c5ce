// The chat. Gradio carries what is asked and told; everything on the page is made here.
import { attend } from "./attending.js";
import { Box } from "./box.js";
import { judge, rate, showWhy } from "./evidence.js";
import { Exchange, told } from "./exchange.js";
import { chip, rows, starter } from "./offers.js";
import { Reader } from "./reader.js";
import { Conversations, unique } from "./store.js";
import { copied, download } from "./taking.js";
import { current, keep, kept, learn, say, translate } from "./words.js";

const MOST_CHARS = 2000;
const OPEN = "assistant.open";
const inTab = () => sessionStorage;

export function start(element, gradio) {
  learn(gradio.props.words);
  const chat = new Chat(element.querySelector(".chat"), gradio);
  window.assistantChat = { ...window.assistantChat, conversations: () => chat.past.list };
  const begin = () => chat.begin(window.assistantChat.stored);
  if ("stored" in window.assistantChat) begin();
  else document.addEventListener("assistant-stored", begin, { once: true });
}

class Chat {
  constructor(root, { trigger, props, server, watch }) {
    Object.assign(this, { root, trigger, props, server, greeting: props.greeting });
    const find = (selector) => root.querySelector(selector);
    this.log = find(".log");
    this.box = new Box(find("textarea"), () => this.submit());
    this.form = find(".composer");
    this.next = find(".next");
    this.status = find(".status");
    this.pastList = find("dialog.past");
    this.reader = new Reader(find("dialog.reader"));
    this.exchanges = [];
    this.asking = null;
    this.edited = null;
    this.past = new Conversations({ save: () => trigger("keep"), onChange: () => this.listPast() });
    watch("value", () => this.hear(props.value));
    document.addEventListener("assistant-failed", () => this.lose());
    document.addEventListener("assistant-language", () => this.inLanguage());
    this.form.addEventListener("submit", (event) => { event.preventDefault(); this.submit(); });
    root.addEventListener("click", (event) => this.click(event));
    root.addEventListener("keydown", (event) => this.escape(event));
    root.addEventListener("submit", (event) => this.rate(event));
    root.addEventListener("focusin", ({ target }) => {
      if (target.matches(":focus-visible")) target.closest(".sources li")?.classList.add("opened");
    });
    this.fresh();
    this.inLanguage();
  }

  // Once the browser's store was read: what the address asks for, or what was open in this tab.
  async begin(stored) {
    this.past.receive(stored);
    this.greet();
    const address = new URL(location.href);
    const asked = address.searchParams.get("q");
    const answer = address.searchParams.get("answer");
    for (const name of ["q", "answer", "lang"]) address.searchParams.delete(name);
    history.replaceState(history.state, "", address);
    const open = kept(OPEN, inTab);
    this.box.restore();
    if (answer) await this.continue(answer);
    else if (!asked && open) await this.open(open);
    if (asked) this.ask(asked);
    this.root.dataset.ready = "";
  }

  // The page was made when the service started; documents may have come or gone since.
  async greet() {
    const now = await this.server.greet(null).catch(() => null);
    if (!now || JSON.stringify(now) === JSON.stringify(this.greeting)) return;
    this.greeting = now;
    this.inLanguage();
  }

  // ---- asking ----

  submit() {
    const question = this.box.text.trim();
    if (!question || this.asking) return this.box.focus();
    if (question.length > MOST_CHARS) {
      return this.object(say("too_long", { length: question.length, most: MOST_CHARS }));
    }
    this.box.text = this.edited ? this.unsent : "";
    if (this.edited) this.revise(this.edited);
    this.ask(question);
  }

  ask(question) {
    if (this.asking) return;
    this.note("", "");
    // What was pressed goes away, and the focus must not go with it.
    if (!this.box.focused) this.box.settle();
    this.dropFailed();
    const exchange = new Exchange({ key: unique(), question });
    this.exchanges.push(exchange);
    this.log.append(exchange.node);
    exchange.wait(this.greeting.documents);
    this.asking = exchange;
    this.arrange();
    this.turnTo(exchange);
    this.box.giveWay();
    if (!navigator.onLine) { this.lose(); return; }
    this.trigger("ask", this.sent(exchange));
    attend({
      open: () => this.asking === exchange,
      gone: () => this.lose(),
      tired: () => this.fail(say("broken")),
      patience: this.props.patience * 1000,
    });
  }

  // The question to the top, as far as what stands below it allows.
  turnTo({ node }) {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    node.scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });
  }

  sent({ key, question }) {
    const at = this.exchanges.findIndex((one) => one.key === key);
    const before = this.exchanges.slice(0, at).filter(({ id }) => id).map(({ id }) => id);
    return { key, question, before, language: current() };
  }

  hear(update) {
    const exchange = this.asking;
    if (!exchange || update?.key !== exchange.key) return;
    exchange.node.setAttribute("aria-busy", String(update.stage === "partial"));
    if (update.stage === "failed") { this.fail(update.message); return; }
    exchange.show(update);
    if (update.stage !== "done") return;
    this.asking = null;
    this.arrange();
    // There was less below the question before; a reader who has gone elsewhere stays there.
    const { top } = exchange.node.getBoundingClientRect();
    if (top > 0 && top < innerHeight) this.turnTo(exchange);
    this.remember();
  }

  // An error never looks like an answer, and the question goes back to where it was written.
  fail(message) {
    const exchange = this.asking;
    this.asking = null;
    exchange.node.removeAttribute("aria-busy");
    exchange.tell("failed", message);
    if (!this.box.text) this.box.text = exchange.question;
    this.arrange();
    exchange.node.scrollIntoView({ block: "nearest" });
  }

  // What is wrong with something typed is said in the log too; it stays in the box.
  object(message) {
    this.dropFailed();
    const node = told("failed", message);
    this.log.append(node);
    this.exchanges.push({ node, stage: "failed" });
    this.arrange();
    node.scrollIntoView({ block: "nearest" });
  }

  lose() {
    if (this.asking) this.fail(say("offline"));
  }

  stop() {
    const exchange = this.asking;
    if (!exchange) return;
    this.asking = null;
    this.trigger("stop");
    exchange.node.removeAttribute("aria-busy");
    exchange.tell("stopped", say("stopped"));
    this.arrange();
    this.box.settle();
  }

  // ---- what was said ----

  leave() {
    this.unedit();
    this.fresh();
    keep(OPEN, null, inTab);
  }

  fresh() {
    this.conversation = { id: unique(), title: "", changed: "", exchanges: [] };
    this.exchanges = [];
    this.log.replaceChildren();
    this.arrange();
  }

  remember() {
    const exchanges = this.exchanges
      .filter(({ id }) => id)
      .map(({ question, id, text }) => ({ question, id, text }));
    const title = exchanges[0].question.slice(0, 120);
    this.conversation = { ...this.conversation, title, exchanges };
    this.past.put(this.conversation);
    keep(OPEN, this.conversation.id, inTab);
  }

  async open(id) {
    const conversation = this.past.find(id);
    if (!conversation) return;
    this.fresh();
    this.conversation = { ...conversation };
    keep(OPEN, id, inTab);
    // What is put back is not news to a screen reader.
    this.log.setAttribute("aria-live", "off");
    this.exchanges = conversation.exchanges.map(({ question }) => new Exchange({ key: unique(), question }));
    this.log.append(...this.exchanges.map(({ node }) => node));
    this.arrange();
    const wanted = this.exchanges.map(({ key }, at) => [key, conversation.exchanges[at].id]);
    const found = await this.server.restore({ exchanges: wanted, language: current() });
    this.exchanges.forEach((exchange, at) => {
      const update = found?.[at];
      if (update?.stage === "done") exchange.show(update);
      else {
        exchange.remember(conversation.exchanges[at].text);
        Object.assign(exchange, { id: conversation.exchanges[at].id, text: conversation.exchanges[at].text });
      }
    });
    this.arrange();
    this.exchanges.at(-1)?.node.scrollIntoView({ block: "start" });
    requestAnimationFrame(() => this.log.setAttribute("aria-live", "polite"));
  }

  // Goes on from an answer that was given elsewhere.
  async continue(id) {
    const key = unique();
    const [update] = (await this.server.restore({ exchanges: [[key, id]], language: current() })) ?? [];
    if (update?.stage !== "done") { this.note("wrong", say("unknown_answer")); return; }
    const exchange = new Exchange({ key, question: update.question });
    this.exchanges.push(exchange);
    this.log.append(exchange.node);
    exchange.show(update);
    this.arrange();
    this.remember();
  }

  // Takes the conversation back to before a question. If more followed it, what was said stays in
  // the list and a new conversation goes on from here.
  revise(exchange) {
    const at = this.exchanges.indexOf(exchange);
    if (at < this.exchanges.length - 1) this.conversation = { ...this.conversation, id: unique() };
    this.exchanges.splice(at).forEach(({ node }) => node.remove());
    this.edit(null);
  }

  edit(exchange) {
    if (exchange && !this.edited) this.unsent = this.box.text;
    this.edited?.node.classList.remove("edited");
    this.edited = exchange;
    exchange?.node.classList.add("edited");
    this.form.querySelector(".editing").hidden = !exchange;
    if (!exchange) return;
    this.box.text = exchange.question;
    this.box.focus();
  }

  // What was being written before the editing comes back.
  unedit() {
    if (!this.edited) return;
    this.edit(null);
    this.box.text = this.unsent;
  }

  retry(exchange) {
    if (this.asking) return;
    if (this.box.text === exchange.question) this.box.text = "";
    this.revise(exchange);
    this.ask(exchange.question);
  }

  dropFailed() {
    const failed = ({ stage }) => stage === "failed" || stage === "stopped";
    this.exchanges.filter(failed).forEach(({ node }) => node.remove());
    this.exchanges = this.exchanges.filter((one) => !failed(one));
  }

  // ---- what belongs to an answer ----

  async copy({ markdown }) {
    this.note("", say((await copied(markdown)) ? "copied" : "not_copied"));
  }

  async rate(event) {
    const form = event.target.closest("form.reason");
    if (!form) return;
    event.preventDefault();
    const fault = await rate(this.exchangeOf(form), form, this.server);
    this.note(fault && "wrong", fault || say("thanks"));
  }

  cite(mark) {
    const source = document.getElementById(decodeURIComponent(mark.hash.slice(1)));
    if (!source) return;
    for (const other of this.root.querySelectorAll(".sources li.shown")) other.classList.remove("shown");
    source.classList.add("shown");
    source.focus({ preventScroll: true });
    source.scrollIntoView({ block: "nearest" });
    this.cited = { source, mark };
  }

  async export(form) {
    const ids = this.exchanges.filter(({ id }) => id).map(({ id }) => id);
    const made = await this.server.export({ ids, form, language: current() });
    if (made?.stage !== "done") { this.note("wrong", say("offline")); return; }
    download(made);
  }

  // ---- the page ----

  click(event) {
    const target = event.target.closest("button, a");
    if (!target) return;
    if (target.matches("a.cite")) { event.preventDefault(); this.cite(target); return; }
    const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.button);
    if (target.matches("a.open-document") && plain) { event.preventDefault(); this.reader.open(target); return; }
    const exchange = this.exchangeOf(target);
    const does = {
      ask: () => { this.unedit(); this.ask(target.dataset.question); },
      stop: () => this.stop(),
      new: () => { if (this.asking) this.stop(); this.leave(); this.box.focus(); },
      past: () => this.pastList.showModal(),
      close: () => target.closest("dialog").close(),
      open: () => { this.pastList.close(); if (this.asking) this.stop(); this.unedit(); this.open(target.dataset.id).then(() => this.log.focus({ preventScroll: true })); },
      delete: () => this.remove(target.dataset.id),
      "export-markdown": () => this.export("markdown"),
      "export-json": () => this.export("json"),
      "cancel-edit": () => { this.unedit(); this.box.focus(); },
      edit: () => { if (!this.asking) this.edit(exchange); },
      retry: () => this.retry(exchange),
      copy: () => this.copy(exchange),
      why: () => showWhy(exchange, target, () => this.server.why(this.sent(exchange))),
      helpful: () => judge(exchange, target),
      unhelpful: () => judge(exchange, target),
    };
    does[target.dataset.do]?.();
  }

  // Escape stops an answer, and leads back from a source to its mark.
  escape(event) {
    if (event.key !== "Escape" || event.target.closest("dialog")) return;
    if (this.asking) this.stop();
    else if (this.cited?.source.contains(document.activeElement)) {
      this.cited.source.classList.remove("shown");
      this.cited.mark.focus();
    }
  }

  exchangeOf(element) {
    const key = element.closest(".exchange")?.dataset.key;
    return this.exchanges.find((one) => one.key === key);
  }

  note(kind, text) {
    this.status.className = `status ${kind}`;
    this.status.textContent = text;
  }

  // Shows what fits the moment: starters, chips, buttons.
  arrange() {
    const last = this.exchanges.at(-1);
    const busy = Boolean(this.asking);
    this.root.classList.toggle("begun", this.exchanges.some(({ question }) => question));
    this.form.querySelector(".send").hidden = busy;
    this.form.querySelector(".stop").hidden = !busy;
    this.form.querySelector(".exports").hidden = !this.exchanges.some(({ id }) => id);
    for (const one of this.exchanges) one.node.classList.toggle("last", one === last);
    const answered = this.exchanges.filter(({ id }) => id).at(-1);
    const followups = busy ? [] : answered?.followups ?? [];
    this.next.hidden = followups.length === 0;
    this.next.querySelector("h2").textContent = say(answered?.status === "clarify" ? "could_mean" : "could_ask");
    const chips = this.next.querySelector("ul");
    chips.lang = answered?.language ?? "";
    chips.replaceChildren(...followups.map(chip));
  }

  inLanguage() {
    const { programme, knows, starters } = this.greeting.welcome[current()];
    this.root.querySelector(".about").textContent = programme;
    this.root.querySelector(".knows").textContent = knows;
    this.root.querySelector(".starters").replaceChildren(...starters.map(starter));
    for (const own of this.log.querySelectorAll(".actions, .reason")) own.lang = current();
    translate(this.root);
    this.arrange();
    this.listPast();
  }

  listPast() {
    const { list } = this.past;
    const opener = this.root.querySelector(".past-button");
    opener.textContent = say("past", { n: list.length });
    this.pastList.querySelector("ul").replaceChildren(...rows(list, this.conversation?.id));
  }

  remove(id) {
    this.past.remove(id);
    if (id === this.conversation.id) this.leave();
    this.note("", say("deleted"));
    this.pastList.querySelector("[data-do=open], [data-do=close]").focus();
  }
}
