// Taking something along: to the clipboard, or as a file.
import { h } from "./exchange.js";

// Whether the text went to the clipboard.
export async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

export function download({ text, name, type }) {
  const link = h("a", { href: URL.createObjectURL(new Blob([text], { type })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

// Where the clipboard is closed to pages without encryption.
function copyBySelection(text) {
  const box = h("textarea", { class: "visually-hidden", "aria-hidden": "true", tabindex: -1 });
  box.value = text;
  document.body.append(box);
  box.select();
  const copied = document.execCommand("copy");
  box.remove();
  return copied;
}
