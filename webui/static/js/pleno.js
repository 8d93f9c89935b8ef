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
    var ring = form.querySelector("[data-ring]");
    if (ring) {
      ring.querySelector(".ring-here").setAttribute("stroke-dasharray", present + " " + seats.length);
      ring.querySelector("[data-ring-here]").textContent = present;
      ring.classList.toggle("met", present >= Number(told.dataset.quorum));
    }
    var words = present >= Number(told.dataset.quorum) ? told.dataset.yes : told.dataset.no;
    told.textContent = words.replace("{here}", present).replace("{all}", seats.length)
      .replace("{yes}", views.setuju).replace("{no}", views.tidak_setuju)
      .replace("{rest}", views.abstain).replace("{open}", views.open);
  }
  form.addEventListener("change", function (event) {
    if (event.target.matches("[data-here], [data-view]")) { count(); }
  });

  // The draft of the minutes says what the form says.
  function words(name) {
    var field = form.elements[name];
    if (!field) { return ""; }
    if (field.tagName === "SELECT") { return field.value ? field.selectedOptions[0].textContent.trim() : ""; }
    if (field.tagName) { return field.value.trim(); }
    var chosen = Array.prototype.find.call(field, function (one) { return one.checked; });
    return chosen ? form.querySelector("label[for='" + chosen.id + "']").textContent.trim() : "";
  }
  function tell() {
    document.querySelectorAll("[data-says]").forEach(function (place) {
      var text = words(place.dataset.says);
      place.textContent = text || place.dataset.empty;
      place.classList.toggle("hole", !text);
    });
  }
  form.addEventListener("input", tell);
  form.addEventListener("change", tell);

  // The way out of an impossible result, without a new page.
  form.addEventListener("click", function (event) {
    var button = event.target.closest("[data-sets]");
    var field = button && document.getElementById(button.dataset.sets);
    if (!field) { return; }
    event.preventDefault();
    field.value = button.dataset.to;
    field.dispatchEvent(new Event("change", { bubbles: true }));
    field.focus();
  });
})();
