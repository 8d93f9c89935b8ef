// Attendance and positions counted while they are set; the server counts again.
(function () {
  "use strict";
  var told = document.querySelector("[data-quorum]");
  if (!told) { return; }
  var form = told.closest("form");
  function count() {
    var here = form.querySelectorAll("[data-here]"), present = 0;
    var views = { setuju: 0, tidak_setuju: 0, abstain: 0 };
    here.forEach(function (box) {
      if (!box.checked) { return; }
      present += 1;
      views[box.closest("tr").querySelector("[data-view]").value] += 1;
    });
    var words = present >= Number(told.dataset.quorum) ? told.dataset.yes : told.dataset.no;
    told.textContent = words.replace("{here}", present).replace("{all}", here.length)
      .replace("{yes}", views.setuju).replace("{no}", views.tidak_setuju).replace("{rest}", views.abstain);
  }
  form.addEventListener("change", function (event) {
    if (event.target.matches("[data-here], [data-view]")) { count(); }
  });
})();
