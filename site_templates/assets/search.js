/* Searches the index that search/index.js holds: every word must stand in the text, as written. */
(() => {
  "use strict";

  const SHOWN = 100;
  const AROUND = 40;
  const [PAGE, TITLE, ADDRESS, TEXT] = [0, 1, 2, 3];

  const plain = (text) => text.normalize("NFKC").toLowerCase();
  const words = (query) => plain(query).split(/\s+/).filter((word) => word);

  const rank = (hit, wanted) => {
    const title = plain(hit[TITLE]);
    const all = `${title} ${plain(hit[PAGE])} ${plain(hit[TEXT])}`;
    if (!wanted.every((word) => all.includes(word))) return 0;
    return wanted.every((word) => title.includes(word)) ? 2 : 1;
  };

  const find = (query) => {
    const wanted = words(query);
    if (!wanted.length) return [];
    return window.planpressIndex
      .map((hit) => [rank(hit, wanted), hit])
      .filter(([weight]) => weight)
      .sort(([one], [other]) => other - one)
      .map(([, hit]) => hit);
  };

  const excerpt = (text, wanted) => {
    const found = wanted.map((word) => plain(text).indexOf(word)).filter((at) => at >= 0);
    const start = Math.max(0, Math.min(...found, text.length) - AROUND);
    const end = Math.min(text.length, start + 3 * AROUND);
    return (start ? "…" : "") + text.slice(start, end) + (end < text.length ? "…" : "");
  };

  const mark = (element, text, wanted) => {
    let rest = text;
    while (rest) {
      const low = plain(rest);
      const hits = wanted
        .map((word) => [low.indexOf(word), word.length])
        .filter(([at]) => at >= 0)
        .sort(([one], [other]) => one - other);
      if (!hits.length || low.length !== rest.length) break;
      const [at, length] = hits[0];
      const strong = document.createElement("mark");
      strong.textContent = rest.slice(at, at + length);
      element.append(rest.slice(0, at), strong);
      rest = rest.slice(at + length);
    }
    element.append(rest);
  };

  const result = (hit, wanted) => {
    const item = document.getElementById("search-result").content.cloneNode(true);
    const link = item.querySelector("a");
    link.href = encodeURI(hit[ADDRESS]);
    mark(link, hit[TITLE], wanted);
    item.querySelector(".from").textContent = hit[PAGE];
    mark(item.querySelector(".text"), excerpt(hit[TEXT], wanted), wanted);
    return item;
  };

  const status = (query, count) => {
    if (!query.trim()) return "";
    if (!count) return `没有找到“${query}”。`;
    return `找到${count}处。` + (count > SHOWN ? `只列出前${SHOWN}处，请加词缩小范围。` : "");
  };

  const show = (query) => {
    const hits = find(query);
    const wanted = words(query);
    document.getElementById("search-status").textContent = status(query, hits.length);
    document
      .getElementById("search-results")
      .replaceChildren(...hits.slice(0, SHOWN).map((hit) => result(hit, wanted)));
  };

  const field = document.getElementById("query");
  field.value = new URLSearchParams(window.location.search).get("q") || "";
  field.addEventListener("input", () => show(field.value));
  document.getElementById("search-form").addEventListener("submit", (event) => {
    event.preventDefault();
    show(field.value);
  });
  show(field.value);
})();
