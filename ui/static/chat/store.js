// Conversations of this reader. What is kept of an exchange is its question, the answer's id and its
// text; the rest is fetched again by the id. Gradio's browser store writes the list down.
const MOST = 40;
const text = (value) => typeof value === "string";
const isExchange = (e) => e && text(e.question) && text(e.id) && text(e.text);
const isConversation = (c) =>
  c && text(c.id) && text(c.title) && text(c.changed) && Array.isArray(c.exchanges) && c.exchanges.every(isExchange);

export const unique = () => Date.now().toString(36) + Math.random().toString(36).slice(2, 8);

export class Conversations {
  // `save` is called with the list whenever it has changed here; `onChange` wherever it changed.
  constructor({ save, onChange }) {
    this.list = [];
    this.save = save;
    this.onChange = onChange;
    // Two tabs each hold the list; what one changes, the other takes over before it writes again.
    this.tabs = typeof BroadcastChannel === "function" ? new BroadcastChannel("assistant-conversations") : null;
    this.tabs?.addEventListener("message", ({ data }) => {
      if (data.removed) this.list = this.list.filter(({ id }) => id !== data.removed);
      else if (isConversation(data.put)) this.take(data.put);
      this.onChange();
    });
  }

  receive(stored) {
    for (const one of Array.isArray(stored) ? stored.filter(isConversation) : []) this.take(one);
    this.onChange();
  }

  find(id) {
    return this.list.find((one) => one.id === id);
  }

  put(conversation) {
    this.take({ ...conversation, changed: new Date().toISOString() });
    this.tabs?.postMessage({ put: this.list[0] });
    this.save(this.list);
    this.onChange();
  }

  remove(id) {
    this.list = this.list.filter((one) => one.id !== id);
    this.tabs?.postMessage({ removed: id });
    this.save(this.list);
    this.onChange();
  }

  take(conversation) {
    const others = this.list.filter(({ id }) => id !== conversation.id);
    others.unshift(conversation);
    others.sort((a, b) => b.changed.localeCompare(a.changed));
    this.list = others.slice(0, MOST);
  }
}
