/* Searches the index in search/: small scripts, so that it also works from a disk.

   A search loads the shards of its grams, then only the texts whose hits it shows; every hit is
   first held against the words as typed. generator/site/search_text.py and search_index.py write
   what is read here and fold texts alike. */
(() => {
  "use strict";

  const FIRST_HITS = 10;
  const MORE_HITS = 20;
  const FIRST_FILES = 4;
  const MORE_FILES = 15;
  const AT_ONCE = 2;
  const BLOCK = 4096;
  const FIRST_BLOCKS = 3;
  const GRAMS_PER_WORD = 5;
  const AROUND = 36;
  const LENGTH = 110;
  const WAIT = 250;
  const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
  const KINDS = ["", "指标", "", ""];
  const FIGURES = 1;
  const [ANYWHERE, NAMED, TITLED] = [0, 1, 2];
  const BOUNDS = /^(至少|不少于|不低于|不超过|不多于|达到|超过|大约|约|近)|(左右|以上|以下|以内)$/g;

  /* Text as it is compared */

  const HAN = /[\u3400-\u9fff\u{20000}-\u{3ffff}]/u;
  const SEGMENT = /(?:[0-9]+(?:\.[0-9]+)*|[a-z\u3400-\u9fff\u{20000}-\u{3ffff}])+/gu;
  const UNIT = /[0-9]+(?:\.[0-9]+)*|[a-z\u3400-\u9fff\u{20000}-\u{3ffff}]/gu;
  const isDigit = (character) => /^[0-9]$/.test(character || "");
  const isSpace = (character) => /^\s$/.test(character || "");

  const alike = (character) =>
    character
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[‐‒–—―−~〜]/g, "-")
      .replace(/[“”‘’"'「」『』《》〈〉]/g, "")
      .replace(/∶/g, ":");

  /* Folds a text and remembers from where to where each character of the result stood in it. */
  const fold = (text) => {
    const characters = [];
    const places = [];
    let place = 0;
    for (const one of text) {
      for (const character of alike(one)) {
        characters.push(character);
        places.push([place, place + one.length]);
      }
      place += one.length;
    }
    const kept = characters.map((character, at) => stays(characters, character, at));
    const only = (list) => list.filter((_, at) => kept[at]);
    const shown = only(characters).map((character) => (isSpace(character) ? " " : character));
    return { text: shown.join(""), places: widened(shown, only(places)) };
  };

  const stays = (characters, character, at) => {
    if (character === ",") return !separatesThousands(characters, at);
    if (!isSpace(character)) return true;
    let after = at;
    while (isSpace(characters[after])) after += 1;
    const before = characters[at - 1];
    const inside = at > 0 && after < characters.length;
    return inside && !isSpace(before) && !HAN.test(before) && !HAN.test(characters[after]);
  };

  const separatesThousands = (characters, at) =>
    isDigit(characters[at - 1]) &&
    [1, 2, 3].every((ahead) => isDigit(characters[at + ahead])) &&
    !isDigit(characters[at + 4]);

  /* A character beyond the basic plane takes two places of a string. */
  const widened = (characters, places) =>
    characters.flatMap((character, at) => Array(character.length).fill(places[at]));

  const wordsOf = (query) =>
    [...new Set(query.split(/\s+/).map((word) => fold(word).text))].filter((word) => word);

  /* The grams to look up for a word: of a long one every second; none for a single character. */
  const gramsOf = (word) => {
    const found = new Set();
    for (const segment of word.match(SEGMENT) || []) {
      const units = segment.match(UNIT);
      if (units.length === 1 && isDigit(units[0][0])) found.add(units[0]);
      const step = units.length > GRAMS_PER_WORD + 1 ? 2 : 1;
      for (let at = 0; at < units.length - 1; at += step) found.add(units[at] + units[at + 1]);
    }
    return [...found].slice(0, GRAMS_PER_WORD);
  };

  /* Finds a word from a place on; a number is only found whole: 60个 is not in 160个. */
  const indexIn = (text, word, from = 0) => {
    for (let at = text.indexOf(word, from); at >= 0; at = text.indexOf(word, at + 1)) {
      const end = at + word.length;
      const before = text[at - 1] === "." ? text[at - 2] : text[at - 1];
      const after = text[end] === "." ? text[end + 1] : text[end];
      const cut =
        (isDigit(word[0]) && isDigit(before)) || (isDigit(word[word.length - 1]) && isDigit(after));
      if (!cut) return at;
    }
    return -1;
  };

  /* The files of the index */

  const results = document.getElementById("search-results");
  const { folder, edition, shards, blocks, starts } = results.dataset;
  const blockShards = blocks.split(" ").map(Number);
  const kindStarts = starts.split(" ").map(Number);
  const waiting = new Map();
  const loaded = new Map();

  window.planpressSearch = {
    take: (name, content) => waiting.get(name)?.(content),
    fold: (text) => fold(text).text,
    gramsOf,
  };

  const load = (name) => {
    if (!loaded.has(name)) {
      const file = document.createElement("script");
      const promise = new Promise((resolve, reject) => {
        waiting.set(name, resolve);
        file.onerror = () => {
          loaded.delete(name);
          reject(new Error(name));
        };
      });
      loaded.set(name, promise);
      file.src = `${folder}${name}.js?${edition}`;
      document.head.append(file);
    }
    return loaded.get(name);
  };

  const hashOf = (gram, count) => {
    let value = 0;
    for (const character of gram) value = (value * 31 + character.codePointAt(0)) % 65521;
    return value % count;
  };

  const numbers = (written) => {
    const found = new Set();
    if (written[0] === "=") {
      [...written.slice(1)].forEach((digit, at) => {
        for (let bit = 0; bit < 6; bit += 1)
          if ((DIGITS.indexOf(digit) >> bit) & 1) found.add(at * 6 + bit);
      });
      return found;
    }
    let [number, gap, weight] = [-1, 0, 1];
    for (const digit of written) {
      const value = DIGITS.indexOf(digit);
      gap += (value % 32) * weight;
      weight *= 32;
      if (value < 32) {
        number += gap;
        found.add(number);
        [gap, weight] = [0, 1];
      }
    }
    return found;
  };

  /* Where a gram stands, by field: all its chunks, or the blocks that have some. */
  const lookUp = async (gram) => {
    const shard = await load(`index-${hashOf(gram, Number(shards))}`);
    const fields = (shard[gram] || "").split(" ");
    return [ANYWHERE, NAMED, TITLED].map((field) => {
      const text = fields[field] || "";
      if (text.startsWith("*")) return { gram, field, blocks: numbers(text.slice(1)) };
      const all = numbers(text);
      return { all, blocks: new Set([...all].map((number) => Math.floor(number / BLOCK))) };
    });
  };

  /* The chunks of a gram in a block. */
  const inBlock = async (list, block) => {
    if (list.all) return list.all;
    const name = `block-${block}-${hashOf(list.gram, blockShards[block])}`;
    const text = (await load(name))[list.gram].split(" ")[list.field] || "";
    return new Set([...numbers(text)].map((number) => number + block * BLOCK));
  };

  /* A field of a word in a block: whether all its grams may be there, and the test for a chunk. */
  const mayBe = (grams, field, block) => grams.every((fields) => fields[field].blocks.has(block));
  const testFor = async (grams, field, block) => {
    if (!mayBe(grams, field, block)) return () => false;
    const sets = await Promise.all(grams.map((fields) => inBlock(fields[field], block)));
    return (number) => sets.every((set) => set.has(number));
  };

  /* Where to look, in the order in which hits are shown: names first; but not through all of a
     large site before the first hit is shown. */
  const visits = () => {
    const every = blockShards.map((_, block) => block);
    const first = every.slice(0, FIRST_BLOCKS);
    const rest = every.slice(FIRST_BLOCKS);
    return [
      ...first.map((block) => [NAMED, block]),
      ...first.map((block) => [ANYWHERE, block]),
      ...rest.flatMap((block) => [
        [NAMED, block],
        [ANYWHERE, block],
      ]),
    ];
  };

  /* A visit is worth it if each word may be there, one of them not only in the title. */
  const isWorth = (words, field, block) =>
    words.some((grams) => mayBe(grams, field, block)) &&
    words.every((grams) => mayBe(grams, field, block) || mayBe(grams, TITLED, block));

  const candidatesIn = async (words, field, block) => {
    const own = await Promise.all(words.map((grams) => testFor(grams, field, block)));
    const titled =
      words.length > 1
        ? await Promise.all(words.map((grams) => testFor(grams, TITLED, block)))
        : [() => false];
    const end = Math.min(kindStarts[kindStarts.length - 1], (block + 1) * BLOCK);
    const found = [];
    for (let number = block * BLOCK; number < end; number += 1) {
      const isThere = own.map((test) => test(number));
      if (isThere.includes(true) && isThere.every((there, at) => there || titled[at](number)))
        found.push([field === NAMED, number]);
    }
    return found;
  };

  /* Hits */

  const hasAll = (words, title, texts) => {
    const own = words.map((word) => texts.some((text) => indexIn(text, word) >= 0));
    const others = words.every((word, at) => own[at] || indexIn(title, word) >= 0);
    return others && own.some((found) => found);
  };

  /* The hits of a chunk: those whose names have the words, or the others. */
  const hitsIn = (chunk, number, words, byName) => {
    const [title, address, page, entries] = chunk;
    const folded = fold(title).text;
    const kind = kindStarts.filter((start) => start <= number).length - 1;
    return entries
      .filter(([heading, also, , text]) => {
        const names = [fold(heading).text, fold(also).text];
        if (hasAll(words, folded, names)) return byName;
        return !byName && hasAll(words, folded, [...names, fold(text).text]);
      })
      .map(([heading, also, link, text]) => ({
        title,
        address,
        kind,
        heading,
        also,
        text,
        link: link.startsWith("#") || !link ? page + link : link,
      }));
  };

  /* A search that goes on where it stopped. */
  class Search {
    constructor(words) {
      this.words = words;
      this.shown = 0;
      this.candidates = [];
      this.visits = [];
    }

    async begin() {
      this.grams = await Promise.all(
        this.words.map((word) => Promise.all(gramsOf(word).map(lookUp)))
      );
      this.visits = visits().filter(([field, block]) => isWorth(this.grams, field, block));
    }

    get isDone() {
      return !this.candidates.length && !this.visits.length;
    }

    /* The next few candidates, from the next block if need be. */
    async next() {
      while (!this.candidates.length && this.visits.length) {
        const [[field, block]] = this.visits;
        this.candidates = await candidatesIn(this.grams, field, block);
        this.visits.shift();
      }
      return this.candidates.slice(0, AT_ONCE);
    }

    /* Looks until there are enough hits, or some after so many files fetched. */
    async hits(wanted, files) {
      const found = [];
      let fetched = 0;
      while (!this.isDone && found.length < wanted && (fetched < files || !found.length)) {
        const batch = await this.next();
        const names = batch.map(([, number]) => `text-${number}`);
        fetched += names.filter((name) => !loaded.has(name)).length;
        const texts = await Promise.all(names.map(load));
        batch.forEach(([byName, number], at) =>
          found.push(...hitsIn(texts[at], number, this.words, byName))
        );
        this.candidates.splice(0, batch.length);
      }
      this.shown += found.length;
      return found;
    }
  }

  /* The page */

  const mark = (element, text, words, start = 0, end = text.length) => {
    const { text: folded, places } = fold(text);
    let [at, from] = [0, start];
    for (;;) {
      const hits = words
        .map((word) => [indexIn(folded, word, at), word.length])
        .filter(([found]) => found >= 0)
        .sort(([one, longer], [other, length]) => one - other || length - longer);
      if (!hits.length || places[hits[0][0]][0] >= end) break;
      const [found, length] = hits[0];
      const first = Math.max(from, places[found][0]);
      const stop = Math.min(end, places[found + length - 1][1]);
      at = found + length;
      if (stop <= first) continue;
      const strong = document.createElement("mark");
      strong.textContent = text.slice(first, stop);
      element.append(text.slice(from, first), strong);
      from = stop;
    }
    element.append(text.slice(from, end));
  };

  const excerpt = (element, text, words) => {
    const { text: folded, places } = fold(text);
    const found = words.map((word) => indexIn(folded, word)).filter((at) => at >= 0);
    const first = found.length ? places[Math.min(...found)][0] : 0;
    const start = first > AROUND ? first - AROUND : 0;
    const end = Math.min(text.length, start + LENGTH);
    element.append(start ? "…" : "");
    mark(element, text, words, start, end);
    element.append(end < text.length ? "…" : "");
  };

  const copyOf = (template) => document.getElementById(template).content.cloneNode(true).firstChild;

  const groupOf = (hit) => {
    const known = [...results.children].find((one) => one.dataset.address === hit.address);
    if (known) return known;
    const group = copyOf("search-group");
    group.dataset.address = hit.address;
    const link = group.querySelector("a");
    link.href = encodeURI(hit.address);
    link.textContent = hit.title;
    results.append(group);
    return group;
  };

  const addHit = (hit, words) => {
    const item = copyOf("search-result");
    const link = item.querySelector("a");
    link.href = encodeURI(hit.link);
    mark(link, hit.heading, words);
    item.querySelector(".kind").textContent = KINDS[hit.kind];
    if (hit.kind !== FIGURES) item.querySelector(".kind").remove();
    mark(item.querySelector(".also"), hit.also, words);
    excerpt(item.querySelector(".text"), hit.text, words);
    groupOf(hit).querySelector("ol").append(item);
    return link;
  };

  const status = document.getElementById("search-status");
  const more = document.getElementById("search-more");
  const help = document.getElementById("search-help");
  const others = document.getElementById("search-others");
  const field = document.getElementById("query");
  let current = null;

  /* The query without words of bounds, and its parts set apart. */
  const otherQueries = (query) => {
    const bare = query.split(/\s+/).map((word) => word.replace(BOUNDS, "")).join(" ");
    const spaced = bare
      .replace(/([\u3400-\u9fff]{2,})([0-9０-９])/g, "$1 $2")
      .replace(/([0-9０-９][\u3400-\u9fff])([\u3400-\u9fff]{2,})/g, "$1 $2");
    const cut = bare.replace(/^([\u3400-\u9fff]{2,})([\u3400-\u9fff]{2})$/, "$1 $2");
    return [...new Set([bare, spaced, cut])].filter((one) => one.trim() && one !== query);
  };

  const offerHelp = (query) => {
    const links = otherQueries(query).map((other) => {
      const link = document.createElement("a");
      link.href = `?q=${encodeURIComponent(other)}`;
      link.textContent = other;
      return link;
    });
    others.replaceChildren("也许要找：", ...links);
    others.hidden = !links.length;
    help.hidden = false;
  };

  const tell = (search, query) => {
    more.hidden = search.isDone;
    if (!search.shown && search.isDone) {
      status.textContent = `没有找到“${query}”。`;
      offerHelp(query);
    } else {
      status.textContent = search.isDone
        ? `找到${search.shown}处。`
        : `先列出${search.shown}处，后面还有。`;
    }
  };

  const go = async (search, query, step) => {
    try {
      await step();
      if (search === current) tell(search, query);
    } catch (error) {
      if (search === current) status.textContent = "检索用的文件没有取到，请刷新后再试。";
      loaded.delete(error.message);
    }
  };

  const clear = () => {
    results.replaceChildren();
    help.hidden = true;
    more.hidden = true;
    status.textContent = "";
  };

  const remember = (query) => {
    try {
      const address = query ? `?q=${encodeURIComponent(query)}` : window.location.pathname;
      window.history.replaceState(null, "", address);
    } catch {
      /* a page from a disk may not rename itself */
    }
  };

  const show = (typed) => {
    const query = typed.trim();
    const words = wordsOf(query);
    current = new Search(words);
    clear();
    if (!words.length) return;
    if (!words.some((word) => gramsOf(word).length)) {
      status.textContent = "请写两个字以上，或者一个数字。";
      return;
    }
    const search = current;
    status.textContent = "正在检索…";
    go(search, query, async () => {
      await search.begin();
      const hits = await search.hits(FIRST_HITS, FIRST_FILES);
      if (search === current) hits.forEach((hit) => addHit(hit, words));
    });
  };

  more.addEventListener("click", () => {
    const search = current;
    more.hidden = true;
    go(search, field.value.trim(), async () => {
      const hits = await search.hits(MORE_HITS, MORE_FILES);
      if (search !== current) return;
      hits.map((hit) => addHit(hit, search.words))[0]?.focus();
    });
  });

  /* Arrow keys go from the field to the hits and from hit to hit. */
  document.addEventListener("keydown", (event) => {
    if (!["ArrowDown", "ArrowUp"].includes(event.key) || event.isComposing) return;
    const stops = [field, ...results.querySelectorAll("li a")];
    const at = stops.indexOf(document.activeElement);
    const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
    if (at < 0 || !next) return;
    event.preventDefault();
    next.focus();
  });

  let timer = 0;
  field.addEventListener("input", (event) => {
    window.clearTimeout(timer);
    if (event.isComposing) return;
    timer = window.setTimeout(() => show(field.value), WAIT);
  });
  field.addEventListener("compositionend", () => show(field.value));
  document.getElementById("search-form").addEventListener("submit", (event) => {
    event.preventDefault();
    window.clearTimeout(timer);
    remember(field.value.trim());
    show(field.value);
  });
  field.value = new URLSearchParams(window.location.search).get("q") || "";
  show(field.value);
})();
