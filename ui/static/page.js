// What a page gains where scripts run; without them everything still works.
import { sortable } from "./tables.js";

for (const table of document.querySelectorAll("table.sortable")) sortable(table);

// A long list of questions can be narrowed down; a group without any left is hidden.
for (const box of document.querySelectorAll("[data-filter]")) {
  const items = [...document.querySelectorAll(box.dataset.filter)];
  const groups = document.querySelectorAll("[data-questions] section, [data-questions] details");
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const texts = items.map((item) => plain(item.textContent));
  const [label, told] = [document.createElement("label"), document.createElement("p")];
  const input = document.createElement("input");
  Object.assign(input, { type: "search", id: "filter", autocomplete: "off" });
  Object.assign(label, { htmlFor: "filter", textContent: box.dataset.label });
  told.setAttribute("role", "status");
  told.className = "meta";
  box.replaceChildren(label, input, told);
  input.addEventListener("input", () => {
    const words = plain(input.value).split(/\s+/).filter(Boolean);
    items.forEach((item, n) => { item.hidden = !words.every((word) => texts[n].includes(word)); });
    const left = items.filter((item) => !item.hidden).length;
    for (const group of groups) {
      group.hidden = !group.querySelector("li:not([hidden])");
      if (group.matches("details")) group.open = words.length > 0 && left <= 60;
    }
    told.textContent = words.length ? box.dataset.told.replace("#", left) : "";
  });
}

// A text that is meant to be pasted elsewhere.
for (const row of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "quiet", textContent: row.dataset.label });
  row.prepend(button);
  button.addEventListener("click", async () => {
    const text = document.getElementById(row.dataset.copy).textContent;
    await navigator.clipboard.writeText(text.replace(/\s+/g, " ").trim());
    button.textContent = row.dataset.copied;
  });
}

// A quote that an address points at takes the focus, so that a screen reader starts there.
const quote = location.hash === "#quote" && document.getElementById("quote");
if (quote) quote.focus({ preventScroll: false });
