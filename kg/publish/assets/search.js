// Looks names up in a static copy of the site, where no server answers a search: one file of names.
"use strict";
(() => {
  const LIMIT = 40;
  const place = document.getElementById("found");
  const words = (new URLSearchParams(location.search).get("q") || "").trim();
  if (!place || !words) return;
  document.getElementById("q").value = words;

  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const element = (name, text) => {
    const made = document.createElement(name);
    made.textContent = text;
    return made;
  };

  const found = (names) => {
    const wanted = plain(words).split(/\s+/);
    const fits = (label) => wanted.every((word) => ` ${plain(label)}`.includes(word));
    const seen = new Set();
    return names
      .filter(([label, path]) => fits(label) && !seen.has(path) && seen.add(path))
      .sort((one, other) => one[0].length - other[0].length);
  };

  const show = (hits) => {
    if (!hits.length) {
      place.append(element("p", place.dataset.none.replace("{}", words)));
      return;
    }
    const list = document.createElement("ul");
    list.className = "found";
    for (const [label, path] of hits.slice(0, LIMIT)) {
      const link = element("a", label);
      link.href = place.dataset.root + path.split("/").map(encodeURIComponent).join("/") + place.dataset.suffix;
      const item = document.createElement("li");
      item.append(link);
      list.append(item);
    }
    place.append(element("h2", place.dataset.heading), list);
    if (hits.length > LIMIT) place.append(element("p", place.dataset.more));
  };

  fetch(place.dataset.names)
    .then((answer) => answer.json())
    .then((names) => show(found(names)))
    .catch(() => place.append(element("p", place.dataset.none.replace("{}", words))));
})();
