// The pages of a sealed paper are drawn once somebody presses for them; without this, the link opens them.
(function () {
  "use strict";
  document.querySelectorAll("a[data-pages]").forEach(function (link) {
    link.addEventListener("click", function (event) {
      if (event.ctrlKey || event.metaKey || event.shiftKey) { return; }
      event.preventDefault();
      var pages = document.createElement("div"), picture = document.createElement("img");
      pages.className = "pages";
      pages.tabIndex = 0;
      pages.setAttribute("role", "region");
      pages.setAttribute("aria-label", link.textContent.trim());
      picture.alt = link.dataset.pages;
      picture.src = link.href;
      pages.appendChild(picture);
      link.parentNode.replaceWith(pages);
      pages.focus();
    });
  });
})();
