// Enhancement only: the letter and the counts beside the checklist follow what is being judged.
(function () {
  "use strict";
  var form = document.querySelector("form[data-assess]");
  if (!form) { return; }
  var lists = {};
  document.querySelectorAll("[data-lacks]").forEach(function (list) { lists[list.dataset.lacks] = list; });

  function line(one) {
    var item = document.createElement("li"), name = document.createElement("b"), law = document.createElement("span");
    var reason = one.querySelector("textarea").value.trim();
    name.textContent = one.dataset.requirement;
    law.textContent = " (" + one.dataset.citation + ")";
    law.className = "soft";
    item.append(name, reason ? ": " + reason : "", law);
    return item;
  }

  function show() {
    var counts = { ya: 0, tidak: 0, "": 0 };
    var final = 0;
    Object.keys(lists).forEach(function (kind) { lists[kind].textContent = ""; });
    form.querySelectorAll("[data-requirement]").forEach(function (one) {
      var chosen = one.querySelector("input[type=radio]:checked");
      var answer = chosen ? chosen.value : "";
      counts[answer] += 1;
      if (answer !== "tidak") { return; }
      if ("incurable" in one.dataset) { final += 1; } else { lists.letter.appendChild(line(one)); }
      lists.status.appendChild(line(one));
    });
    Object.keys(counts).forEach(function (answer) {
      document.querySelectorAll("[data-count='" + answer + "']").forEach(function (place) { place.textContent = counts[answer]; });
    });
    var follows = final ? "status" : counts.tidak ? "letter" : "none";
    document.querySelectorAll("[data-follows]").forEach(function (one) { one.hidden = one.dataset.follows !== follows; });
  }
  // A picture is opened in its place, beside the other one; only a click opens it.
  document.querySelectorAll("a[data-picture]").forEach(function (link) {
    link.addEventListener("click", function (event) {
      if (event.ctrlKey || event.metaKey || event.shiftKey) { return; }
      event.preventDefault();
      var picture = document.createElement("img");
      picture.src = link.href;
      picture.alt = link.textContent;
      link.replaceWith(picture);
    });
  });
  form.addEventListener("input", show);
  form.addEventListener("change", show);
  show();
})();
