// Enhancement only: a long form keeps itself on the server while somebody types. Nothing of it is
// stored in the browser: it may name a reporter.
(function () {
  "use strict";
  var PAUSE = 1200, AGAIN = 5000;

  function labelOf(form, name) {
    var field = form.querySelector("[name='" + CSS.escape(name) + "']");
    var label = field && (field.labels && field.labels[0]);
    return label ? label.firstChild.textContent.trim() : name;
  }

  function start(place) {
    var form = place.closest("form");
    var revision = form.querySelector("input[name=konsep]");
    var timer = 0, busy = null, again = false, stopped = false;

    function say(text, wrong) {
      place.textContent = text;
      place.classList.toggle("error", Boolean(wrong));
    }
    function body() {
      var data = new FormData();
      new FormData(form).forEach(function (value, name) { if (typeof value === "string") { data.append(name, value); } });
      data.set("halaman", place.dataset.page);
      return data;
    }
    function later(wait) { window.clearTimeout(timer); timer = window.setTimeout(keep, wait); }

    function clash(answer) {
      var names = answer.changes.map(function (name) { return labelOf(form, name); });
      say(answer.text + (names.length ? " (" + names.join(", ") + ") " : " "), true);
      var mine = document.createElement("button");
      mine.type = "button";
      mine.className = "text-button";
      mine.textContent = place.dataset.mine;
      mine.addEventListener("click", function () { revision.value = answer.revision; stopped = false; keep(); });
      place.appendChild(mine);
      stopped = true;
    }
    // Who signed in again elsewhere has a new session; this page then needs its token.
    function renew() {
      fetch(place.dataset.token, { credentials: "same-origin", redirect: "manual", headers: { Accept: "application/json" } })
        .then(function (answer) { return answer.ok ? answer.json() : null; })
        .then(function (said) {
          if (!said) { return; }
          document.querySelectorAll("input[name=csrf_token]").forEach(function (field) { field.value = said.token; });
          later(0);
        })
        .catch(function () { return null; });
    }
    function keep() {
      if (stopped) { return; }
      if (busy) { again = true; return; }
      busy = new AbortController();
      fetch(place.dataset.autosave, { method: "POST", body: body(), credentials: "same-origin", signal: busy.signal, headers: { Accept: "application/json" } })
        .then(function (answer) {
          var json = (answer.headers.get("Content-Type") || "").indexOf("json") > 0;
          if (answer.redirected || !json) { throw new Error("out"); }
          return answer.json().then(function (said) {
            if (answer.status === 409) { clash(said); return; }
            say(said.text, !answer.ok);
            if (answer.ok) { revision.value = said.revision; delete form.dataset.unsaved; }
          });
        })
        .catch(function (fault) {
          if (fault.name === "AbortError") { return; }
          if (fault.message === "out") { renew(); }
          say(fault.message === "out" ? place.dataset.out : place.dataset.lost, true);
          later(AGAIN);
        })
        .finally(function () { busy = null; if (again) { again = false; later(PAUSE); } });
    }

    form.addEventListener("input", function () { form.dataset.unsaved = "1"; if (!stopped) { say(place.dataset.unsaved, true); } later(PAUSE); });
    form.addEventListener("submit", function () { stopped = true; window.clearTimeout(timer); if (busy) { busy.abort(); } });
    window.addEventListener("pageshow", function (event) { if (event.persisted) { stopped = false; } });
    window.addEventListener("pagehide", function () {
      if (form.dataset.unsaved && !stopped && !busy) { navigator.sendBeacon(place.dataset.autosave, body()); }
    });
  }
  document.querySelectorAll("[data-autosave]").forEach(start);
})();
