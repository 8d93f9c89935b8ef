// Keeps every countdown true while the page is open. Without it the words of the server stand.
(function () {
  "use strict";

  var face = document.getElementById("jam");
  if (!face) { return; }
  var words = JSON.parse(face.dataset.words);
  var served = Date.parse(face.dataset.now);
  var opened = Date.now();
  var MINUTE = 60000;
  var HOUR = 60 * MINUTE;
  var DAY = 24 * HOUR;

  // The server's clock, moved on by what has passed here: this machine's own date may be wrong.
  function now() {
    return face.dataset.stands ? served : served + (Date.now() - opened);
  }

  function put(text, value) { return text.replace("%s", value); }

  // The two largest units, rounded down, as the server writes them.
  function span(milliseconds) {
    var minutes = Math.floor(milliseconds / MINUTE);
    var days = Math.floor(minutes / 1440);
    var hours = Math.floor((minutes % 1440) / 60);
    minutes = minutes % 60;
    if (days) { return put(words.days, days) + (hours ? " " + put(words.hours, hours) : ""); }
    if (hours) { return put(words.hours, hours) + (minutes ? " " + put(words.minutes, minutes) : ""); }
    return put(words.minutes, minutes);
  }

  function level(left) {
    if (left < 0) { return "lewat"; }
    return left <= DAY ? "mendesak" : left <= 2 * DAY ? "dekat" : "longgar";
  }

  function write(place, text) {
    if (place && place.textContent !== text) { place.textContent = text; }
  }

  function show(place) {
    // Whole seconds: the last second of a limit still belongs to it.
    var left = Date.parse(place.dataset.due) - Math.floor(now() / 1000) * 1000;
    var text = left < 0 ? put(words.late, span(-left)) : put(words.left, span(left + 1000));
    var told = place.querySelector("[data-left]");
    write(told, text);
    var length = span(left < 0 ? -left : left + 1000).split(" ");
    write(place.querySelector("[data-sign]"), put(left < 0 ? words.late : words.left, "").trim());
    write(place.querySelector("[data-larger]"), length.slice(0, 2).join(" "));
    write(place.querySelector("[data-smaller]"), length.slice(2).join(" "));
    ["lewat", "mendesak", "dekat", "longgar"].forEach(function (name) {
      place.classList.toggle(name, name === level(left));
    });
  }

  function all() { document.querySelectorAll("[data-due]").forEach(show); }

  all();
  window.setInterval(all, 1000 * 5);
  document.addEventListener("visibilitychange", function () { if (!document.hidden) { all(); } });
  window.addEventListener("pageshow", all);
})();
