// Attendance and positions counted while they are set; the server counts again.
(function () {
  "use strict";
  var told = document.querySelector("[data-quorum]");
  if (!told) { return; }
  var form = told.closest("form");
  function count() {
    var seats = form.querySelectorAll("[data-seat]"), present = 0;
    var views = { setuju: 0, tidak_setuju: 0, abstain: 0, open: 0 };
    seats.forEach(function (seat) {
      var here = seat.querySelector("[data-here]:checked");
      var view = seat.querySelector("[data-view]:checked");
      if (!here || here.value !== "ya") {
        if (here && view) { view.checked = false; }
        return;
      }
      present += 1;
      views[view ? view.value : "open"] += 1;
    });
    var words = present >= Number(told.dataset.quorum) ? told.dataset.yes : told.dataset.no;
    told.textContent = words.replace("{here}", present).replace("{all}", seats.length)
      .replace("{yes}", views.setuju).replace("{no}", views.tidak_setuju)
      .replace("{rest}", views.abstain).replace("{open}", views.open);
  }
  form.addEventListener("change", function (event) {
    if (event.target.matches("[data-here], [data-view]")) { count(); }
  });
})();
