// Enhancement only: the search page as a dialog (Ctrl K or a slash), and the bell as a panel.
(function () {
  "use strict";
  var dialog = document.getElementById("palet");
  if (!dialog || !dialog.showModal) { return; }
  var input = dialog.querySelector("input[type=search]");
  var list = dialog.querySelector("[role=listbox]");
  var status = dialog.querySelector("[role=status]");
  var key = document.querySelector("[data-find-key]");
  var token = document.querySelector("input[name=csrf_token]");
  var asked = 0;
  var waiting = 0;
  var at = -1;
  if (key) { key.hidden = false; }

  function options() { return Array.prototype.slice.call(list.querySelectorAll("[role=option]")); }

  function go(to) {
    var all = options();
    if (!all.length) { at = -1; input.removeAttribute("aria-activedescendant"); return; }
    at = (to + all.length) % all.length;
    all.forEach(function (one, n) { one.setAttribute("aria-selected", n === at ? "true" : "false"); });
    input.setAttribute("aria-activedescendant", all[at].id);
    all[at].scrollIntoView({ block: "nearest" });
  }

  function show(page) {
    list.textContent = "";
    page.querySelectorAll("main section.sheet").forEach(function (section, n) {
      var hits = section.querySelectorAll(".hit");
      var title = section.querySelector("h2");
      if (!hits.length || !title) { return; }
      var group = document.createElement("div");
      group.setAttribute("role", "group");
      var name = document.createElement("p");
      name.className = "palette-title";
      name.id = "palet-" + n;
      name.textContent = title.textContent;
      group.setAttribute("aria-labelledby", name.id);
      group.appendChild(name);
      hits.forEach(function (hit, m) {
        var link = hit.querySelector("a[href]");
        if (!link) { return; }
        var option = document.createElement("div");
        option.className = "hit";
        option.id = "palet-" + n + "-" + m;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.dataset.to = link.getAttribute("href");
        Array.prototype.forEach.call(hit.childNodes, function (part) {
          option.appendChild(document.importNode(part, true));
        });
        // Inside an option nothing else is focused: its links become text.
        option.querySelectorAll("a").forEach(function (one) {
          var text = document.createElement("span");
          text.className = one.className;
          while (one.firstChild) { text.appendChild(one.firstChild); }
          one.replaceWith(text);
        });
        group.appendChild(option);
      });
      list.appendChild(group);
    });
    var many = options().length;
    status.textContent = many ? status.dataset.many.replace("%s", String(many)) : status.dataset.none;
    input.setAttribute("aria-expanded", many ? "true" : "false");
    go(0);
  }

  function ask() {
    var mine = ++asked;
    var body = new URLSearchParams({ csrf_token: token.value, cari: input.value });
    fetch(dialog.dataset.search, { method: "POST", credentials: "same-origin", body: body })
      .then(function (answer) {
        if (!answer.ok || answer.url.indexOf(dialog.dataset.search) < 0) { throw new Error("page"); }
        return answer.text();
      })
      .then(function (text) {
        if (mine === asked && dialog.open) { show(new DOMParser().parseFromString(text, "text/html")); }
      })
      .catch(function () {
        if (mine === asked) { status.textContent = status.dataset.lost; }
      });
  }

  function open() {
    if (dialog.open) { return; }
    dialog.showModal();
    input.select();
    ask();
  }

  function leave(option, apart) {
    if (apart) { window.open(option.dataset.to, "_blank", "noopener"); return; }
    window.location.assign(option.dataset.to);
  }

  input.addEventListener("input", function () {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(ask, 180);
  });
  input.addEventListener("keydown", function (event) {
    if (event.key === "Escape") { event.preventDefault(); dialog.close(); return; }
    var step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) { event.preventDefault(); go(at + step); }
    if (event.key === "Enter" && options()[at]) {
      event.preventDefault();
      leave(options()[at], event.ctrlKey || event.metaKey);
    }
  });
  list.addEventListener("click", function (event) {
    var option = event.target.closest("[role=option]");
    if (option) { leave(option, event.ctrlKey || event.metaKey); }
  });
  dialog.addEventListener("click", function (event) {
    if (event.target === dialog) { dialog.close(); }
  });
  document.addEventListener("keydown", function (event) {
    var typing = event.target.closest("input, textarea, select, [contenteditable]");
    var slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!slash && !(event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey))) { return; }
    event.preventDefault();
    open();
  });

  // The bell opens its page as a panel; that page stays the way where this file is missing.
  var bell = document.querySelector("a.bell");
  if (!bell || bell.hasAttribute("aria-current")) { return; }
  var panel = document.createElement("div");
  panel.className = "bell-panel";
  panel.id = "bel";
  panel.hidden = true;
  panel.tabIndex = -1;
  panel.setAttribute("role", "region");
  panel.setAttribute("aria-label", bell.getAttribute("aria-label"));
  bell.after(panel);
  bell.setAttribute("role", "button");
  bell.setAttribute("aria-expanded", "false");
  bell.setAttribute("aria-controls", "bel");
  function fold(back) {
    panel.hidden = true;
    bell.setAttribute("aria-expanded", "false");
    if (back) { bell.focus(); }
  }
  function unfold() {
    fetch(bell.href, { credentials: "same-origin" })
      .then(function (answer) {
        if (!answer.ok || answer.url !== bell.href) { throw new Error("page"); }
        return answer.text();
      })
      .then(function (text) {
        var page = new DOMParser().parseFromString(text, "text/html");
        panel.textContent = "";
        page.querySelectorAll("main .head-row, main .notice-day, main .blank").forEach(function (one, n) {
          if (n < 5) { panel.appendChild(document.importNode(one, true)); }
        });
        var all = document.createElement("p");
        var link = document.createElement("a");
        link.href = bell.href;
        link.textContent = dialog.dataset.all;
        all.appendChild(link);
        panel.appendChild(all);
        panel.hidden = false;
        bell.setAttribute("aria-expanded", "true");
        panel.focus();
      })
      .catch(function () { window.location.assign(bell.href); });
  }
  bell.addEventListener("click", function (event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) { return; }
    event.preventDefault();
    if (panel.hidden) { unfold(); } else { fold(true); }
  });
  bell.addEventListener("keydown", function (event) {
    if (event.key === " ") { event.preventDefault(); bell.click(); }
  });
  document.addEventListener("click", function (event) {
    if (!panel.hidden && !panel.contains(event.target) && !bell.contains(event.target)) { fold(false); }
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && !panel.hidden) { fold(true); }
  });
})();
