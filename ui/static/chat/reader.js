// A document in a dialog, with the quote marked and in view; its page is what is fetched.
import { say } from "./words.js";

export class Reader {
  constructor(dialog) {
    this.dialog = dialog;
    this.title = dialog.querySelector("h2");
    this.place = dialog.querySelector(".place");
    this.text = dialog.querySelector(".text");
    this.page = dialog.querySelector(".as-page");
    dialog.addEventListener("close", () => this.opener?.focus());
    this.text.addEventListener("click", (event) => this.jump(event));
  }

  // `link` leads to the document's page; what stands before it says where the quote is.
  async open(link) {
    this.opener = link;
    this.page.href = link.href;
    this.title.textContent = say("document");
    this.place.textContent = placeOf(link);
    this.text.replaceChildren(Object.assign(document.createElement("p"), { textContent: say("opening") }));
    this.dialog.showModal();
    try {
      const response = await fetch(link.href, { headers: { Accept: "text/html" } });
      if (!response.ok) throw new Error(response.statusText);
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      this.show(page.querySelector("main"));
    } catch {
      this.text.querySelector("p").textContent = say("not_opened");
    }
  }

  show(main) {
    const title = main.querySelector("h1");
    this.title.textContent = title.textContent;
    this.title.lang = this.place.lang = main.querySelector("article")?.lang ?? "";
    const frame = ".crumbs, .actions, article > .meta, main > .meta";
    [title, ...main.querySelectorAll(frame)].forEach((part) => part.remove());
    for (const link of main.querySelectorAll("a[href]:not([href^='#'])")) {
      Object.assign(link, { target: "_blank", rel: "noopener" });
    }
    const again = main.querySelector("article h2");
    if (again?.textContent === title.textContent) again.remove();
    this.text.replaceChildren(...main.childNodes);
    const quote = this.text.querySelector("#quote");
    if (quote) {
      quote.scrollIntoView({ block: "center" });
      quote.focus({ preventScroll: true });
    } else {
      this.text.scrollTo(0, 0);
      this.text.focus();
    }
  }

  // A link within the document stays in it.
  jump(event) {
    const link = event.target.closest("a[href^='#']");
    if (!link) return;
    event.preventDefault();
    const target = this.text.querySelector(`[id="${CSS.escape(link.hash.slice(1))}"]`);
    target?.scrollIntoView({ block: "start" });
    target?.focus({ preventScroll: true });
  }
}

function placeOf(link) {
  const place = link.closest(".place, li")?.cloneNode(true);
  place?.querySelectorAll("a.open-document, cite, details, blockquote").forEach((part) => part.remove());
  return place?.textContent.replace(/\s+/g, " ").replace(/^[\s,]+|[\s.,]+$/g, "") ?? "";
}
