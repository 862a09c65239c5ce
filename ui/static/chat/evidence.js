// What belongs to an answer besides its words: how it came about, and what its reader thinks of it.
import { h } from "./exchange.js";
import { current, say } from "./words.js";

// Shows or hides the evidence trail; `again` goes the question's way once more where it was lost.
export async function showWhy(exchange, pressed, again) {
  const box = exchange.trailBox();
  box.hidden = !box.hidden;
  pressed.setAttribute("aria-expanded", String(!box.hidden));
  if (box.hidden || box.childElementCount) return;
  if (!exchange.trail) {
    const made = await again();
    if (made?.stage !== "done") {
      box.textContent = made?.message ?? say("offline");
      return;
    }
    const note = say(made.id === exchange.id ? "again" : "again_other");
    exchange.trail = `<p class="meta">${note}</p>${made.trail}`;
  }
  box.innerHTML = exchange.trail;
}

export function judge(exchange, pressed) {
  for (const other of exchange.given.querySelectorAll(".rate button")) {
    other.setAttribute("aria-pressed", String(other === pressed));
  }
  exchange.ratingForm(pressed.dataset.do).querySelector("textarea").focus();
}

// Sends a rating with its reason; what to say if that did not work, else nothing.
export async function rate(exchange, form, server) {
  const reason = form.querySelector("textarea").value.trim();
  const sent = { id: exchange.id, verdict: form.dataset.verdict, reason, language: current() };
  const kept = await server.rate(sent);
  if (kept?.stage !== "done") return kept?.message ?? say("offline");
  form.replaceWith(h("p", { class: "thanks meta", "data-text": "thanks" }, say("thanks")));
  exchange.given.querySelector(".rate [aria-pressed=true]").focus();
  return "";
}
