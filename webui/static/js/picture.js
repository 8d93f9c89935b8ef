// Enhancement only: a picture that is open asks every few seconds whether there is something new, and takes over
// the figures that changed. The focus stays where it is; without this the link on the page does the same.
(function () {
  "use strict";
  var EVERY = 3000, OLD = 180000;
  var place = document.querySelector("[data-live]");
  if (!place || !place.dataset.live || !window.fetch) { return; }
  var since = place.querySelector("[data-since]");
  var asked = Date.now(), seen = place.dataset.version;

  function tell() {
    var age = Date.now() - asked;
    since.textContent = " · " + (age > OLD ? place.dataset.old : place.dataset.ago.replace("#", String(Math.round(age / 1000))));
  }

  function take(text, version) {
    var fresh = new DOMParser().parseFromString(text, "text/html");
    var waits = false;
    fresh.querySelectorAll("[data-part]").forEach(function (one) {
      var here = place.querySelector('[data-part="' + one.dataset.part + '"]');
      if (!here || here.innerHTML === one.innerHTML) { return; }
      if (here.contains(document.activeElement)) { waits = true; return; }
      var open = Array.prototype.map.call(here.querySelectorAll("details"), function (d) { return d.open; });
      here.innerHTML = one.innerHTML;
      here.querySelectorAll("details").forEach(function (d, n) { d.open = Boolean(open[n]); });
    });
    // What is being used is taken over once it is not.
    if (!waits) { seen = version; }
  }

  function ask() {
    if (document.hidden) { window.setTimeout(ask, EVERY); return; }
    fetch(place.dataset.live, { credentials: "same-origin", headers: { Accept: "application/json" } })
      .then(function (answer) { if (!answer.ok) { throw new Error(String(answer.status)); } return answer.json(); })
      .then(function (answer) {
        if (answer.version === seen) { asked = Date.now(); return null; }
        return fetch(window.location.href, { credentials: "same-origin" })
          .then(function (page) { if (!page.ok) { throw new Error(String(page.status)); } return page.text(); })
          .then(function (text) { asked = Date.now(); take(text, answer.version); });
      })
      .catch(function () { return null; })
      .then(function () { tell(); window.setTimeout(ask, EVERY); });
  }

  tell();
  window.setInterval(tell, 1000);
  window.setTimeout(ask, EVERY);
})();
