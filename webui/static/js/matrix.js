// The matrix by keyboard, and what each row means while it is marked. The server decides.
(function () {
  "use strict";
  var table = document.querySelector("[data-matrix]");
  if (!table) { return; }
  var hint = document.querySelector("[data-matrix-hint]");
  if (hint) { hint.hidden = false; }
  var rows = Array.prototype.slice.call(table.querySelectorAll("tr[data-row]"));

  function weigh(row) {
    var out = row.querySelector("[data-result]");
    var own = row.querySelector("[data-element]");
    if (own && !own.value.trim()) { out.textContent = ""; return; }
    var views = Array.prototype.map.call(row.querySelectorAll("[data-cell]"), function (cell) { return cell.value; });
    var supported = views.indexOf("mendukung") >= 0, against = views.indexOf("membantah") >= 0;
    var verdict = row.querySelector("[data-verdict]").value;
    var looked = verdict || views.some(function (view) { return view; });
    var state = !looked ? "open" : !supported ? "empty" : verdict === "tidak_terbukti" ? "not" : against && !verdict ? "torn" : "proven";
    out.dataset.state = state;
    out.textContent = table.dataset[state];
  }

  table.addEventListener("input", function (event) { weigh(event.target.closest("tr")); });
  rows.forEach(weigh);

  // Enter goes to the same place in the next row, as in a sheet of figures.
  table.addEventListener("keydown", function (event) {
    if (event.key !== "Enter" || !/^(INPUT|SELECT)$/.test(event.target.tagName)) { return; }
    event.preventDefault();
    var row = event.target.closest("tr"), cell = event.target.closest("td, th");
    var place = Array.prototype.indexOf.call(row.children, cell);
    var inside = Array.prototype.indexOf.call(cell.querySelectorAll("input, select"), event.target);
    var next = rows[rows.indexOf(row) + (event.shiftKey ? -1 : 1)];
    var found = next && next.children[place].querySelectorAll("input, select")[inside];
    if (found) { found.focus(); }
  });
})();
