"use strict";
(() => {
  const collator = new Intl.Collator(undefined, { numeric: true });
  const keyOf = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.key ?? cell.textContent.trim();
  };
  const sortBy = (table, header) => {
    const column = header.cellIndex;
    const descending = header.ariaSort === "ascending";
    for (const group of table.tBodies) {
      const rows = [...group.rows].filter((row) => !row.classList.contains("group"));
      const keyed = rows.map((row) => [keyOf(row, column), row]);
      keyed.sort(([a], [b]) => {
        if (!a || !b) return (a ? 0 : 1) - (b ? 0 : 1); // what is missing stands last, either way
        return descending ? collator.compare(b, a) : collator.compare(a, b);
      });
      group.append(...keyed.map(([, row]) => row));
    }
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    header.setAttribute("aria-sort", descending ? "descending" : "ascending");
  };
  for (const table of document.querySelectorAll("table.people")) {
    for (const header of table.tHead.rows[0].cells) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...header.childNodes);
      button.addEventListener("click", () => sortBy(table, header));
      header.append(button);
    }
  }
  // Paper cannot be unfolded.
  let unfolded = [];
  addEventListener("beforeprint", () => {
    unfolded = [...document.querySelectorAll("details:not([open])")];
    for (const details of unfolded) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of unfolded) details.open = false;
  });
})();
