// Enhancement only: a file travels in pieces and goes on where the server has it, after a cut line
// and after a reload. Nothing of it is stored in the browser: after a reload the same file is
// chosen again and known by its SHA-256. Without this script the form sends the file itself.
(function () {
  "use strict";
  var PIECE = 1 << 20, AGAIN = 2000;

  function hex(buffer) {
    return Array.from(new Uint8Array(buffer), function (one) { return one.toString(16).padStart(2, "0"); }).join("");
  }
  function wait(time) { return new Promise(function (done) { window.setTimeout(done, time); }); }

  function start(place) {
    var form = place.closest("form"), input = form.querySelector("input[type=file]");
    var at = place.dataset.at, kind = place.dataset.resume, busy = false;

    // Gives an answer of the server. A line that is cut or a server that is down (5xx) is tried
    // again for ever: only an answer that says so takes anything out of the way.
    async function ask(address, options) {
      for (;;) {
        try {
          var headers = Object.assign({ "X-CSRFToken": form.querySelector("[name=csrf_token]").value }, options.headers);
          var answer = await fetch(address, Object.assign({ credentials: "same-origin", redirect: "manual" }, options, { headers: headers }));
          if (answer.type === "opaqueredirect") { break; }
          if (answer.status < 500) { return answer; }
        } catch (fault) { /* tried again below */ }
        place.textContent = place.dataset.lost;
        await wait(AGAIN);
      }
      // The session ended: the page leads to the sign-in and from there back to itself.
      window.location.assign(form.action);
      return new Promise(function () { return null; });
    }
    function list() { return ask(at + "?jenis=" + encodeURIComponent(kind), { headers: { Accept: "application/json" } }); }
    function show(offset, size) {
      place.textContent = place.dataset.has + " " + Math.floor(100 * offset / size) + " %";
    }

    async function send(file) {
      var sha256 = hex(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
      var there = (await (await list()).json()).find(function (one) { return one.files.length === 1 && one.files[0].sha256 === sha256; });
      if (!there) {
        var body = new TextEncoder().encode(JSON.stringify({ kind: kind, text: "", files: [{ size: file.size, sha256: sha256 }] }));
        var mark = hex(await crypto.subtle.digest("SHA-256", body));
        var answer = await ask(at + "/" + crypto.randomUUID(), { method: "PUT", body: body, headers: { "Content-Type": "application/json" } });
        if (!answer.ok) { throw new Error((await answer.json()).text); }
        there = await answer.json();
        if (there.sha256 !== mark) { throw new Error(place.dataset.lost); }
      }
      var address = at + "/" + there.uuid + "/berkas/0", offset = there.files[0].offset;
      while (offset < file.size) {
        show(offset, file.size);
        var said = await ask(address, {
          method: "PATCH", body: file.slice(offset, offset + PIECE),
          headers: { "Content-Type": "application/offset+octet-stream", "Upload-Offset": String(offset), "Tus-Resumable": "1.0.0" }
        });
        // 409: the piece came and its answer was lost. The server says where it is.
        if (said.status === 409) { said = await ask(address, { method: "HEAD" }); }
        if (!said.ok) { throw new Error(said.status === 422 ? (await said.json()).text : place.dataset.lost); }
        offset = Number(said.headers.get("Upload-Offset"));
      }
      place.textContent = place.dataset.sent;
      form.querySelector("[name=kiriman]").value = there.uuid;
      form.querySelector("[name=nama]").value = file.name;
      input.disabled = true;
      form.submit();
    }

    form.addEventListener("submit", function (event) {
      var file = input.files[0];
      if (!file || !file.size || file.size > Number(place.dataset.limit)) { return; }
      event.preventDefault();
      event.stopImmediatePropagation();
      if (busy) { return; }
      busy = true;
      send(file).catch(function (fault) { busy = false; place.textContent = fault.message; place.classList.add("error"); });
    }, true);
    list().then(function (answer) { return answer.json(); }).then(function (found) {
      var one = found[0] && found[0].files[0];
      if (one) { place.textContent = place.dataset.waiting + " " + Math.floor(100 * one.offset / one.size) + " %."; }
    }).catch(function () { return null; });
  }
  if (window.crypto && crypto.subtle) { document.querySelectorAll("[data-resume]").forEach(start); }
})();
