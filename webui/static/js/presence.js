// Tells that this page is still open, and shows who else is at work; nothing depends on it.
(function () {
  "use strict";
  var place = document.querySelector("[data-at-work]");
  var token = document.querySelector("input[name=csrf_token]");
  if (!place || !token) { return; }
  // A case file on which somebody else worked shows itself anew, unless something is being typed on it.
  function grown(version) {
    return Boolean(place.dataset.version && version && version !== place.dataset.version
      && !document.querySelector("form[data-dirty], dialog[open]"));
  }
  function ask() {
    if (document.hidden) { return; }
    var body = new URLSearchParams({ csrf_token: token.value, tindakan: place.dataset.act || "" });
    fetch(place.dataset.atWork, { method: "POST", credentials: "same-origin", body: body })
      .then(function (answer) {
        if (answer.ok && grown(answer.headers.get("X-Case-Version"))) { window.location.reload(); return null; }
        return answer.ok ? answer.text() : null;
      })
      .then(function (text) {
        if (text !== null && text.trim() !== place.innerHTML.trim()) { place.innerHTML = text; }
        place.hidden = !place.textContent.trim();
      })
      .catch(function () { return null; });
  }
  // What a page said ends with it; the next one of the same act says it again.
  window.addEventListener("pagehide", function () {
    if (!place.dataset.act) { return; }
    var body = new URLSearchParams({ csrf_token: token.value, tindakan: place.dataset.act, selesai: "1" });
    navigator.sendBeacon(place.dataset.atWork, body);
  });
  window.setTimeout(ask, 3000);
  window.setInterval(ask, 60000);
  document.addEventListener("visibilitychange", ask);
  window.addEventListener("focus", ask);
})();
