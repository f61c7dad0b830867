/* The dark colours, remembered in this browser only, and the menu of narrow screens. */
(() => {
  "use strict";

  const KEY = "planpress-colours";
  const SYSTEM = "screen and (prefers-color-scheme: dark)";
  const root = document.documentElement;
  const sheet = document.getElementById("dark-colours");
  const system = window.matchMedia("(prefers-color-scheme: dark)");

  root.classList.remove("no-js");

  const stored = () => {
    try {
      return window.localStorage.getItem(KEY);
    } catch {
      return null;
    }
  };

  const store = (colours) => {
    try {
      window.localStorage.setItem(KEY, colours);
    } catch {
      /* some browsers remember nothing for pages on a disk */
    }
  };

  const isDark = () => root.dataset.mdColorScheme === "slate";

  const colour = (chosen) => {
    const dark = chosen ? chosen === "slate" : system.matches;
    sheet.media = chosen ? (dark ? "screen" : "not all") : SYSTEM;
    root.dataset.mdColorScheme = dark ? "slate" : "default";
    const button = document.querySelector(".colours-button");
    if (button) button.setAttribute("aria-pressed", String(dark));
  };

  const readyColours = () => {
    const button = document.querySelector(".colours-button");
    button.addEventListener("click", () => {
      const chosen = isDark() ? "default" : "slate";
      store(chosen);
      colour(chosen);
    });
    button.hidden = false;
    colour(stored());
  };

  const readyMenu = () => {
    const button = document.querySelector(".menu-button");
    const drawer = document.getElementById("__drawer");
    const behind = document.querySelectorAll(".md-content, .md-sidebar--secondary, .md-footer, .to-top");

    const show = (open) => {
      drawer.checked = open;
      button.setAttribute("aria-expanded", String(open));
      /* the page under the menu cannot be reached while it is open */
      for (const element of behind) element.inert = open;
    };

    button.addEventListener("click", () => {
      show(!drawer.checked);
      if (drawer.checked) document.querySelector(".site-menu a").focus();
    });
    drawer.addEventListener("change", () => show(drawer.checked));
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !drawer.checked) return;
      show(false);
      button.focus();
    });
    window.matchMedia("(min-width: 76.25em)").addEventListener("change", () => show(false));
    /* a page taken from the browser's memory comes back with its menu shut */
    window.addEventListener("pageshow", () => show(false));
  };

  /* before the page is drawn, so that it does not flash */
  colour(stored());
  system.addEventListener("change", () => colour(stored()));
  document.addEventListener("DOMContentLoaded", () => {
    readyColours();
    readyMenu();
  });
})();
