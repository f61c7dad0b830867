/* Size of the text, remembered in this browser only, printing, and sharing by link. */
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

  const copy = async (address) => {
    try {
      await navigator.clipboard.writeText(address);
      return true;
    } catch {
      /* pages without https have no clipboard, and a reader may refuse it */
      window.prompt("复制这个网址：", address);
      return false;
    }
  };

  const share = async () => {
    const address = window.location.href;
    if (navigator.share) {
      /* a reader who closes the system's list of applications has changed their mind */
      await navigator.share({ title: document.title, url: address }).catch(() => {});
    } else if (await copy(address)) {
      for (const told of document.querySelectorAll(".page-tools .shared")) {
        told.textContent = "网址已复制";
      }
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
    for (const button of document.querySelectorAll("button.share-page")) {
      /* nobody else has a page of this disk */
      button.hidden = window.location.protocol === "file:";
      button.addEventListener("click", share);
    }
    for (const tools of document.querySelectorAll(".page-tools")) tools.hidden = false;
    apply(stored());
  });
})();
