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
  chunk_GRDQR7JG: () => chunk_GRDQR7JG_exports,
  chunk_VPYVWG56: () => chunk_VPYVWG56_exports,
  chunk_YNNKUSU3: () => chunk_YNNKUSU3_exports,
  chunk_Z7PF3XZF: () => chunk_Z7PF3XZF_exports
});
module.exports = stdin_exports;
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var chunk_GRDQR7JG_exports = {};
__export2(chunk_GRDQR7JG_exports, {
  findPaths: () => findPaths,
  labelOf: () => labelOf,
  shortestPaths: () => shortestPaths
});
var chunk_Z7PF3XZF_exports = {};
__export2(chunk_Z7PF3XZF_exports, {
  PackedEdges: () => PackedEdges,
  SharedTexts: () => SharedTexts,
  arrayOf: () => arrayOf,
  copyOf: () => copyOf,
  detachTexts: () => detachTexts,
  entriesOf: () => entriesOf,
  mapListing: () => mapListing
});
var chunk_YNNKUSU3_exports = {};
__export2(chunk_YNNKUSU3_exports, {
  DEFAULT_REGISTRY: () => DEFAULT_REGISTRY,
  NO_SIBLINGS: () => NO_SIBLINGS,
  PackedRows: () => PackedRows,
  ROOT: () => ROOT
});
var NO_SIBLINGS = { read: async () => void 0 };
var ROOT = -1;
var DEFAULT_REGISTRY = { kind: "registry", url: null };
var PackedRows = class {
  #width;
  #cells;
  #count = 0;
  /** @param width how many numbers a row has */
  constructor(width) {
    this.#width = width;
    this.#cells = new Uint32Array(width * FIRST_ROWS);
  }
  get length() {
    return this.#count;
  }
  /** Adds a row of zeros. @returns its position */
  add() {
    if ((this.#count + 1) * this.#width > this.#cells.length) {
      const grown = new Uint32Array(this.#cells.length * 2);
      grown.set(this.#cells);
      this.#cells = grown;
    }
    return this.#count++;
  }
  get(row, column) {
    return this.#cells[row * this.#width + column];
  }
  set(row, column, value) {
    this.#cells[row * this.#width + column] = value;
  }
};
var FIRST_ROWS = 64;
function* entriesOf(listing) {
  let position = 0;
  for (const element of listing) yield [position++, element];
}
function mapListing(listing, change) {
  if (Array.isArray(listing)) return listing.map(change);
  return {
    length: listing.length,
    at(position) {
      const element = listing.at(position);
      return element === void 0 ? void 0 : change(element);
    },
    *[Symbol.iterator]() {
      for (const element of listing) yield change(element);
    }
  };
}
function arrayOf(listing) {
  return Array.isArray(listing) ? listing : [...listing];
}
var SHORTEST_PART = 13;
function detachTexts(content) {
  const shared = new SharedTexts();
  for (const one of content.packages) {
    one.name = copyOf(one.name);
    one.version = shared.text(one.version);
    one.source = shared.source(one.source);
    if (one.licence !== void 0) one.licence = shared.text(one.licence);
  }
  for (const edge of content.edges) {
    if (edge[2] !== void 0) edge[2] = shared.text(edge[2]);
  }
  return content;
}
var SharedTexts = class {
  #texts = /* @__PURE__ */ new Map();
  #registries = /* @__PURE__ */ new Map();
  text(text) {
    const known = this.#texts.get(text);
    if (known !== void 0) return known;
    const copy = copyOf(text);
    this.#texts.set(copy, copy);
    return copy;
  }
  source(source) {
    switch (source.kind) {
      case "registry":
        return source.url === null ? source : this.#registry(source.url);
      case "git": {
        const commit = source.commit === null ? null : copyOf(source.commit);
        return { kind: "git", url: this.text(source.url), commit };
      }
      case "url":
        return { kind: "url", url: copyOf(source.url) };
      default:
        return { kind: source.kind, path: copyOf(source.path) };
    }
  }
  #registry(url) {
    const known = this.#registries.get(url);
    if (known) return known;
    const source = { kind: "registry", url: this.text(url) };
    this.#registries.set(source.url, source);
    return source;
  }
};
function copyOf(text) {
  if (text.length < SHORTEST_PART) return text;
  const copy = Buffer.from(text, "latin1").toString("latin1");
  return copy === text ? copy : Buffer.from(text, "utf16le").toString("utf16le");
}
var FROM = 0;
var TO = 1;
var RANGE = 2;
var PackedEdges = class {
  #rows = new PackedRows(3);
  #texts;
  constructor(texts) {
    this.#texts = texts;
  }
  get length() {
    return this.#rows.length;
  }
  /** @param range its number among the texts */
  add(from, to, range) {
    const row = this.#rows.add();
    this.#rows.set(row, FROM, from);
    this.#rows.set(row, TO, to);
    if (range !== void 0) this.#rows.set(row, RANGE, range + 1);
  }
  at(position) {
    const from = this.#rows.get(position, FROM) | 0;
    const to = this.#rows.get(position, TO);
    const range = this.#rows.get(position, RANGE);
    return range === 0 ? [from, to] : [from, to, this.#texts.at(range - 1)];
  }
  /** Without their ranges, which take most of the time that an edge takes. */
  ends() {
    const { length } = this;
    const ends = { from: new Int32Array(length), to: new Int32Array(length) };
    for (let position = 0; position < length; position++) {
      ends.from[position] = this.#rows.get(position, FROM);
      ends.to[position] = this.#rows.get(position, TO);
    }
    return ends;
  }
  *[Symbol.iterator]() {
    for (let position = 0; position < this.length; position++) yield this.at(position);
  }
};
function endsOf(edges) {
  if (edges instanceof PackedEdges) return edges.ends();
  const ends = { from: new Int32Array(edges.length), to: new Int32Array(edges.length) };
  let position = 0;
  for (const [from, to] of edges) {
    ends.from[position] = from;
    ends.to[position++] = to;
  }
  return ends;
}
function indexEdges(size, ends, end) {
  const { length } = ends.from;
  const keys = ends[end];
  const isWithin = (position) => {
    const [from, to] = [ends.from[position], ends.to[position]];
    return keys[position] >= 0 && from < size && to >= 0 && to < size;
  };
  const begins = new Int32Array(size + 1);
  for (let position = 0; position < length; position++) {
    if (isWithin(position)) begins[keys[position] + 1]++;
  }
  for (let index = 0; index < size; index++) begins[index + 1] += begins[index];
  const positions = new Int32Array(begins[size]);
  const next = begins.slice();
  for (let position = 0; position < length; position++) {
    if (isWithin(position)) positions[next[keys[position]]++] = position;
  }
  return { at: (index) => positions.subarray(begins[index], begins[index + 1]) };
}
function findPaths(packages, edges) {
  const size = packages.length;
  const ends = once(() => endsOf(edges));
  const starts = once(() => startsOf(packages, ends()));
  const below = once(() => indexEdges(size, ends(), "from"));
  const above = once(() => indexEdges(size, ends(), "to"));
  const before = once(() => searchBreadthFirst(size, ends(), below(), starts()));
  const labels = /* @__PURE__ */ new Map();
  const rangeOf = (position) => edges.at(position)[2];
  return {
    shortest: (index) => walkBack(before(), index),
    all: (index, limit) => searchAll(packages, ends(), above(), starts(), index, limit),
    dependents: (index) => Array.from(above().at(index), (position) => ({
      from: ends().from[position],
      range: rangeOf(position)
    })),
    dependencies: (index) => Array.from(below().at(index), (position) => ({ to: ends().to[position], range: rangeOf(position) })),
    label(index) {
      const label = labels.get(index) ?? copyOf(labelOf(packages.at(index)));
      labels.set(index, label);
      return label;
    }
  };
}
function labelOf({ name, version }) {
  return version === "" ? name : `${name}@${version}`;
}
var MAX_PATHS = 3;
function shortestPaths(indices, paths) {
  return indices.map((index) => paths.shortest(index)).sort((a, b) => a.length - b.length).slice(0, MAX_PATHS).map((path) => path.map(paths.label));
}
function once(make) {
  let made;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
function startsOf(packages, { from, to }) {
  const starts = /* @__PURE__ */ new Set();
  const members = /* @__PURE__ */ new Set([ROOT]);
  for (const [index, one] of entriesOf(packages)) {
    if (one.source.kind === "workspace") members.add(index);
    else if (one.direct === true) starts.add(index);
  }
  for (let position = 0; position < from.length; position++) {
    if (members.has(from[position]) && !members.has(to[position])) starts.add(to[position]);
  }
  return starts;
}
function searchBreadthFirst(size, ends, below, starts) {
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
      const to = ends.to[position];
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
function searchAll(packages, ends, above, starts, index, limit) {
  const found = [];
  const queue = [[index]];
  for (let at = 0; at < queue.length && found.length < limit && at < MAX_STEPS; at++) {
    const path = queue[at];
    const head = path[0];
    if (starts.has(head)) found.push(path);
    for (const position of above.at(head)) {
      const from = ends.from[position];
      if (from < 0 || packages.at(from).source.kind === "workspace") continue;
      if (!path.includes(from) && queue.length < MAX_STEPS) queue.push([from, ...path]);
    }
  }
  return found;
}
var MAX_STEPS = 2e5;
var chunk_VPYVWG56_exports = {};
__export2(chunk_VPYVWG56_exports, {
  sources_default: () => sources_default
});
var sources_default = {
  api: "https://api.osv.dev",
  archives: "https://osv-vulnerabilities.storage.googleapis.com",
  page: "https://osv.dev/vulnerability/"
};
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  chunk_GRDQR7JG,
  chunk_VPYVWG56,
  chunk_YNNKUSU3,
  chunk_Z7PF3XZF
});
