// The matrix by keyboard, what each row means while it is marked, evidence beside it. The server decides.
(function () {
  "use strict";
  var table = document.querySelector("[data-matrix]");
  if (!table) { return; }
  var hint = document.querySelector("[data-matrix-hint]");
  if (hint) { hint.hidden = false; }
  var rows = Array.prototype.slice.call(table.querySelectorAll("tr[data-row]"));

  function view(cell) {
    var chosen = cell.querySelector("input[type=radio]:checked");
    return chosen ? chosen.value : "";
  }

  function weigh(row) {
    var out = row.querySelector("[data-result]");
    var own = row.querySelector("[data-element]");
    if (own && !own.value.trim()) { out.textContent = ""; out.dataset.state = ""; return; }
    var views = Array.prototype.map.call(row.querySelectorAll("[data-cell]"), view);
    var supported = views.indexOf("mendukung") >= 0, against = views.indexOf("membantah") >= 0;
    var verdict = row.querySelector("[data-verdict]").value;
    var looked = verdict || views.some(function (one) { return one; });
    var state = !looked ? "open" : !supported ? "empty" : verdict === "tidak_terbukti" ? "not" : against && !verdict ? "torn" : "proven";
    out.dataset.state = state;
    out.textContent = table.dataset[state];
  }

  table.addEventListener("input", function (event) { weigh(event.target.closest("tr")); });
  rows.forEach(weigh);

  // Within a row an arrow goes on to the next cell, between rows to the same place.
  function focusIn(place) {
    var found = place && (place.querySelector("input[type=radio]:checked") || place.querySelector("input, select"));
    if (found) { found.focus(); }
  }
  var KEYS = { m: "mendukung", n: "netral", b: "membantah", delete: "", backspace: "" };
  table.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey) { return; }
    var cell = event.target.closest("td, th"), row = event.target.closest("tr[data-row]");
    if (!cell || !row) { return; }
    var place = Array.prototype.indexOf.call(row.children, cell), at = rows.indexOf(row);
    var radio = event.target.type === "radio", key = event.key.toLowerCase();
    if (radio && key in KEYS) {
      var wanted = cell.querySelector("input[type=radio][value='" + KEYS[key] + "']");
      event.preventDefault();
      wanted.checked = true;
      wanted.focus();
      wanted.dispatchEvent(new Event("input", { bubbles: true }));
      return;
    }
    var step = radio && { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
    if (step) {
      event.preventDefault();
      var there = step[0] ? rows[at + step[0]] && rows[at + step[0]].children[place] : row.children[place + step[1]];
      focusIn(there);
    } else if (event.key === "Enter" && radio) {
      event.preventDefault();
      var note = cell.querySelector("details");
      note.open = true;
      note.querySelector("input").focus();
    } else if (event.key === "Enter" && /^(INPUT|SELECT)$/.test(event.target.tagName)) {
      event.preventDefault();
      var next = rows[at + (event.shiftKey ? -1 : 1)];
      focusIn(next && next.children[place]);
    }
  });

  // Evidence opens beside the matrix; only a click opens it, and that is recorded.
  var panel = document.querySelector(".look");
  table.addEventListener("click", function (event) {
    var link = event.target.closest("a[data-look]");
    if (!link || !panel || event.ctrlKey || event.metaKey || event.shiftKey) { return; }
    event.preventDefault();
    var picture = document.createElement("img"), whole = panel.querySelector("[data-look-whole]");
    picture.src = link.dataset.look;
    picture.alt = link.dataset.title;
    panel.querySelector("[data-look-title]").textContent = link.dataset.title;
    panel.querySelector("[data-look-place]").replaceChildren(picture);
    panel.querySelector("[data-look-none]").hidden = true;
    whole.href = link.dataset.whole;
    whole.parentNode.hidden = false;
    table.querySelectorAll("th.looked").forEach(function (one) { one.classList.remove("looked"); });
    link.closest("th").classList.add("looked");
  });
})();
