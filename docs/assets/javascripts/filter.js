// Narrows a list down by what its items say of themselves in data attributes. The state is in the address.
// Without this script the form is not shown and the list is whole.
// Where a list has grown too long for one page, such an address leads on to the page of the facet that it names.
(() => {
  "use strict";
  const form = document.querySelector("form[data-filter]");
  if (!form) return lead();
  const article = form.closest("article");
  const fields = [...form.querySelectorAll("select")];
  const said = form.querySelector("[role=status]"), reset = form.querySelector("[type=reset]");
  const items = [...article.querySelectorAll(fields.map((one) => `:is(li, article)[data-${one.name}]`).join(","))];
  const marks = [...article.querySelectorAll("svg.timeline a[data-brief]")];
  const groups = [...new Set(items.map((one) => one.closest("section")))].filter((one) => one && article.contains(one));

  function read() {
    const asked = new URLSearchParams(location.search);
    for (const field of fields) {
      const value = asked.get(field.name) || "";
      field.value = [...field.options].some((one) => one.value === value) ? value : "";
    }
  }

  function write() {
    const url = new URL(location.href);
    for (const field of fields) {
      if (field.value) url.searchParams.set(field.name, field.value);
      else url.searchParams.delete(field.name);
    }
    history.replaceState(history.state, "", url);
  }

  function apply() {
    const chosen = fields.filter((one) => one.value);
    const fits = (item) => chosen.every((one) => (item.dataset[one.name] || "").split(" ").includes(one.value));
    let left = 0;
    for (const item of items) {
      item.hidden = !fits(item);
      left += !item.hidden;
    }
    for (const mark of marks) mark.classList.toggle("off", !fits(mark));
    for (const group of groups) {
      group.hidden = chosen.length > 0 && items.every((one) => one.hidden || !group.contains(one));
      const entry = group.firstElementChild && group.firstElementChild.id;
      const link = entry && article.querySelector(`nav li a[href="#${CSS.escape(entry)}"]`);
      if (link) link.parentElement.hidden = group.hidden;
    }
    const { one, many } = form.dataset;
    const all = `${items.length} ${items.length === 1 ? one : many}`;
    said.textContent = !chosen.length ? all : left ? `${left} of ${all}` : `None of ${all} fits all of this.`;
    reset.hidden = !chosen.length;
  }

  function clear() {
    for (const field of fields) field.value = "";
    apply();
    write();
  }

  /** A link to a hidden item shows everything again. */
  function reach() {
    const place = document.getElementById(location.hash.slice(1));
    if (place && place.closest("[hidden]")) {
      clear();
      place.scrollIntoView();
    }
  }

  /** Of several facets the one that holds least; the others narrow it down there. A value that is not shown is among all values. */
  function lead() {
    const overview = document.querySelector("nav.browse--whole");
    if (!overview) return;
    const links = new Map([...overview.querySelectorAll("a")].map((one) => [one.href, one]));
    const at = (path) => links.get(new URL(`by/${path}/`, location.origin + location.pathname).href);
    const held = (link) => Number(link.parentElement.querySelector(".meta")?.textContent.replace(/\D/g, "") || Infinity);
    const asked = [...new URLSearchParams(location.search)].filter(([, value]) => value);
    const found = asked.flatMap(([name, value]) => {
      const link = at(`${name}/${value}`) || at(name);
      return link ? [{ name, link, size: held(link) }] : [];
    });
    if (!found.length) return;
    const least = found.reduce((one, other) => (other.size < one.size ? other : one));
    const rest = `${new URLSearchParams(asked.filter(([name]) => name !== least.name))}`;
    location.replace(least.link.href + (rest && `?${rest}`));
  }

  form.addEventListener("change", () => { apply(); write(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    clear();
    fields[0].focus();
  });
  addEventListener("hashchange", reach);
  addEventListener("pageshow", () => { read(); apply(); });
  read();
  apply();
  form.hidden = false;
  reach();
})();
