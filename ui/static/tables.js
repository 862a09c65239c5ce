// Tables that sort: a press on a heading sorts by that column, again reverses it.
export function sortable(table) {
  const body = table.tBodies[0];
  table.querySelectorAll("thead th").forEach((heading, column) => {
    if (heading.querySelector("button")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = heading.textContent;
    heading.replaceChildren(button);
    button.addEventListener("click", () => {
      const down = heading.getAttribute("aria-sort") === "ascending";
      for (const other of heading.parentElement.children) other.removeAttribute("aria-sort");
      heading.setAttribute("aria-sort", down ? "descending" : "ascending");
      const key = (row) => row.cells[column].dataset.sort ?? row.cells[column].textContent.trim();
      const rows = [...body.rows].sort((a, b) =>
        key(a).localeCompare(key(b), document.documentElement.lang, { numeric: true }));
      body.append(...(down ? rows.reverse() : rows));
    });
  });
}
