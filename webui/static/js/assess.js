// Enhancement only: the letter and the counts beside the checklist follow what is being judged.
(function () {
  "use strict";
  var form = document.querySelector("form[data-assess]");
  var letter = document.querySelector("[data-letter]");
  if (!form || !letter) { return; }

  function show() {
    var counts = { ya: 0, tidak: 0, "": 0 };
    var curable = 0, last = 0;
    letter.textContent = "";
    form.querySelectorAll("[data-requirement]").forEach(function (one) {
      var chosen = one.querySelector("input[type=radio]:checked");
      var answer = chosen ? chosen.value : "";
      counts[answer] += 1;
      one.classList.toggle("is-unmet", answer === "tidak");
      var against = { met: "tidak", unmet: "ya" }[one.dataset.suggested] === answer;
      one.querySelector("[data-against]").hidden = !against;
      if (answer !== "tidak") { return; }
      if ("incurable" in one.dataset) { last += 1; return; }
      curable += 1;
      var line = document.createElement("li"), name = document.createElement("b"), law = document.createElement("span");
      var reason = one.querySelector("textarea").value.trim();
      name.textContent = one.dataset.requirement;
      law.textContent = " (" + one.dataset.citation + ")";
      law.className = "soft";
      line.append(name, reason ? ": " + reason : "", law);
      letter.appendChild(line);
    });
    Object.keys(counts).forEach(function (answer) {
      document.querySelector("[data-count='" + answer + "']").textContent = counts[answer];
    });
    document.querySelector("[data-letter-empty]").hidden = curable > 0;
    document.querySelector("[data-final]").hidden = last === 0;
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
