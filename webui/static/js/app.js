// Enhancement only: every page works with this file missing.
(function () {
  "use strict";

  // A date as it is written: 19-09-2024, 19 September 2024, 2024-09-19; null for anything else.
  var MONTHS = { jan: 1, feb: 2, peb: 2, mar: 3, apr: 4, mei: 5, may: 5, jun: 6, jul: 7, agu: 8, ags: 8,
    aug: 8, sep: 9, okt: 10, oct: 10, nov: 11, nop: 11, des: 12, dec: 12 };
  function written(text) {
    var iso = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})/.exec(text);
    var own = /^\s*(?:[a-z]+\s*,\s*)?(\d{1,2})\s*[-.\/ ]\s*(\d{1,2}|[a-z]{3,9})\s*[-.\/ ]\s*(\d{4})/i.exec(text);
    var parts = iso ? [iso[1], iso[2], iso[3]] : own ? [own[3], own[2], own[1]] : null;
    if (!parts) { return null; }
    var month = Number(parts[1]) || MONTHS[parts[1].slice(0, 3).toLowerCase()];
    var day = new Date(Number(parts[0]), month - 1, Number(parts[2]), 12);
    return day.getMonth() === month - 1 && day.getDate() === Number(parts[2]) ? day : null;
  }
  function two(number) { return (number < 10 ? "0" : "") + number; }

  // Weekday under each date, in the page's language; how to write it until there is one.
  var speaks = document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang;
  function weekday(input) {
    var place = document.getElementById(input.id + "-hari");
    if (!place) { return; }
    var day = written(input.value);
    place.textContent = day
      ? day.toLocaleDateString(speaks, { weekday: "long", day: "numeric", month: "long", year: "numeric" })
      : place.dataset.how;
  }

  // The browser's calendar beside a date: a help that writes into the field, in the field's way.
  function picker(input) {
    var native = document.createElement("input");
    var hour = input.dataset.date === "hour";
    native.type = hour ? "datetime-local" : "date";
    if (!input.dataset.pick || native.type === "text" || !native.showPicker) { return; }
    var button = document.createElement("button");
    button.type = "button";
    button.className = "pick-date";
    button.title = input.dataset.pick;
    button.setAttribute("aria-label", input.dataset.pick);
    native.tabIndex = -1;
    native.setAttribute("aria-hidden", "true");
    var holder = document.createElement("span");
    holder.className = "dated";
    input.parentNode.insertBefore(holder, input);
    holder.append(input, native, button);
    button.addEventListener("click", function () {
      var day = written(input.value);
      var clock = /(\d{1,2})[.:](\d{2})[^-\/]*$/.exec(input.value);
      native.value = day ? day.getFullYear() + "-" + two(day.getMonth() + 1) + "-" + two(day.getDate())
        + (hour ? "T" + (clock ? two(Number(clock[1])) + ":" + clock[2] : "09:00") : "") : "";
      native.showPicker();
    });
    native.addEventListener("change", function () {
      var found = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}))?/.exec(native.value);
      if (!found) { return; }
      input.value = found[3] + "-" + found[2] + "-" + found[1] + (found[4] ? " " + found[4] + "." + found[5] : "");
      input.dispatchEvent(new Event("input", { bubbles: true }));
      input.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }
  document.querySelectorAll("input[data-date]").forEach(function (input) {
    input.addEventListener("input", function () { weekday(input); });
    weekday(input);
    picker(input);
  });

  // What a file field says, in the page's language: the browser's own words lie under it.
  function face(input) {
    var holder = document.createElement("span"), button = document.createElement("span");
    var said = document.createElement("span");
    if (!input.dataset.choose || input.parentNode.className === "file-face") { return; }
    holder.className = "file-face";
    button.className = "button second slim";
    button.textContent = input.dataset.choose;
    said.className = "small";
    input.parentNode.insertBefore(holder, input);
    holder.append(input, button, said);
    function say() {
      said.textContent = input.files.length === 0 ? input.dataset.none
        : input.files.length === 1 ? input.files[0].name
        : input.dataset.many.replace("{n}", String(input.files.length));
    }
    button.setAttribute("aria-hidden", "true");
    input.addEventListener("change", say);
    say();
  }
  document.querySelectorAll("input[type=file]").forEach(face);

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
      row.querySelectorAll("input[type=file]").forEach(face);
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
