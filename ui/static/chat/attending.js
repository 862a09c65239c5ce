// Gradio waits for ever for a server that went away; a reader should not.
const PULSE_MS = 4_000;

// Asks now and then whether the service is there, as long as a question is `open`; `patience` is in
// milliseconds.
export function attend({ open, gone, tired, patience }, since = Date.now()) {
  setTimeout(async () => {
    if (!open()) return;
    const signal = AbortSignal.timeout(PULSE_MS);
    const there = await fetch("/healthz", { cache: "no-store", signal }).then(({ ok }) => ok, () => false);
    if (!open()) return;
    if (!there) gone();
    else if (Date.now() - since > patience) tired();
    else attend({ open, gone, tired, patience }, since);
  }, PULSE_MS);
}
