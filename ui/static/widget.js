// Questions under an article, and a panel in which they are answered. Served as /embed.js, with
// WORDS (by language) and STYLE put before it. Without it, or where it may not ask, what the
// publisher's page has stays: plain links to the same answers.

const script = document.currentScript;
const service = new URL(".", script.src);
const options = script.dataset;
const WAIT_MS = 30000;
const MAX_ARTICLE_CHARS = 20000; // at most 60,000 bytes, which the service takes

const language = [options.language, script.closest("[lang]")?.lang, navigator.language]
  .map((name) => (name || "").slice(0, 2).toLowerCase())
  .find((name) => name in WORDS) || "en";
const words = WORDS[language];
let refused = false;

function make(name, properties = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

// The body of a fragment. XMLHttpRequest parses HTML itself, which a page that requires trusted
// types allows; its scripts do not run. Rejects with the status, 0 if nothing could be read.
function fetchFragment(path, parameters, body = null) {
  const address = new URL(path, service);
  for (const [name, value] of parameters) address.searchParams.append(name, value);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(body === null ? "GET" : "POST", address);
    request.responseType = "document";
    request.timeout = WAIT_MS;
    request.onloadend = () => {
      const found = request.response?.body;
      if (found && request.status === 200) resolve(absolute(found));
      else reject({ status: request.status, said: found?.querySelector(".wrong")?.textContent });
    };
    request.send(body);
  });
}

// Our addresses, told from the page that they are now on.
function absolute(fragment) {
  for (const link of fragment.querySelectorAll("a[href]")) {
    if (link.getAttribute("href").startsWith("#")) continue;
    link.href = new URL(link.getAttribute("href"), service).href;
    if (!("ask" in link.dataset)) Object.assign(link, { target: "_blank", rel: "noopener" });
  }
  return fragment;
}

// Where the questions go: what the publisher has put before the script, or a new place there.
function placeOf() {
  const named = options.target && document.querySelector(options.target);
  const before = script.previousElementSibling;
  if (named) return named;
  if (before?.matches("[data-programme-assistant]")) return before;
  const made = make("section", { lang: language });
  made.setAttribute("aria-label", words.heading);
  script.before(made);
  return made;
}

function articleText() {
  const article = document.querySelector(options.article || "article") ||
    document.querySelector("main") || document.body;
  return article.innerText.slice(0, MAX_ARTICLE_CHARS);
}

async function findQuestions() {
  const asked = [["lang", language], ["count", options.count || "4"]];
  const documents = (options.document || "").split(/[\s,]+/).filter(Boolean);
  const found = documents.length
    ? await fetchFragment("widget/questions", [...asked, ...documents.map((id) => ["document", id])])
    : await fetchFragment("widget/article", asked, articleText());
  return [...found.querySelectorAll("a")];
}

function listOf(links, heading) {
  const items = links.slice(0, Number(options.count) || 10).map((link) => {
    const item = make("a", { href: link.href }, link.textContent.trim());
    item.dataset.ask = "";
    return make("li", {}, item);
  });
  const level = heading?.localName || "h2";
  return make("div", { className: "list" },
    make(level, { className: "heading" }, heading?.textContent || words.heading),
    make("ul", {}, ...items),
    make("p", { className: "by" }, words.by));
}

