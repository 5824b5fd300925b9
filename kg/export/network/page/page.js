"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const byId = (id) => document.getElementById(id);
  const svg = document.querySelector("#stage > svg");
  const world = byId("world"), panel = byId("panel"), search = byId("search");
  const places = data.nodes.map((_, i) => {
    const shape = byId(`n${i}`).querySelector("circle, rect"), box = shape.getBBox();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2, radius: box.width / 2 };
  });
  const tiesOf = data.nodes.map(() => []);
  data.ties.forEach(({ ends }, i) => new Set(ends).forEach((n) => tiesOf[n].push(i)));
  const weight = (tie) => Number((tie.facts.find(([name]) => name === "weight") || [0, 1])[1]);
  const byStrength = data.nodes.map((_, i) => i).sort((a, b) => places[b].radius - places[a].radius || a - b);
  const byWeight = data.ties.map((_, i) => i).sort((a, b) => weight(data.ties[b]) - weight(data.ties[a]) || a - b);

  // Elements. Text is only ever set as text.
  const make = (name, props = {}, ...children) => {
    const element = Object.assign(document.createElement(name), props);
    element.append(...children);
    return element;
  };
  const button = (text, more, act) =>
    make("li", {}, make("button", { type: "button", onclick: act }, make("bdi", {}, text || "(no name)"), make("span", { className: "more" }, more)));
  const list = (items) => make("ul", { className: "list" }, ...items);
  const link = (iri, text) => (/^https?:/i.test(iri) ? make("a", { href: iri, rel: "noreferrer" }, text || iri) : make("span", {}, text || iri));
  const joined = () => (data.directed ? " → " : " – ");
  const called = (tie) => tie.ends.map((n) => data.nodes[n].name).join(joined());
  const fact = (thing, name) => (thing.facts.find(([key]) => key === name) || [0, ""])[1];
  const years = (tie) => [...new Set([fact(tie, "first").slice(0, 4), fact(tie, "last").slice(0, 4)])].filter(Boolean).join("–");
  const counted = (n, noun) => `${n} ${noun}${n === 1 ? "" : "s"}`;

  // What the panel says.
  const facts = (thing) => {
    const told = make("dl");
    thing.facts.forEach(([name, value]) => told.append(make("dt", {}, name), make("dd", {}, value)));
    return told;
  };
  const quotes = (thing) =>
    thing.quotes.map((q) => {
      const [text, release, issued] = data.quotes[q];
      const source = make("figcaption", {}, link(release, release.replace(/^.*\/release\//, "")));
      if (issued) source.append(", ", make("time", { dateTime: issued }, issued));
      return make("figure", {}, make("blockquote", { dir: "auto" }, text), source);
    });
  const tieButton = (i, from) => {
    const tie = data.ties[i], other = tie.ends[0] === from ? tie.ends[1] : tie.ends[0];
    const arrow = !data.directed || from === undefined ? "" : tie.ends[0] === from ? "→ " : "← ";
    const name = from === undefined ? called(tie) : arrow + data.nodes[other].name;
    return button(name, [fact(tie, "weight"), years(tie)].filter(Boolean).join(" · "), () => showTie(i));
  };
  const nodeButton = (i) => button(data.nodes[i].name, counted(tiesOf[i].length, "tie"), () => showNode(i, true));
  const say = (...children) => {
    panel.replaceChildren(...children);
    panel.scrollTop = 0;
  };
  const back = () => make("button", { type: "button", onclick: showAll }, "All");
  const title = (text) => make("h2", { tabIndex: -1, dir: "auto" }, text || "(no name)");

  function showAll() {
    light([], []);
    say(
      make("p", { className: "hint" }, "Choose a node or a tie to read what says so. Drag to move, turn the wheel or press + and - to go nearer, / to find a name."),
      make("h2", { className: "part" }, "Nodes"), list(byStrength.map(nodeButton)),
      make("h2", { className: "part" }, "Strongest ties"), list(byWeight.slice(0, 25).map((i) => tieButton(i))),
    );
  }
  function showNode(i, move) {
    const node = data.nodes[i], heading = title(node.name);
    const near = tiesOf[i].flatMap((t) => data.ties[t].ends);
    light([i], tiesOf[i], near);
    if (move) centre(i);
    say(
      back(), heading, make("p", { className: "hint" }, node.class, node.class && node.iri ? " · " : "", link(node.iri)), facts(node), ...quotes(node),
      make("h3", {}, counted(tiesOf[i].length, "tie")),
      list([...tiesOf[i]].sort((a, b) => byWeight.indexOf(a) - byWeight.indexOf(b)).map((t) => tieButton(t, i))),
    );
    heading.focus({ preventScroll: true });
  }
  function showTie(i) {
    const tie = data.ties[i], heading = title(called(tie));
    light(tie.ends, [i], tie.ends);
    const told = tie.quotes.length ? quotes(tie) : [make("p", { className: "hint" }, "No release says so: it is known from the authority.")];
    say(back(), heading, facts(tie), make("h3", {}, "What says so"), ...told, make("h3", {}, "Between"), list(tie.ends.map(nodeButton)));
    heading.focus({ preventScroll: true });
  }
  function showFound(text) {
    const plain = (s) => s.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();
    const found = byStrength.filter((i) => plain(data.nodes[i].name).includes(plain(text)));
    light(found, [], found);
    say(make("h2", { className: "part", role: "status" }, found.length ? `${found.length} found` : `Nothing is called “${text}”`), list(found.map(nodeButton)));
    return found;
  }
  function light(nodes, ties, near = nodes) {
    svg.querySelectorAll(".lit, .near").forEach((e) => e.classList.remove("lit", "near"));
    nodes.forEach((i) => byId(`n${i}`).classList.add("lit"));
    near.forEach((i) => [`n${i}`, `t${i}`].forEach((id) => byId(id).classList.add("near")));
    ties.forEach((i) => byId(`e${i}`).classList.add("lit"));
    world.classList.toggle("some", nodes.length > 0);
    letter();
  }

  // A thin line is hard to hit: each gets a wide one that nobody sees.
  svg.querySelectorAll(".tie line").forEach((line) => {
    const wide = line.cloneNode();
    wide.removeAttribute("stroke-width");
    wide.classList.add("hit");
    line.after(wide);
  });
  // Near and far: where the world stands, and how large. Nodes and names grow more slowly than ways,
  // and never shrink below what can be read.
  const view = { x: 0, y: 0, k: 1, pixels: 1 };
  const glyph = () => Math.max(view.k ** -0.75, 9 / (12 * view.pixels * view.k));
  const arrows = data.directed ? data.ties.map(({ ends }, i) => {
    const group = byId(`e${i}`), lines = [...group.querySelectorAll("line")], polygon = group.querySelector("polygon"), { x, y } = places[ends[1]];
    if (polygon) polygon.style.transformOrigin = `${x}px ${y}px`;
    return polygon && { lines, polygon, x, y, dx: lines[0].x2.baseVal.value - x, dy: lines[0].y2.baseVal.value - y };
  }).filter(Boolean) : [];
  let lettering = 0;
  function apply(glide) {
    const size = glyph();
    world.classList.toggle("gliding", Boolean(glide));
    world.style.transform = `translate(${view.x}px, ${view.y}px) scale(${view.k})`;
    svg.style.setProperty("--glyph", size);
    for (const { lines, polygon, x, y, dx, dy } of arrows) {
      for (const line of lines) {
        line.setAttribute("x2", x + dx * size);
        line.setAttribute("y2", y + dy * size);
      }
      polygon.style.transform = `scale(${size})`;
    }
    cancelAnimationFrame(lettering);
    lettering = requestAnimationFrame(letter);
  }
  // Names that have room, the largest nodes first; those that are lit always.
  const labels = data.nodes.map((_, i) => {
    const text = byId(`t${i}`), { x, y } = places[i];
    text.classList.remove("off");
    const box = text.getBBox();
    text.style.transformOrigin = `${x}px ${y}px`;
    return { text, x, y, left: box.x - x, top: box.y - y, right: box.x + box.width - x, bottom: box.y + box.height - y };
  });
  function letter() {
    const s = glyph(), taken = [];
    const lit = ({ text }) => text.classList.contains("near");
    for (const i of [...byStrength.filter((n) => lit(labels[n])), ...byStrength.filter((n) => !lit(labels[n]))]) {
      const { text, x, y, left, top, right, bottom } = labels[i];
      const box = [x + left * s, y + top * s, x + right * s, y + bottom * s];
      const room = taken.every((o) => box[0] > o[2] || box[2] < o[0] || box[1] > o[3] || box[3] < o[1]);
      text.classList.toggle("off", !room);
      if (room) taken.push(box);
    }
  }
  const at = (event) => new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
  const middle = () => ({ x: svg.viewBox.baseVal.width / 2, y: svg.viewBox.baseVal.height / 2 });
  function zoom(by, point, glide) {
    const k = Math.min(12, Math.max(0.4, view.k * by));
    view.x = point.x - ((point.x - view.x) * k) / view.k;
    view.y = point.y - ((point.y - view.y) * k) / view.k;
    view.k = k;
    apply(glide);
  }
  function centre(i) {
    const { x, y } = middle();
    view.x = x - places[i].x * view.k;
    view.y = y - places[i].y * view.k;
    apply(true);
  }
  function whole() {
    Object.assign(view, { x: 0, y: 0, k: 1 });
    apply(true);
  }

  // The pointer: drag to move, two fingers or the wheel to zoom, a click to choose.
  const held = new Map();
  let moved = 0;
  svg.addEventListener("wheel", (event) => {
    event.preventDefault();
    zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0015)), at(event));
  }, { passive: false });
  svg.addEventListener("pointerdown", (event) => {
    if (!held.size) moved = 0;
    held.set(event.pointerId, at(event));
    svg.classList.add("held");
  });
  addEventListener("pointermove", (event) => {
    const before = held.get(event.pointerId);
    if (!before) return;
    const now = at(event);
    moved += Math.abs(now.x - before.x) + Math.abs(now.y - before.y);
    held.set(event.pointerId, now);
    if (held.size === 1) {
      view.x += now.x - before.x;
      view.y += now.y - before.y;
      apply();
    } else {
      const other = [...held].find(([id]) => id !== event.pointerId)[1];
      const apart = (point) => Math.hypot(point.x - other.x, point.y - other.y) || 1;
      zoom(apart(now) / apart(before), other);
    }
  });
  const release = (event) => {
    held.delete(event.pointerId);
    svg.classList.toggle("held", held.size > 0);
  };
  addEventListener("pointerup", release);
  addEventListener("pointercancel", release);
  svg.addEventListener("click", (event) => {
    if (moved > 6) return;
    const hit = event.target.closest(".node, .tie");
    if (!hit) showAll();
    else if (hit.matches(".node")) showNode(Number(hit.id.slice(1)));
    else showTie(Number(hit.id.slice(1)));
  });
  svg.addEventListener("dblclick", (event) => zoom(1.6, at(event), true));

  // The keyboard.
  const step = (x, y) => () => { view.x += x; view.y += y; apply(); };
  const keys = {
    "+": () => zoom(1.3, middle(), true), "=": () => zoom(1.3, middle(), true), "-": () => zoom(1 / 1.3, middle(), true), 0: whole,
    ArrowLeft: step(40, 0), ArrowRight: step(-40, 0), ArrowUp: step(0, 40), ArrowDown: step(0, -40),
  };
  svg.tabIndex = 0;
  svg.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
  addEventListener("keydown", (event) => {
    if (event.key === "/" && event.target !== search) {
      event.preventDefault();
      search.focus();
    } else if (event.key === "Escape") {
      search.value = "";
      showAll();
    }
  });
  search.addEventListener("input", () => (search.value.trim() ? showFound(search.value.trim()) : showAll()));
  search.form.addEventListener("submit", (event) => {
    event.preventDefault();
    const found = search.value.trim() ? showFound(search.value.trim()) : [];
    if (found.length) showNode(found[0], true);
  });
  byId("nearer").onclick = keys["+"];
  byId("farther").onclick = keys["-"];
  byId("whole").onclick = whole;

  document.body.classList.add("on");
  document.querySelectorAll("[hidden]").forEach((element) => (element.hidden = false));
  const fit = () => {
    view.pixels = svg.getScreenCTM()?.a || 1;
    apply();
  };
  new ResizeObserver(fit).observe(svg);
  fit();
  showAll();
})();
