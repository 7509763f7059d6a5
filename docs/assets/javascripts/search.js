// The search: reads the few parts of the index that hold the words which are looked for, and nothing before someone
// searches. Without this script the page of lists stands for it. Words are folded as in hooks/sightline/site/words.py.
(() => {
  "use strict";
  const form = document.querySelector("form[data-index]");
  if (!form) return;
  const FEW = 8, MANY = 20, WAIT = 50, SHARDS = 4, PREFIX = 0.5, TITLE = 20, SHOWN = 170, LEAD = 50, FILES = 24, FIRST = 1e5;
  const WORD = /((?:\b[A-Za-z](?:[.&](?=[A-Za-z]\b)|-(?=\d))|[\p{L}\p{M}\p{N}])+)/u;
  const LETTERS = { ł: "l", ø: "o", đ: "d", ð: "d", þ: "th", æ: "ae", œ: "oe", ß: "ss", ı: "i", ħ: "h", ŧ: "t", ŋ: "n" };
  const SPELT = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");
  const QUOTED = /["“”„«»]([^"“”„«»]+)["“”«»]/g, CLOSED = /["”»]$/;
  const field = form.elements.q, voice = form.querySelector("[role=status]");
  const opener = document.querySelector(".search-open"), page = document.querySelector("[data-found]");
  const panel = form.querySelector(".search__panel"), place = page || panel;
  const index = new URL(form.dataset.index, location.href), root = new URL("../", index);
  const parts = new Map();
  let turn = 0, timer = 0, limit = page ? MANY : FEW;

  function make(tag, name, ...within) {
    const made = document.createElement(tag);
    if (name) made.className = name;
    made.append(...within);
    return made;
  }

  /** A part of the index; asked for once, and again where that failed. */
  function part(path, options) {
    if (!parts.has(path)) {
      const asked = fetch(new URL(path, index), options).then((answer) => {
        if (!answer.ok) throw new Error(String(answer.status));
        return answer.json();
      });
      parts.set(path, asked);
      asked.catch(() => parts.delete(path));
    }
    return parts.get(path);
  }

  const start = () => part("search.json", { cache: "no-cache" });

  function words(text) {
    const bare = /^[\0-\x7f]*$/.test(text) ? text : text.normalize("NFKD").replace(/\p{Mn}/gu, "");
    return (bare.toLowerCase().replace(SPELT, (letter) => LETTERS[letter]).replace(/['’]s(?![\p{L}\p{N}])/gu, "")
      .replace(/\b([a-z])(?:[.&](?=[a-z]\b)|-(?=\d))/g, "$1").match(/[\p{L}\p{N}]+/gu) || []).map((word) => {
      let folded = word.length > 40 ? [...word].slice(0, 40).join("") : word;
      if (folded.length > 3 && /[^s]s$/.test(folded)) folded = folded.slice(0, -1);
      if (folded.length > 3) folded = folded.replace(/(ie|y)$/, "i");
      return folded.replace(/(fen|licen)s/g, "$1c");
    });
  }

  /** The runs of a word, and of those that begin with it where `open`; of very many only the first. */
  async function runs({ shards, digest }, word, open) {
    const after = shards.findIndex((first) => first >= word);
    const from = Math.max(0, (after < 0 ? shards.length : after) - 1);
    let to = from;
    while (to + 1 < shards.length && (shards[to + 1] <= word || (open && shards[to + 1].startsWith(word) && to - from < SHARDS))) to += 1;
    const wanted = Array.from({ length: to - from + 1 }, (_, step) => part(`words/${from + step}.json?${digest}`));
    return (await Promise.all(wanted)).flat().filter(([one]) => one === word || (open && one.startsWith(word)));
  }

  /** The numbers of the records with an id that the text is, alone or at the end of an address. */
  async function named(about, text) {
    const [id] = /[^/#:]*$/.exec(text.toLowerCase().replace(/\/$/, ""));
    if (!/^(?=.*[-\d])[a-z][a-z\d-]*$/.test(id) || /\s/.test(text)) return [];
    const [run = []] = await runs(about, `#${id}`, false);
    let number = 0;
    return run.slice(1).map((step) => (number += step >> 3));
  }

  /** The numbers of what has most of the words, and how much each counts. Of a group of words the best counts. What
      is asked for by its id comes first; where nothing else has all of the words, it is all that was meant. */
  async function find(text) {
    const about = await start(), skip = new Set(about.skip), said = words(text), last = CLOSED.test(text) ? "" : said.at(-1);
    const telling = said.filter((word) => !skip.has(word));
    const wanted = [...new Set(telling.length ? telling : said.slice(-1))];
    const [own, ...groups] = await Promise.all(about.shards.length ? [named(about, text), ...wanted.map((word) => runs(about, word, word === last))] : [[]]);
    const scores = new Float32Array(about.entries), best = new Float32Array(about.entries), hits = new Uint8Array(about.entries);
    let least = null, most = 0;
    groups.forEach((group, position) => {
      const often = new Map(), met = [];
      for (const run of group) often.set(run[0], (often.get(run[0]) || 0) + run.length - 1);
      const all = [...often.values()].reduce((sum, one) => sum + one, 0);
      for (const run of group) {
        const whole = run[0] === wanted[position]; // a word that was only begun is as rare as its beginning
        const rare = whole ? Math.log(1 + about.entries / often.get(run[0])) : Math.log(1 + about.entries / all) * PREFIX;
        for (let at = 1, id = 0; at < run.length; at += 1) {
          id += run[at] >> 3;
          const title = run[at] & 7, score = title ? rare * (1 + TITLE / title) : rare;
          if (!best[id]) met.push(id);
          if (score > best[id]) best[id] = score;
        }
      }
      for (const id of met) {
        scores[id] += best[id];
        best[id] = 0;
        hits[id] += 1;
        if (hits[id] > most) most = hits[id];
      }
      if (!least || met.length < least.length) least = met;
    });
    const whole = most === wanted.length;
    const others = !most ? [] : whole ? least.filter((id) => hits[id] === most) : [...hits.keys()].filter((id) => hits[id] === most);
    about.kinds.forEach(([first, , weight], number) => best.fill(weight, first, about.kinds[number + 1]?.[0]));
    for (const id of others) scores[id] *= best[id];
    for (const id of own) scores[id] = Infinity;
    const ids = !own.length ? others : whole ? [...new Set([...own, ...others])] : own;
    return { about, ids, scores, wanted, last, quoted: phrases(text), whole: whole || own.length > 0 };
  }

  const file = (id, { block }) => Math.floor(id / block);

  /** What is shown of an entry: its address, title and text. */
  async function shown(id, about) {
    return (await part(`entries/${file(id, about)}.json?${about.digest}`))[id % about.block];
  }

  /** Words between quotation marks, if there are several: as they were written, and folded. */
  function phrases(text) {
    const written = [...text.matchAll(QUOTED)].map(([, one]) => [one.trim(), words(one).join(" ")]);
    return written.filter(([, folded]) => folded.includes(" "));
  }

  const has = (text, folded) => ` ${words(text).join(" ")} `.includes(` ${folded} `);

  /** Puts first what has all the phrases in its title or text; returns how many results that are. The index knows no
      order of words, so the best results are read: those in so many files. */
  async function together({ about, ids, scores, quoted }) {
    if (!quoted.length) return 0;
    const order = [...ids].sort((a, b) => scores[b] - scores[a] || a - b);
    const files = new Set([...new Set(order.map((id) => file(id, about)))].slice(0, FILES));
    const near = order.filter((id) => files.has(file(id, about)));
    const read = await Promise.all(near.map((id) => shown(id, about)));
    const held = near.filter((_, at) => quoted.every(([, folded]) => read[at].slice(1).some((text) => has(text, folded))));
    for (const id of held) scores[id] += FIRST;
    return held.length;
  }

  /** The best of what was found, with what is shown of each. */
  async function best({ about, ids, scores }) {
    const cut = Float32Array.from(ids, (id) => scores[id]).sort().at(-limit) || 0;
    const top = ids.filter((id) => scores[id] >= cut).sort((a, b) => scores[b] - scores[a] || a - b).slice(0, limit);
    return Promise.all(top.map(async (id) => [about.kinds.findLast(([first]) => first <= id)[1], ...await shown(id, about)]));
  }

  /** The pieces of a text, each with where it begins and which of the words it is that were looked for. */
  function pieces(text, { wanted, last }) {
    const is = (word) => wanted.find((one) => one === word || (one === last && word.startsWith(one)));
    let end = 0;
    return text.split(WORD).map((piece, odd) => {
      end += piece.length;
      return { piece, at: end - piece.length, word: odd % 2 ? words(piece).map(is).find(Boolean) : undefined };
    });
  }

  /** A text with the words that were looked for marked in it. */
  function marked(text, found) {
    return pieces(text, found).map(({ piece, word }) => (word ? make("mark", "", piece) : piece));
  }

  /** Where in a text a phrase begins that its title lacks; nowhere is -1. */
  function begins(title, text, { quoted }) {
    const [, folded] = quoted.find(([, one]) => !has(title, one) && has(text, one)) || [];
    const starts = folded ? pieces(text, { wanted: folded.split(" ", 1) }).filter(({ word }) => word) : [];
    const begun = starts.find(({ at }) => `${words(text.slice(at)).join(" ")} `.startsWith(`${folded} `));
    return begun ? begun.at : -1;
  }

  /** The part of a text that has a phrase, or most of the words, that its title lacks; its start where it has none.
      Nothing where that start is the title. */
  function excerpt(title, text, found) {
    const begun = title.replace(/\s*…$/, ""), from = text.startsWith(begun) ? begun.length : 0;
    const titled = new Set(pieces(title, found).map(({ word }) => word));
    const met = pieces(text, found).filter(({ word, at }) => word && at >= from && !titled.has(word));
    const phrase = begins(title, text, found);
    if (from && phrase < 0 && !met.length) return "";
    const near = ({ at }) => new Set(met.filter((one) => one.at >= at && one.at < at + SHOWN - LEAD).map(({ word }) => word)).size;
    const { at } = phrase >= 0 ? { at: phrase } : met.reduce((best, one) => (near(one) > near(best) ? one : best), met[0] || { at: 0 });
    const start = at <= LEAD ? 0 : Math.max(Math.min(from, at - 1), text.lastIndexOf(" ", at - LEAD)) + 1;
    const cut = start + SHOWN, blank = text.lastIndexOf(" ", cut);
    const end = cut < text.length ? (blank > at ? blank : cut) : text.length;
    return `${start ? "… " : ""}${text.slice(start, end)}${end < text.length ? " …" : ""}`;
  }

  /** What the brief is called that something stands in; nothing where the site has only one, or it is the brief itself. */
  function briefOf(address, { about }) {
    const [, id = ""] = /^briefs\/([^/]+)\/./.exec(address) || [];
    return about.briefs[id];
  }

  function entry([kind, address, title, text], found) {
    const link = make("a", "found__title", ...marked(title || "Home", found));
    link.href = new URL(address, root).href;
    const about = make("span", "found__about", make("span", "found__kind", kind)), brief = briefOf(address, found);
    if (brief) about.append(" · ", brief);
    const item = make("li", "found", about, " ", link);
    const shown = excerpt(title, text, found);
    if (shown) item.append(make("p", "found__text", ...marked(shown, found)));
    return item;
  }

  /** Show what was found; who is among the results already stays there. */
  function say(text, ...more) {
    const at = links().indexOf(document.activeElement);
    voice.textContent = text;
    place.replaceChildren(make("p", "found__said", text), ...more);
    show(true);
    const again = at >= 0 && (links()[at] || links()[0] || field);
    if (again) again.focus();
  }

  const links = () => [...place.querySelectorAll("a, button")];

  function show(on) {
    place.hidden = !on;
    if (!on) voice.textContent = "";
  }

  /** Leads to the page of lists, which needs no index. */
  function lists(words) {
    const link = make("a", "", words);
    link.href = location.protocol === "file:" ? new URL("index.html", form.action.split("?")[0]).href : form.action;
    return make("p", "found__more", link);
  }

  /** How many results there are, and how many of them, the first, have what stands between quotation marks. */
  function counted({ ids: { length }, whole, quoted }, held) {
    // Not toLocaleString: its first call costs more than the search.
    const total = `${String(length).replace(/(?=(...)+$)\B/g, ",")} ${length === 1 ? "result" : "results"}`;
    const names = quoted.map(([written]) => `“${written}”`).join(" and ");
    if (names && held === length) return `${total} with ${names}`;
    const all = whole ? total : `Nothing has all of these words. ${total} with some of them`;
    if (held) return `${all}, the first ${held > 1 ? `${held} ` : ""}with ${names}`;
    return names ? `None of the best shows ${names}. ${total} with ${whole ? "" : "some of "}these words` : all;
  }

  async function search() {
    const text = field.value.trim(), mine = (turn += 1);
    if (!text) return show(false);
    try {
      const found = await find(text), held = await together(found), shown = await best(found);
      if (mine !== turn) return;
      const { length } = found.ids;
      if (!length) return say(`Nothing has “${text}”.`, lists("Look in the lists"));
      const list = make("ol", "found-list", ...shown.map((one) => entry(one, found)));
      say(counted(found, held), list, ...(length > shown.length ? [further(text)] : []));
    } catch {
      if (mine === turn) say("The search cannot read its index here.", lists("Look in the lists"));
    }
  }

  /** On the page of results a button for more of them, elsewhere a link to that page. */
  function further(text) {
    if (page) {
      const button = make("button", "found__button", "More results");
      button.type = "button";
      button.addEventListener("click", async () => {
        const seen = limit;
        limit += MANY;
        await search();
        const next = place.querySelectorAll("a.found__title")[seen];
        if (next) next.focus();
      });
      return button;
    }
    const link = make("a", "", "All results");
    link.href = `${form.action}?${new URLSearchParams({ q: text })}`;
    return make("p", "found__more", link);
  }

  function open(on) {
    form.classList.toggle("search--open", on);
    opener.setAttribute("aria-expanded", String(on));
  }

  function close() {
    clearTimeout(timer);
    turn += 1;
    if (!page) show(false);
    open(false);
  }

  opener.addEventListener("click", () => {
    open(!form.classList.contains("search--open"));
    if (field.offsetParent) field.focus();
  });
  field.addEventListener("focus", () => start().catch(() => {}));
  field.addEventListener("click", () => { if (place.hidden) search(); });
  field.addEventListener("input", () => {
    limit = page ? MANY : FEW;
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (page) history.replaceState(history.state, "", field.value.trim() ? `?${new URLSearchParams({ q: field.value.trim() })}` : location.pathname);
      search();
    }, WAIT);
  });
  form.addEventListener("submit", (event) => {
    if (page || location.protocol === "file:" || !field.value.trim()) {
      event.preventDefault();
      search();
    }
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      const back = field.offsetParent && opener.offsetParent ? opener : field;
      event.preventDefault();
      close();
      back.focus();
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && place.hidden) search();
    const stops = [field, ...links()];
    const next = step && !place.hidden && stops[stops.indexOf(document.activeElement) + step];
    if (next && form.contains(document.activeElement)) {
      event.preventDefault();
      next.focus();
    }
  });
  form.addEventListener("focusout", ({ relatedTarget: to }) => { if (to && !form.contains(to)) close(); });
  document.addEventListener("pointerdown", ({ target }) => { if (!form.contains(target) && !opener.contains(target)) close(); });
  // The key / can be switched off: to those who speak to their machine a single sign may be an accident
  const key = document.querySelector("[data-search-key]"), KEY = "sightline-key";
  function wants() {
    try { return localStorage.getItem(KEY) !== "off"; } catch { return true; }
  }
  if (key) {
    const box = key.querySelector("input");
    box.checked = wants();
    box.addEventListener("change", () => {
      try { localStorage.setItem(KEY, box.checked ? "on" : "off"); } catch { /* it holds for no other page */ }
    });
    key.hidden = false;
  }
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || !wants() || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea, [contenteditable]")) return;
    event.preventDefault();
    if (!field.offsetParent) open(true);
    field.focus();
    field.select();
  });
  if (page) {
    field.value = new URLSearchParams(location.search).get("q") || field.value;
    if (field.value) search();
  }
})();
