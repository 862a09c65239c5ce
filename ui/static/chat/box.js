// The box that questions are written in: it grows with its text, and what is typed survives a reload.
import { keep, kept } from "./words.js";

const DRAFT = "assistant.draft";
const inTab = () => sessionStorage;
// There the keyboard that comes with the focus would hide the answer.
const onPhone = () => matchMedia("(pointer: coarse)").matches;

export class Box {
  constructor(area, submit) {
    this.area = area;
    area.addEventListener("input", () => this.drafted());
    area.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      submit();
    });
  }

  get text() { return this.area.value; }

  set text(text) {
    this.area.value = text;
    this.drafted();
  }

  get focused() { return document.activeElement === this.area; }

  restore() { this.text = kept(DRAFT, inTab) ?? ""; }

  focus() { this.area.focus(); }

  // Takes the focus from what was pressed and goes away.
  settle() {
    if (!onPhone()) this.area.focus({ preventScroll: true });
  }

  giveWay() {
    if (onPhone()) this.area.blur();
  }

  drafted() {
    keep(DRAFT, this.text || null, inTab);
    this.area.style.height = "auto";
    this.area.style.height = `${this.area.scrollHeight + 2}px`;
  }
}
