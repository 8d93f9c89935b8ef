// Enhancement only: likely duplicates while somebody types, and a bar for files on their way.
(function () {
  "use strict";
  var WATCHED = /^(tanggal_kejadian|tanggal_diketahui|tempat|peristiwa|terlapor-\d+-name)$/;

  document.querySelectorAll("form[data-alike]").forEach(function (form) {
    var place = form.querySelector("[data-alike-here]");
    var timer = 0, last = 0;
    form.addEventListener("input", function (event) {
      if (!WATCHED.test(event.target.name || "")) { return; }
      window.clearTimeout(timer);
      timer = window.setTimeout(function () {
        var mine = ++last;
        fetch(form.dataset.alike, { method: "POST", body: new FormData(form), credentials: "same-origin" })
          .then(function (answer) { return answer.ok && !answer.redirected ? answer.text() : null; })
          .then(function (html) { if (html !== null && mine === last) { place.innerHTML = html; } })
          .catch(function () { /* Said by the keeping of the form itself. */ });
      }, 700);
    });
  });

  document.querySelectorAll("form[data-upload]").forEach(function (form) {
    var place = form.querySelector("[data-upload-here]");
    form.addEventListener("submit", function (event) {
      var files = form.querySelector("input[type=file]").files;
      if (!files.length || !window.FormData) { return; }
      event.preventDefault();
      var body = new FormData(form);
      if (event.submitter && event.submitter.name) { body.append(event.submitter.name, event.submitter.value); }
      place.innerHTML = "<div class='progress'><p class='progress-label' id='unggah-judul'></p><progress aria-labelledby='unggah-judul' max='100' value='0'></progress><p class='small progress-text' role='status'></p></div>";
      var bar = place.querySelector("progress"), words = place.querySelector(".progress-text");
      place.querySelector(".progress-label").textContent = form.dataset.upload + ": " + Array.prototype.map.call(files, function (one) { return one.name; }).join(", ");
      var request = new XMLHttpRequest();
      request.open("POST", form.getAttribute("action") || window.location.href);
      request.upload.addEventListener("progress", function (sent) {
        if (!sent.lengthComputable) { return; }
        var part = Math.round(100 * sent.loaded / sent.total);
        bar.value = part;
        words.textContent = part + " %";
      });
      function fail(text) {
        place.textContent = "";
        var said = document.createElement("p");
        said.className = "error";
        said.setAttribute("role", "alert");
        said.textContent = text;
        place.appendChild(said);
        delete form.dataset.sent;
        form.querySelectorAll("button[aria-disabled]").forEach(function (one) { one.removeAttribute("aria-disabled"); });
      }
      request.addEventListener("load", function () {
        if (request.status === 200) { window.location.assign(request.responseURL); return; }
        var page = new DOMParser().parseFromString(request.responseText, "text/html");
        var why = page.querySelector("main .error, main .summary li, main .lead, main h1");
        fail(why ? why.textContent.trim().replace(/\s+/g, " ") : form.dataset.failed);
      });
      request.addEventListener("error", function () { fail(form.dataset.failed); });
      request.send(body);
    });
  });
})();
