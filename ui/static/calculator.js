// The calculator at once: what is ticked or typed goes to the server, whose answer is put in place.
// The rule is the server's alone; nothing is reckoned here but which boxes are ticked.

const number = document.getElementById("by-number");
const criteria = document.getElementById("by-criterion");
const tally = document.getElementById("tally");
let asked = 0;

function copyButton() {
  const link = document.getElementById("link");
  if (!link || !navigator.clipboard) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet copy";
  button.textContent = link.dataset.press;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(link.href);
    button.textContent = link.dataset.pressed;
  });
  document.querySelector(".result .actions")?.append(button);
}

function addressOf(form) {
  const address = new URL(form.action);
  const values = new FormData(form);
  const ticked = values.getAll("c");
  for (const name of ["lang", "met", "standard"]) {
    if (values.get(name)) address.searchParams.set(name, values.get(name).trim());
  }
  return address.href + (ticked.length ? `&c=${ticked.join(",")}` : "");
}

function countAreas() {
  if (!criteria) return; // only a number is asked for
  for (const area of criteria.querySelectorAll("fieldset")) {
    const met = area.querySelectorAll(":checked").length;
    area.querySelector(".count").textContent = area.dataset.count.replace("#", met);
  }
}

async function workOut(address) {
  const mine = ++asked;
  const answer = await fetch(`${address}&part=result`).catch(() => null);
  if (mine !== asked) return; // something newer was asked
  if (!answer?.ok) return location.assign(address);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  document.getElementById("result").replaceWith(page.getElementById("result"));
  history.replaceState(null, "", address);
  const said = document.querySelector(".result .verdict, .result .wrong, .result .said");
  const parts = said.matches(".verdict") ? [...said.children] : [said];
  tally.textContent = parts.map((part) => part.textContent.replace(/\s+/g, " ").trim()).join(": ");
  for (const link of document.querySelectorAll(".languages a")) {
    const here = new URL(address);
    here.searchParams.set("lang", link.hreflang);
    link.href = here.pathname + here.search;
  }
  copyButton();
}

let typing;
number?.addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(() => {
    criteria?.reset();
    criteria?.querySelectorAll(":checked").forEach((box) => { box.checked = false; });
    countAreas();
    workOut(addressOf(number));
  }, 250);
});
number?.addEventListener("submit", (event) => {
  event.preventDefault();
  number.dispatchEvent(new Event("input"));
});
criteria?.addEventListener("change", () => {
  document.getElementById("met").value = "";
  const versions = document.getElementById("standard");
  if (versions) versions.selectedIndex = 0;
  countAreas();
  workOut(addressOf(criteria));
});
criteria?.addEventListener("submit", (event) => {
  event.preventDefault();
  workOut(addressOf(criteria)).then(() => document.getElementById("result")?.scrollIntoView());
});
document.querySelector(".calculator")?.addEventListener("click", (event) => {
  const step = event.target.closest("[data-met]");
  if (!step) return;
  event.preventDefault();
  document.getElementById("met").value = step.dataset.met;
  number.dispatchEvent(new Event("input"));
});

const actions = document.getElementById("print-actions");
if (actions) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = actions.dataset.print;
  button.addEventListener("click", () => print());
  actions.append(" ", button);
}
copyButton();
