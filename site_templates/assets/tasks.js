/* Narrows the tasks down by unit, project and year; the choice stands in the address, to be shared. */
(() => {
  "use strict";

  const form = document.getElementById("task-filters");
  const status = document.getElementById("task-count");
  const groups = [...document.querySelectorAll(".duties.task")];
  const fields = ["unit", "project", "year"].map((name) => form.elements.namedItem(name));

  const holds = (list, wanted) => !wanted || (list || "").split(" ").includes(wanted);

  const show = () => {
    const [unit, project, year] = fields.map((field) => field.value);
    let count = 0;
    for (const group of groups) {
      const ours = !project || group.dataset.project === project;
      let shown = 0;
      for (const line of group.querySelectorAll("li[data-year]")) {
        line.hidden = !(ours && holds(line.dataset.unit, unit) && holds(line.dataset.year, year));
        shown += line.hidden ? 0 : 1;
      }
      group.hidden = !shown;
      count += shown;
    }
    const chosen = fields.some((field) => field.value);
    status.textContent = chosen ? `符合条件的有${count}条。` : `显示全部${count}条。`;
  };

  const remember = () => {
    const state = new URLSearchParams();
    for (const field of fields) if (field.value) state.set(field.name, field.value);
    const place = state.toString() ? `#${state}` : window.location.pathname + window.location.search;
    window.history.replaceState(null, "", place);
  };

  /* an address without “=” is the id of a task and chooses nothing */
  const recall = () => {
    const hash = window.location.hash.slice(1);
    const state = new URLSearchParams(hash.includes("=") ? hash : "");
    for (const field of fields) {
      const wanted = state.get(field.name) || "";
      field.value = [...field.options].some((option) => option.value === wanted) ? wanted : "";
    }
    show();
    if (hash && !hash.includes("=")) document.getElementById(decodeURIComponent(hash))?.scrollIntoView();
  };

  form.addEventListener("change", () => {
    show();
    remember();
  });
  form.addEventListener("reset", () => {
    window.setTimeout(() => {
      show();
      remember();
    });
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("hashchange", recall);
  form.hidden = false;
  recall();
})();
