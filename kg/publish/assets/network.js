// Draws the whole network in place of its picture, to go nearer and to follow; the picture stays where this cannot be.
"use strict";
(async () => {
  const figure = document.querySelector("figure[data-network]");
  if (!figure || typeof Sigma === "undefined" || typeof graphology === "undefined") return;
  // A finger scrolls the page: on a phone the picture serves better.
  if (matchMedia("(pointer: coarse)").matches) return;
  if (!document.createElement("canvas").getContext("webgl2")) return;
  const answer = await fetch(figure.dataset.network);
  if (!answer.ok) return;
  const told = await answer.json();
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const heaviest = Math.max(...told.ties.map((tie) => tie[2]), 1);
  const graph = new graphology.UndirectedGraph();
  told.nodes.forEach(([path, label, x, y, ties], number) => {
    graph.addNode(number, { path, label, x, y: -y, size: 4 + 2.2 * Math.sqrt(ties) });
  });
  told.ties.forEach(([one, other, weight]) => {
    graph.addEdge(one, other, { size: 1 + (8 * weight) / heaviest });
  });
  const place = document.createElement("div");
  place.className = "whole";
  place.setAttribute("role", "img");
  place.setAttribute("aria-label", figure.dataset.label);
  const picture = figure.querySelector("img");
  picture.hidden = true;
  figure.append(place);
  let near = null;
  const isFar = (node) => near !== null && node !== near && !graph.areNeighbors(node, near);
  const drawing = new Sigma(graph, place, {
    labelFont: getComputedStyle(document.body).fontFamily,
    labelRenderedSizeThreshold: 3,
    labelDensity: place.clientWidth < 500 ? 0.6 : 2,
    labelGridCellSize: 70,
    labelSize: place.clientWidth < 500 ? 11 : 14,
    stagePadding: place.clientWidth < 500 ? 30 : 70,
    nodeReducer: (node, data) => ({ ...data, color: colour(isFar(node) ? "--line" : node === near ? "--accent" : "--link"), label: isFar(node) ? "" : data.label }),
    edgeReducer: (edge, data) => ({ ...data, color: colour("--tie"), hidden: near !== null && !graph.hasExtremity(edge, near) }),
    labelColor: { color: colour("--ink") },
    defaultDrawNodeHover: () => {},
  });
  const look = (node) => { near = node; drawing.refresh({ skipIndexation: true }); };
  drawing.on("enterNode", ({ node }) => look(node));
  drawing.on("leaveNode", () => look(null));
  drawing.on("clickNode", ({ node }) => {
    const { path } = graph.getNodeAttributes(node);
    if (path) location.href = figure.dataset.root + path.split("/").map(encodeURIComponent).join("/") + figure.dataset.suffix;
  });
  // The wheel scrolls the page, with Ctrl it goes nearer; so do a double click and the keys + and -.
  place.addEventListener("wheel", (event) => { if (!event.ctrlKey) event.stopPropagation(); }, { capture: true });
  const camera = drawing.getCamera();
  place.tabIndex = 0;
  place.addEventListener("keydown", (event) => {
    if (event.key === "+") camera.animatedZoom();
    else if (event.key === "-") camera.animatedUnzoom();
    else if (event.key === "0") camera.animatedReset();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    drawing.setSetting("labelColor", { color: colour("--ink") });
    drawing.refresh();
  });
})();
