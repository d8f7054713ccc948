"use strict";
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var stdin_exports = {};
__export(stdin_exports, {
  findPaths: () => findPaths,
  labelOf: () => labelOf,
  shortestPaths: () => shortestPaths
});
module.exports = stdin_exports;
var import_chunk_Z5ERJLD7 = require("./chunk-Z5ERJLD7.cjs");
function indexEdges(size, edges, end) {
  const begins = new Int32Array(size + 1);
  for (const edge of edges) if (isWithin(edge, end, size)) begins[edge[end] + 1]++;
  for (let index = 0; index < size; index++) begins[index + 1] += begins[index];
  const positions = new Int32Array(begins[size]);
  const next = begins.slice();
  for (let position = 0; position < edges.length; position++) {
    const edge = edges[position];
    if (isWithin(edge, end, size)) positions[next[edge[end]]++] = position;
  }
  return { at: (index) => positions.subarray(begins[index], begins[index + 1]) };
}
function isWithin(edge, end, size) {
  return edge[end] >= 0 && edge[0] < size && edge[1] >= 0 && edge[1] < size;
}
function findPaths(packages, edges) {
  const starts = once(() => startsOf(packages, edges));
  const below = once(() => indexEdges(packages.length, edges, 0));
  const above = once(() => indexEdges(packages.length, edges, 1));
  const before = once(() => searchBreadthFirst(packages.length, edges, below(), starts()));
  return {
    shortest: (index) => walkBack(before(), index),
    all: (index, limit) => searchAll(packages, edges, above(), starts(), index, limit),
    dependents: (index) => Array.from(above().at(index), (position) => {
      const [from, , range] = edges[position];
      return { from, range };
    }),
    dependencies: (index) => Array.from(below().at(index), (position) => {
      const [, to, range] = edges[position];
      return { to, range };
    })
  };
}
function labelOf({ name, version }) {
  return version === "" ? name : `${name}@${version}`;
}
var MAX_PATHS = 3;
function shortestPaths(packages, indices, paths) {
  return indices.map((index) => paths.shortest(index)).sort((a, b) => a.length - b.length).slice(0, MAX_PATHS).map((path) => path.map((index) => labelOf(packages[index])));
}
function once(make) {
  let made;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
function startsOf(packages, edges) {
  const starts = /* @__PURE__ */ new Set();
  for (const [index, one] of packages.entries()) {
    if (one.direct === true && one.source.kind !== "workspace") starts.add(index);
  }
  for (const [from, to] of edges) {
    const isProject = from === import_chunk_Z5ERJLD7.ROOT || packages[from]?.source.kind === "workspace";
    if (isProject && packages[to]?.source.kind !== "workspace") starts.add(to);
  }
  return starts;
}
function searchBreadthFirst(size, edges, below, starts) {
  const before = new Int32Array(size).fill(-2);
  const queue = new Int32Array(size);
  let length = 0;
  for (const start of [...starts].sort((a, b) => a - b)) {
    if (start < 0 || start >= size) continue;
    before[start] = -1;
    queue[length++] = start;
  }
  for (let at = 0; at < length; at++) {
    const from = queue[at];
    for (const position of below.at(from)) {
      const to = edges[position][1];
      if (before[to] !== -2) continue;
      before[to] = from;
      queue[length++] = to;
    }
  }
  return before;
}
function walkBack(before, index) {
  const path = [index];
  for (let at = before[index] ?? -2; at >= 0; at = before[at]) path.push(at);
  return path.reverse();
}
function searchAll(packages, edges, above, starts, index, limit) {
  const found = [];
  const queue = [[index]];
  for (let at = 0; at < queue.length && found.length < limit && at < MAX_STEPS; at++) {
    const path = queue[at];
    const head = path[0];
    if (starts.has(head)) found.push(path);
    for (const position of above.at(head)) {
      const from = edges[position][0];
      if (from < 0 || packages[from].source.kind === "workspace") continue;
      if (!path.includes(from) && queue.length < MAX_STEPS) queue.push([from, ...path]);
    }
  }
  return found;
}
var MAX_STEPS = 2e5;
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  findPaths,
  labelOf,
  shortestPaths
});