// The panel: a modal dialog, so that it lies over whatever the page has and the rest is inert.
class Panel {
  constructor(root) {
    this.answers = [];
    this.state = make("p", { className: "state", role: "status" });
    this.log = make("div", { className: "log", tabIndex: 0, role: "region", ariaLabel: words.title },
      this.state);
    this.input = make("input", { type: "text", name: "q", maxLength: 2000, required: true,
      autocomplete: "off", id: "follow-up", placeholder: words.follow_up });
    const form = make("form", {},
      make("label", { htmlFor: "follow-up", className: "hidden" }, words.follow_up),
      this.input, make("button", {}, words.ask));
    const close = make("button", { type: "button" }, words.close);
    this.title = make("h2", { id: "title", tabIndex: -1 }, words.heading);
    this.dialog = make("dialog", { className: "panel", lang: language },
      make("header", {}, this.title, close), this.log,
      make("footer", {}, form, make("p", { className: "note" }, words.new_tab)));
    this.dialog.setAttribute("aria-labelledby", "title");
    root.append(this.dialog);
    close.addEventListener("click", () => this.dialog.close());
    this.dialog.addEventListener("click", (event) => {
      if (event.target === this.dialog) this.dialog.close(); // beside it
    });
    this.dialog.addEventListener("close", () => this.opener?.focus());
    this.dialog.addEventListener("keydown", (event) => this.keepFocus(event, root));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const question = this.input.value.trim();
      const address = new URL("ask", service);
      address.searchParams.set("q", question);
      if (question) this.ask(question, address.href);
    });
  }

  open(question, address, opener) {
    this.opener = opener;
    this.answers = [];
    this.log.replaceChildren(this.state);
    this.dialog.showModal();
    this.title.focus();
    this.ask(question, address);
  }

  async ask(question, address) {
    this.asked = question;
    this.state.textContent = words.looking;
    this.state.scrollIntoView({ block: "nearest" });
    const asked = [["q", question], ["lang", language], ...this.answers.map((id) => ["after", id])];
    let shown;
    try {
      shown = (await fetchFragment("widget/answer", asked)).querySelector(".exchange");
      this.input.value = "";
    } catch (problem) {
      refused ||= !this.answers.length && [0, 403].includes(problem.status);
      shown = this.failure(question, address, problem);
    }
    if (this.asked !== question) return; // another was asked meanwhile
    if (shown.dataset.answer) this.answers.push(shown.dataset.answer);
    this.state.textContent = "";
    this.state.before(shown);
    shown.querySelector("h3").focus({ preventScroll: true });
    shown.scrollIntoView({ block: "start" });
  }

  // Why there is no answer here, quietly, and where it is.
  failure(question, address, problem) {
    const why = problem.status === 429 ? words.busy
      : problem.status >= 400 && problem.status < 500 && problem.status !== 403 && problem.said ||
        words.cannot_show;
    return make("section", { className: "exchange" },
      make("h3", { tabIndex: -1 }, question),
      make("p", { className: "wrong" }, why),
      make("p", {}, make("a", { href: address, target: "_blank", rel: "noopener" },
        words.on_its_page)));
  }

  // A dialog keeps the page's elements out; this keeps the browser's own out of the round too.
  keepFocus(event, root) {
    if (event.key !== "Tab") return;
    const stops = [...this.dialog.querySelectorAll(
      'a[href], button, input, summary, [tabindex="0"]')].filter((stop) => stop.checkVisibility());
    const [first, last] = [stops[0], stops.at(-1)];
    const at = root.activeElement;
    if (event.shiftKey ? at === first || at === this.title : at === last) {
      event.preventDefault();
      (event.shiftKey ? last : first).focus();
    }
  }
}

// Light ink means dark paper, whatever the reader's system prefers.
function setTheme(place) {
  const ink = (getComputedStyle(place).color.match(/[\d.]+/g) || []).slice(0, 3).map(Number);
  const light = ink.reduce((sum, part) => sum + part, 0) > 3 * 128;
  const wanted = options.theme === "light" || options.theme === "dark" ? options.theme : "";
  place.dataset.assistantTheme = wanted || (light ? "dark" : "light");
}

function plainly(event) {
  return event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
}

function enhance(place, links) {
  const heading = place.querySelector("h1, h2, h3, h4, h5, h6");
  // No style element, so that the page's policy need not allow one. A browser that cannot make a
  // sheet so fails here, where the publisher's links are still what is shown.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  const root = place.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [sheet];
  setTheme(place);
  if (!links.length) {
    root.append(make("p", { className: "by" }, `${words.cannot_list} `,
      make("a", { href: service.href }, words.ask_there)));
    return;
  }
  root.append(listOf(links, heading));
  const panel = new Panel(root);
  root.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link || !plainly(event)) return;
    if (link.matches("a.cite")) {
      event.preventDefault();
      show(root.getElementById(decodeURIComponent(link.hash.slice(1))), root);
    } else if ("ask" in link.dataset && !refused) {
      event.preventDefault();
      setTheme(place);
      if (panel.dialog.open) panel.ask(link.textContent.trim(), link.href);
      else panel.open(link.textContent.trim(), link.href, link);
    }
  });
}

// The source that a mark points at: in view, marked, and where a screen reader goes on.
function show(source, root) {
  for (const other of root.querySelectorAll(".shown")) other.classList.remove("shown");
  source?.classList.add("shown");
  source?.focus({ preventScroll: true });
  source?.scrollIntoView({ block: "center" });
}

async function start() {
  const place = placeOf();
  const own = [...place.querySelectorAll("a[href]")];
  if (own.length) return enhance(place, own);
  try {
    enhance(place, await findQuestions());
  } catch (problem) {
    console.warn(`${service.origin} gave no questions for this page: ${problem.said ||
      `is it reachable, and is ${location.origin} in its setting service.origins?`}`);
    enhance(place, []);
  }
}

start();
