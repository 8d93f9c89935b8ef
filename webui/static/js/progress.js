// Enhancement only: a page that waits for work behind it asks how far that has come.
(function () {
  "use strict";

  function typing() {
    return document.querySelector("form[data-dirty]") !== null;
  }

  function show(place, answer) {
    var bar = place.querySelector("progress");
    if (answer.total) { bar.max = answer.total; bar.value = answer.done; } else { bar.removeAttribute("value"); }
    var words = place.querySelector(".progress-text");
    if (words.textContent !== answer.text) { words.textContent = answer.text; }
  }

  document.querySelectorAll("[data-progress]").forEach(function (place) {
    if (!place.dataset.progress) { return; }
    var wait = 1500, before = place.dataset.state;
    function ask() {
      if (document.hidden) { window.setTimeout(ask, wait); return; }
      fetch(place.dataset.progress, { credentials: "same-origin", headers: { Accept: "application/json" } })
        .then(function (answer) { if (!answer.ok) { throw new Error(String(answer.status)); } return answer.json(); })
        .then(function (answer) {
          wait = 3000;
          show(place, answer);
          // What is ready is shown at the end, or once nothing moves any more.
          var still = answer.state === before;
          before = answer.state;
          if ((answer.finished || (still && answer.state !== place.dataset.state)) && !typing()) { window.location.reload(); return; }
          window.setTimeout(ask, wait);
        })
        .catch(function () { wait = Math.min(wait * 2, 30000); window.setTimeout(ask, wait); });
    }
    window.setTimeout(ask, wait);
  });
})();
