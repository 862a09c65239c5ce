// What a page gains where scripts run; without them everything still works.
import { sortable } from "./tables.js";

for (const table of document.querySelectorAll("table.sortable")) sortable(table);

// A quote that an address points at takes the focus, so that a screen reader starts there.
const quote = location.hash === "#quote" && document.getElementById("quote");
if (quote) quote.focus({ preventScroll: false });
