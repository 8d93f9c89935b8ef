// One letter answers a match: it presses the button or follows the link that bears it.
(function () {
  "use strict";
  var form = document.querySelector("[data-reading]");
  if (!form) { return; }
  form.querySelector("[data-reading-hint]").hidden = false;
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) { return; }
    if (event.target.closest("input, textarea, select, [contenteditable]")) { return; }
    var control = form.querySelector('[data-key="' + event.key.toLowerCase() + '"]');
    if (control) { event.preventDefault(); control.click(); }
  });
})();
