// Enhancement only: every page works with this file missing.
(function () {
  "use strict";

  // Weekday beside each date, in the page's language.
  function weekday(input) {
    var place = document.getElementById(input.id + "-hari");
    if (!place) { return; }
    var day = input.value ? new Date(input.value.slice(0, 10) + "T12:00:00") : null;
    place.textContent = day && !isNaN(day)
      ? day.toLocaleDateString(document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang, { weekday: "long", day: "numeric", month: "long", year: "numeric" })
      : "";
  }
  document.querySelectorAll("input[data-weekday]").forEach(function (input) {
    input.addEventListener("input", function () { weekday(input); });
    weekday(input);
  });

  // What drops from a button closes again by Escape, by another one, and by a click beside it.
  document.addEventListener("click", function (event) {
    document.querySelectorAll("details.drop[open], details.mark[open]").forEach(function (one) {
      if (!one.contains(event.target)) { one.open = false; }
    });
  });
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") { return; }
    document.querySelectorAll("details.drop[open], details.mark[open]").forEach(function (one) {
      one.open = false;
      one.querySelector("summary").focus();
    });
  });

  // Ctrl K, or a slash outside of fields, leads to the search field.
  var find = document.querySelector("[data-find]");
  if (find) {
    document.querySelector("[data-find-key]").hidden = false;
    document.addEventListener("keydown", function (event) {
      var typing = event.target.closest("input, textarea, select, [contenteditable]");
      var slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (!slash && !(event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey))) { return; }
      if (!find.offsetParent) { return; }
      event.preventDefault();
      find.focus();
      find.select();
    });
  }

  // A form is sent once; the server would refuse the twin anyway. One that may answer with a file is not.
  document.querySelectorAll("form[method=post]:not([data-again])").forEach(function (form) {
    form.addEventListener("submit", function (event) {
      if (form.dataset.sent) { event.preventDefault(); return; }
      form.dataset.sent = "1";
      form.querySelectorAll("button.button").forEach(function (button) {
        button.setAttribute("aria-disabled", "true");
      });
    });
  });
  window.addEventListener("pageshow", function () {
    document.querySelectorAll("form[data-sent]").forEach(function (form) {
      delete form.dataset.sent;
      form.querySelectorAll("button[aria-disabled]").forEach(function (button) {
        button.removeAttribute("aria-disabled");
      });
    });
  });

  // Another row of a repeated group without a round trip, so chosen files are not lost.
  document.querySelectorAll("button[data-adds]").forEach(function (button) {
    button.addEventListener("click", function (event) {
      var list = document.getElementById(button.dataset.adds);
      var model = document.getElementById(button.dataset.adds + "-pola");
      if (!list || !model) { return; }
      event.preventDefault();
      var index = list.children.length;
      var holder = document.createElement("div");
      holder.innerHTML = model.innerHTML.replace(/__n__/g, String(index)).replace(/__no__/g, String(index + 1));
      var row = holder.firstElementChild;
      list.appendChild(row);
      var first = row.querySelector("input, select, textarea");
      if (first) { first.focus(); }
    });
  });

  // A file that is too large is named before it travels.
  document.querySelectorAll("input[type=file][data-limit]").forEach(function (input) {
    input.addEventListener("change", function () {
      var limit = Number(input.dataset.limit);
      var large = Array.prototype.some.call(input.files, function (file) { return file.size > limit; });
      input.setCustomValidity(large ? input.dataset.tooLarge : "");
      if (large) { input.reportValidity(); }
    });
  });

  // Move to the error summary, as a reader of the page would.
  var summary = document.querySelector(".summary");
  if (summary) { summary.focus(); }

  // What waits for work behind the page does not load it anew while somebody is typing.
  document.querySelectorAll("form").forEach(function (form) {
    form.addEventListener("input", function () { form.dataset.dirty = "1"; });
  });

  // Set many respondents at once.
  document.querySelectorAll("[data-fills]").forEach(function (control) {
    var targets = document.querySelectorAll("[data-filled='" + control.dataset.fills + "']");
    control.checked = targets.length > 0 && Array.prototype.every.call(targets, function (one) { return one.checked; });
    control.addEventListener("change", function () {
      document.querySelectorAll("[data-filled='" + control.dataset.fills + "']").forEach(function (target) {
        target.checked = control.checked;
      });
    });
  });
})();
