// Enhancement only: how many rows are ticked, all of them at once, and keys in a list with boxes.
(function () {
  "use strict";
  document.querySelectorAll("form[data-bulk]").forEach(function (bar) {
    var boxes = Array.prototype.slice.call(document.querySelectorAll("input.pick[form='" + bar.id + "']"));
    if (!boxes.length) { return; }
    var count = bar.querySelector(".bulk-count");
    var all = bar.querySelector("[data-all]");
    all.closest("label").hidden = false;
    function tell() {
      var ticked = boxes.filter(function (one) { return one.checked; }).length;
      count.textContent = count.dataset.words.replace("%s", String(ticked));
      all.checked = ticked === boxes.length;
      all.indeterminate = ticked > 0 && !all.checked;
    }
    all.addEventListener("change", function () {
      boxes.forEach(function (one) { one.checked = all.checked; });
      tell();
    });
    boxes.forEach(function (one) { one.addEventListener("change", tell); });
    window.addEventListener("pageshow", tell);
    tell();

    // Only while the focus is in a row: J and K move between rows, X ticks the row.
    boxes.forEach(function (box, at) {
      box.closest("tr").addEventListener("keydown", function (event) {
        if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("select, textarea, [type=text], [type=search]")) { return; }
        var key = event.key.toLowerCase();
        if (key === "x") { box.checked = !box.checked; tell(); event.preventDefault(); }
        var step = key === "j" ? 1 : key === "k" ? -1 : 0;
        var next = boxes[at + step];
        if (step && next) { next.focus(); event.preventDefault(); }
      });
    });
  });
})();
