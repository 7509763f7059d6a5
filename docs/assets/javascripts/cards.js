// Cards: a note mark, a term or a link to a record shows what it leads to. Without this script all are plain links.
(() => {
  "use strict";
  const OPEN = 150, CLOSE = 250, EDGE = 8, GAP = 6;
  const card = document.createElement("div");
  card.className = "card";
  card.id = "card";
  card.setAttribute("role", "note");
  card.setAttribute("aria-live", "off");
  const pages = new Map();
  let shown = null, wanted = null, timer = 0, touch = false;

  const subject = (node) => node instanceof Element && node.closest(".sl a[data-note], .sl a[data-card]");
  const inside = (node) => node instanceof Node && (card.contains(node) || (shown && shown.contains(node)));

  function make(tag, text, name) {
    const made = document.createElement(tag);
    made.textContent = text;
    if (name) made.className = name;
    return made;
  }

  /** The document at an address of this site, and where the links in it count from. */
  function page(url) {
    const address = url.href.split("#")[0];
    if (address === location.href.split("#")[0]) return Promise.resolve(document);
    if (!pages.has(address)) {
      pages.set(address, fetch(address).then((answer) => {
        if (!answer.ok) throw new Error(String(answer.status));
        return answer.text();
      }).then((text) => new DOMParser().parseFromString(text, "text/html")));
    }
    return pages.get(address);
  }

  /** What a link shows: its own words, the note it leads to, a part of a page, or what a page says of itself. */
  async function content(link) {
    let url = new URL(link.href);
    const note = link.dataset.note;
    const own = link.dataset.title || link.title;
    if (own) return [make("p", own)];
    const named = url.hash && decodeURIComponent(url.hash.slice(1));
    let found = await page(url), place = named && found.getElementById(named);
    const further = place && place.closest(".leap a");
    if (further) {  // a very long page has no more than its number
      url = new URL(further.getAttribute("href"), url);
      found = await page(url);
      place = found.getElementById(url.hash.slice(1));
    }
    const part = place && place.querySelector(note ? ".note__body" : ".finding__statement, dd, .event__what, .source-note__what, .cited__styles");
    if (!part) {
      const about = !url.hash && found.querySelector("meta[name=description]");
      return about && about.content ? [make("p", about.content)] : null;
    }
    const copy = document.importNode(part, true);
    copy.querySelectorAll(".backlinks, .uses, .copy, .visually-hidden, .note__marked").forEach((one) => one.remove());
    copy.querySelectorAll("[id]").forEach((one) => one.removeAttribute("id"));
    copy.querySelectorAll("a[href]").forEach((one) => { one.href = new URL(one.getAttribute("href"), url).href; });
    copy.querySelectorAll("sup").forEach((one) => one.remove());
    if (!note) return [copy];
    const go = make("a", "Go to the note");
    go.href = link.href;
    const foot = make("p", "", "card__foot");
    foot.append(go);
    return [make("p", `Note ${note.split("/").pop()}`, "card__name"), copy, foot];
  }

  async function show(link) {
    wanted = link;
    let parts = null;
    try { parts = await content(link); } catch { /* the link still leads there */ }
    if (!parts || wanted !== link || !link.isConnected) return;
    hide();
    wanted = shown = link;
    card.replaceChildren(...parts);
    card.setAttribute("aria-label", link.dataset.note ? `Note ${link.dataset.note.split("/").pop()}` : `About ${link.textContent.trim()}`);
    if (link.title) { link.dataset.title = link.title; link.removeAttribute("title"); }
    (link.closest("sup") || link).after(card);
    link.setAttribute("aria-describedby", card.id);
    place(link);
  }

  /** Under the link, or over it where there is more room; never beyond the edges of the window. */
  function place(link) {
    const view = document.documentElement;
    card.style.cssText = `max-width:${view.clientWidth - 2 * EDGE}px`;
    const at = link.getClientRects()[0] || link.getBoundingClientRect();
    const below = view.clientHeight - at.bottom - GAP - EDGE, above = at.top - GAP - EDGE;
    const up = card.offsetHeight > below && above > below;
    card.style.maxHeight = `${Math.max(up ? above : below, 120)}px`;
    const origin = (card.offsetParent || document.body).getBoundingClientRect();
    const width = card.offsetWidth, middle = at.left + at.width / 2;
    const left = Math.min(Math.max(middle - width / 2, EDGE), view.clientWidth - width - EDGE);
    const top = up ? at.top - card.offsetHeight - GAP : at.bottom + GAP;
    card.style.left = `${left - origin.left}px`;
    card.style.top = `${top - origin.top}px`;
  }

  function hide() {
    clearTimeout(timer);
    wanted = null;
    if (!shown) return;
    shown.removeAttribute("aria-describedby");
    if (shown.dataset.title) shown.title = shown.dataset.title;
    card.remove();
    shown = null;
  }

  function later(action, wait) {
    clearTimeout(timer);
    timer = setTimeout(action, wait);
  }

  document.addEventListener("pointerdown", (event) => {
    touch = event.pointerType === "touch";
    if (shown && !inside(event.target)) hide();
  }, true);
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const link = subject(event.target);
    if (inside(event.target)) clearTimeout(timer);
    else if (link) later(() => show(link), OPEN);
    else if (shown) later(hide, CLOSE);
    else clearTimeout(timer);
  });
  document.documentElement.addEventListener("pointerleave", () => shown && !card.contains(document.activeElement) && later(hide, CLOSE));
  document.addEventListener("focusin", (event) => {
    const link = subject(event.target);
    if (inside(event.target)) clearTimeout(timer);
    else if (link && link.matches(":focus-visible") && !touch) later(() => show(link), OPEN);
    else if (shown) hide();
  });
  document.addEventListener("keydown", (event) => {
    touch = false;
    if (event.key !== "Escape" || !(shown || wanted)) return;
    const link = shown;
    const back = card.contains(document.activeElement);
    hide();
    if (back) { link.focus(); clearTimeout(timer); }
  });
  document.addEventListener("click", (event) => {
    const link = subject(event.target);
    if (!link) { if (card.contains(event.target) && event.target.closest("a")) setTimeout(hide); return; }
    if (touch && link.dataset.note && shown !== link) {
      event.preventDefault();  // the first tap opens the card, which has the link
      show(link);
    } else hide();
  });
  addEventListener("resize", hide);
})();
