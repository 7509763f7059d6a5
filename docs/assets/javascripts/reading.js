// The note finder, links to copy, and paths that light up in drawings. Each adds to something that works without it.
(() => {
  "use strict";
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // Go to note 37
  for (const form of all("form[data-finder]")) {
    const input = form.querySelector("input"), said = form.querySelector("[role=status]");
    const links = new Map(all(".numbers a", form.parentElement).map((one) => [one.textContent.trim(), one]));
    const numbers = [...links.keys()];
    form.hidden = !numbers.length;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const number = (input.value.match(/\d+/) || [""])[0].replace(/^0+/, "");
      const link = links.get(number);
      if (!link) {
        said.textContent = number ? `There is no note ${number}; the notes run from ${numbers[0]} to ${numbers.at(-1)}.` : "Type the number of a note.";
        input.focus();
        return;
      }
      said.textContent = "";
      location.href = link.href;
      const place = new URL(link.href).pathname === location.pathname && document.getElementById(`note-${number}`);
      const first = place && place.querySelector("a");
      if (first) first.focus({ preventScroll: true });
    });
  }

  // An address where a very long page has no more than a number leads on to where that stands in full
  function leap() {
    const place = document.getElementById(location.hash.slice(1));
    const link = place && place.closest(".leap a");
    if (link) location.replace(link.href);
  }
  leap();
  addEventListener("hashchange", leap);

  // Copy a link
  const buttons = navigator.clipboard ? all("button[data-copy]") : [];
  if (buttons.length) {
    const voice = document.createElement("p");
    voice.className = "visually-hidden";
    voice.setAttribute("role", "status");
    document.body.append(voice);
    for (const button of buttons) {
      const words = button.textContent;
      button.hidden = false;
      button.addEventListener("click", async () => {
        voice.textContent = "";
        try {
          await navigator.clipboard.writeText(new URL(button.dataset.copy || `#${button.closest("[id]").id}`, location.href.split(/[?#]/)[0]).href);
          voice.textContent = button.textContent = "Copied";
        } catch {
          voice.textContent = button.textContent = "Not copied";
        }
        setTimeout(() => { button.textContent = words; }, 2000);
      });
    }
  }

  // Light the paths through a node
  for (const map of all("svg.evidence-map")) {
    const edges = all(".edge", map).map((node) => ({ node, from: node.dataset.from, to: node.dataset.to }));
    const nodes = all(".node", map);
    const walk = (key, ahead) => {
      const reached = new Set([key]), used = [];
      for (const one of reached) {
        for (const edge of edges) {
          if ((ahead ? edge.from : edge.to) !== one) continue;
          used.push(edge.node);
          reached.add(ahead ? edge.to : edge.from);
        }
      }
      return [...used, ...nodes.filter((node) => reached.has(node.dataset.key))];
    };
    const light = (event) => {
      const node = event.target.closest(".node");
      const on = new Set(node ? [...walk(node.dataset.key, true), ...walk(node.dataset.key, false)] : []);
      map.classList.toggle("lit", on.size > 0);
      for (const one of [...nodes, ...edges.map((edge) => edge.node)]) one.classList.toggle("on", on.has(one));
    };
    const rest = () => {
      const active = document.activeElement;
      light({ target: map.contains(active) && active.matches(":focus-visible") ? active : map });
    };
    map.addEventListener("pointerover", light);
    map.addEventListener("pointerleave", rest);
    map.addEventListener("focusin", light);
    map.addEventListener("focusout", () => setTimeout(rest));
  }
})();
