/* Size of the text, remembered in this browser only, and printing. */
(() => {
  "use strict";

  const KEY = "planpress-text-size";
  const USUAL = "medium";
  const root = document.documentElement;

  const stored = () => {
    try {
      return window.localStorage.getItem(KEY) || USUAL;
    } catch {
      return USUAL;
    }
  };

  const store = (size) => {
    try {
      window.localStorage.setItem(KEY, size);
    } catch {
      /* some browsers remember nothing for pages on a disk */
    }
  };

  const apply = (size) => {
    root.dataset.textSize = size;
    for (const button of document.querySelectorAll("button[data-text-size]")) {
      button.setAttribute("aria-pressed", String(button.dataset.textSize === size));
    }
  };

  /* before the page is drawn, so that it does not jump */
  apply(stored());

  document.addEventListener("DOMContentLoaded", () => {
    for (const button of document.querySelectorAll("button[data-text-size]")) {
      button.addEventListener("click", () => {
        store(button.dataset.textSize);
        apply(button.dataset.textSize);
      });
    }
    for (const button of document.querySelectorAll("button.print-page")) {
      button.addEventListener("click", () => window.print());
    }
    for (const tools of document.querySelectorAll(".page-tools")) tools.hidden = false;
    apply(stored());
  });
})();
