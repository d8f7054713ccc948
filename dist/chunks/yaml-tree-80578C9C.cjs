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
  chunk_47MVJPOY: () => chunk_47MVJPOY_exports,
  yaml_tree_QWZRDHBO: () => yaml_tree_QWZRDHBO_exports
});
module.exports = stdin_exports;
var import_chunk_LISJZMXW = require("./chunk-LISJZMXW.cjs").chunk_LISJZMXW;
var import_cli = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli2 = require("../cli.cjs").chunk_HJAZFC2R;
var import_chunk_LISJZMXW2 = require("./chunk-LISJZMXW.cjs").chunk_LISJZMXW;
var import_cli3 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli4 = require("../cli.cjs").chunk_HJAZFC2R;
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var yaml_tree_QWZRDHBO_exports = {};
__export2(yaml_tree_QWZRDHBO_exports, {
  YAML_LIMITS: () => YAML_LIMITS,
  findEntry: () => findEntry,
  locatePath: () => locatePath,
  parseYamlTree: () => parseYamlTree,
  toPlain: () => toPlain
});
var chunk_47MVJPOY_exports = {};
__export2(chunk_47MVJPOY_exports, {
  YAML_LIMITS: () => YAML_LIMITS,
  findEntry: () => findEntry,
  locatePath: () => locatePath,
  parseYamlTree: () => parseYamlTree,
  toPlain: () => toPlain
});
var import_yaml = (0, import_cli2.__toESM)((0, import_chunk_LISJZMXW.require_dist)(), 1);
var CORE_TAGS = /^tag:yaml\.org,2002:(map|seq|str|int|float|bool|null)$/;
var YAML_LIMITS = { maxLength: 1024 * 1024, maxNodes: 1e5, maxDepth: 100 };
function parseYamlTree(text, limits) {
  if (text.length > limits.maxLength) {
    throw new import_cli.SallyportError("LIMIT_EXCEEDED", {
      message: `the YAML has ${text.length} characters, more than ${limits.maxLength}`,
      place: { file: limits.source }
    });
  }
  refuseDeepFlow(text, limits);
  const lines = new import_yaml.LineCounter();
  const locate = (offset) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const contents = parseOne(text, lines, limits, locate);
  const conversion = new Conversion(text, limits, locate);
  const root = contents === null ? null : conversion.node(contents, 0);
  return { text, root, locate };
}
function parseOne(text, lines, limits, locate) {
  const documents = parseGuarded(text, lines, limits);
  if (documents.length > 1) {
    throw invalid(limits, "more than one YAML document in a file", locate(documents[1]?.range?.[0] ?? 0));
  }
  const document = documents[0];
  const error = document?.errors[0];
  if (error?.message.includes("call stack")) throw tooDeep(limits);
  if (error) throw invalid(limits, firstLine(error.message), locate(error.pos[0]));
  return document?.contents ?? null;
}
function parseGuarded(text, lines, limits) {
  try {
    const documents = (0, import_yaml.parseAllDocuments)(text, {
      lineCounter: lines,
      prettyErrors: false,
      logLevel: "silent",
      // Compared by Conversion: the parser's own comparison takes time quadratic in the keys.
      uniqueKeys: false
    });
    return Array.isArray(documents) ? documents : [];
  } catch (cause) {
    if (cause instanceof RangeError) throw tooDeep(limits);
    throw new import_cli.SallyportError("CONFIG_INVALID", {
      message: "the YAML could not be read",
      place: { file: limits.source },
      cause
    });
  }
}
function refuseDeepFlow(text, limits) {
  let open = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 91 || code === 123) open++;
    else if (code === 93 || code === 125) open = Math.max(0, open - 1);
    if (open > 5e3) throw tooDeep(limits);
  }
}
var Conversion = class {
  #text;
  #limits;
  #locate;
  #anchors = /* @__PURE__ */ new Map();
  #count = 0;
  constructor(text, limits, locate) {
    this.#text = text;
    this.#limits = limits;
    this.#locate = locate;
  }
  node(node, depth, fallback = 0) {
    this.#spend(1);
    if (depth > this.#limits.maxDepth) throw tooDeep(this.#limits);
    if (node === null || node === void 0) return this.#empty(fallback);
    if ((0, import_yaml.isAlias)(node)) return this.#alias(node.source, depth, node.range?.[0] ?? fallback);
    const before = this.#count;
    const converted = this.#convert(node, depth);
    const anchor = "anchor" in node ? node.anchor : void 0;
    if (anchor) {
      this.#anchors.set(anchor, {
        node: converted,
        weight: this.#count - before + 1,
        depth: height(converted)
      });
    }
    return converted;
  }
  #convert(node, depth) {
    if (node.tag !== void 0 && !CORE_TAGS.test(node.tag)) {
      throw invalid(
        this.#limits,
        `the tag ${JSON.stringify(node.tag)} is not known`,
        this.#locate(node.range?.[0] ?? 0)
      );
    }
    const span = this.#span(node);
    if ((0, import_yaml.isScalar)(node)) return this.#scalar(node.value, node.source, span);
    if ((0, import_yaml.isSeq)(node)) {
      return {
        kind: "list",
        items: node.items.map((item) => this.node(item, depth + 1, span.start)),
        span
      };
    }
    if (!(0, import_yaml.isMap)(node)) throw invalid(this.#limits, "a node of an unknown kind", span);
    const keys = /* @__PURE__ */ new Set();
    const entries = node.items.map((pair) => {
      const key = this.node(pair.key, depth + 1, span.start);
      if (key.kind !== "scalar") throw invalid(this.#limits, "a key must be plain text", key.span);
      if (keys.has(key.text)) throw invalid(this.#limits, "Map keys must be unique", key.span);
      keys.add(key.text);
      return { key, value: this.node(pair.value, depth + 1, key.span.end) };
    });
    return { kind: "map", entries, span };
  }
  #scalar(value, source, span) {
    if (value === null || typeof value === "boolean" || typeof value === "number") {
      return { kind: "scalar", value, text: source ?? String(value ?? ""), span };
    }
    const text = typeof value === "string" ? value : source ?? String(value);
    return { kind: "scalar", value: text, text, span };
  }
  #alias(name, depth, at) {
    const target = this.#anchors.get(name);
    if (!target)
      throw invalid(this.#limits, `the alias *${name} has no complete anchor before it`, this.#locate(at));
    if (depth + target.depth > this.#limits.maxDepth) throw tooDeep(this.#limits);
    this.#spend(target.weight);
    return target.node;
  }
  #empty(offset) {
    const place = this.#locate(offset);
    const span = { ...place, endLine: place.line, endColumn: place.column, start: offset, end: offset };
    return { kind: "scalar", value: null, text: "", span };
  }
  #span(node) {
    const [start, valueEnd] = node.range ?? [0, 0];
    let end = valueEnd;
    while (end > start && /\s/.test(this.#text[end - 1] ?? "")) end--;
    const from = this.#locate(start);
    const to = this.#locate(Math.max(start, end));
    return { ...from, endLine: to.line, endColumn: to.column, start, end: Math.max(start, end) };
  }
  #spend(nodes) {
    this.#count += nodes;
    if (this.#count > this.#limits.maxNodes) {
      throw new import_cli.SallyportError("LIMIT_EXCEEDED", {
        message: `the YAML has more than ${this.#limits.maxNodes} nodes when its aliases are expanded`,
        place: { file: this.#limits.source }
      });
    }
  }
};
function height(node) {
  if (node.kind === "scalar") return 0;
  const children = node.kind === "list" ? node.items : node.entries.map((entry) => entry.value);
  return 1 + children.reduce((most, child) => Math.max(most, height(child)), 0);
}
function findEntry(node, key) {
  return node?.kind === "map" ? node.entries.find((entry) => entry.key.text === key) : void 0;
}
function toPlain(node) {
  if (node === null) return null;
  if (node.kind === "scalar") return node.value;
  if (node.kind === "list") return node.items.map(toPlain);
  const plain = {};
  for (const { key, value } of node.entries) {
    Object.defineProperty(plain, key.text, {
      value: toPlain(value),
      enumerable: true,
      writable: true,
      configurable: true
    });
  }
  return plain;
}
function locatePath(root, path) {
  let node = root ?? void 0;
  let span = node?.span;
  for (const step of path) {
    if (node?.kind === "list" && typeof step === "number") {
      node = node.items[step];
      span = node?.span ?? span;
    } else {
      const entry = findEntry(node, String(step));
      if (!entry) return span;
      node = entry.value;
      span = entry.key.span;
    }
  }
  return span;
}
function tooDeep(limits) {
  return new import_cli.SallyportError("LIMIT_EXCEEDED", {
    message: `the YAML is nested deeper than ${limits.maxDepth} levels`,
    place: { file: limits.source }
  });
}
function invalid(limits, message, at) {
  return new import_cli.SallyportError("CONFIG_INVALID", {
    message,
    place: { file: limits.source, line: at.line, column: at.column }
  });
}
function firstLine(text) {
  return text.split("\n", 1)[0] ?? text;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  chunk_47MVJPOY,
  yaml_tree_QWZRDHBO
});
