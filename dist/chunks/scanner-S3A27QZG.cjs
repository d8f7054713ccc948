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
  scanner_S3A27QZG: () => scanner_S3A27QZG_exports
});
module.exports = stdin_exports;
var import_chunk_7A0A2440 = require("./chunk-7A0A2440.cjs").chunk_2QF5A3XH;
var import_cli = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli2 = require("../cli.cjs").chunk_HJAZFC2R;
var import_web_tree_sitter = require("../data/web-tree-sitter.js");
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var scanner_S3A27QZG_exports = {};
__export2(scanner_S3A27QZG_exports, {
  codeScanner: () => codeScanner
});
var flow_default = {
  sources: {
    objects: ["req", "ctx.request", "ctx.req", "context.request"],
    properties: [
      "query",
      "body",
      "params",
      "headers",
      "cookies",
      "url",
      "originalUrl",
      "path",
      "hostname",
      "files",
      "file",
      "rawBody",
      "signedCookies",
      "nextUrl",
      "ip"
    ],
    requestProperties: ["query", "body", "params", "cookies", "files", "rawBody", "nextUrl"],
    methods: ["get", "header", "param", "json", "text", "formData"],
    names: [
      "ctx.query",
      "ctx.params",
      "ctx.querystring",
      "ctx.url",
      "ctx.headers",
      "event.queryStringParameters",
      "event.pathParameters",
      "event.multiValueQueryStringParameters",
      "event.body",
      "location.search",
      "location.hash",
      "location.href",
      "location.pathname",
      "window.location",
      "document.location",
      "document.URL",
      "document.documentURI",
      "document.referrer",
      "window.name",
      "document.cookie"
    ]
  },
  sanitizers: [
    "parseInt",
    "parseFloat",
    "Number",
    "Boolean",
    "BigInt",
    "isNaN",
    "encodeURIComponent",
    "path:basename",
    "crypto:createHash",
    "DOMPurify.sanitize",
    "bcrypt:hash",
    "bcrypt:hashSync",
    "bcrypt:compare",
    "validator.escape",
    "Date"
  ],
  sanitizerNames: "^(?:escape|encode|sanitize|sanitise|purify|clean|validate|assert|ensure|allow|isValid|is[A-Z]|has[A-Z]|mongoSanitize|toSafe|safe[A-Z]|quote|escapeId|ObjectI[dD]|hash)",
  opaque: [
    "fetch",
    "fs:",
    "fs-extra:",
    "axios:",
    "needle:",
    "got:",
    "request:",
    "node-fetch:",
    "undici:",
    "http:",
    "https:",
    "child_process:",
    "superagent:"
  ],
  opaqueMethods: [
    "query",
    "execute",
    "find",
    "findOne",
    "findMany",
    "findAll",
    "findById",
    "findUnique",
    "findFirst",
    "aggregate",
    "countDocuments",
    "insertOne",
    "create",
    "save",
    "updateOne",
    "deleteOne"
  ],
  booleanMethods: [
    "includes",
    "startsWith",
    "endsWith",
    "test",
    "indexOf",
    "hasOwnProperty",
    "localeCompare",
    "every",
    "some"
  ],
  checks: ["includes", "has", "test", "match", "hasOwnProperty", "hasOwn", "isAbsolute"]
};
var MAX_DEPTH = 1500;
var MAX_NODES = 1e6;
var MAX_PARSE_MS = 1e4;
var runtime;
var languages = /* @__PURE__ */ new Map();
function grammarOf(path) {
  if (/\.[mc]?ts$/i.test(path)) return "typescript";
  return /\.tsx$/i.test(path) ? "tsx" : "javascript";
}
async function parseSource(text, grammar, { assets, stopwatch }) {
  const language = await loadLanguage(grammar, assets);
  const parser = new import_web_tree_sitter.Parser();
  try {
    const started = stopwatch?.elapsedMs() ?? 0;
    const progressCallback = () => stopwatch !== void 0 && stopwatch.elapsedMs() - started > MAX_PARSE_MS;
    const tree = parser.setLanguage(language).parse(text, null, { progressCallback });
    if (!tree) throw tooLarge(`not parsed within ${MAX_PARSE_MS / 1e3} s`);
    try {
      const cursor = tree.walk();
      try {
        return copyTree(cursor);
      } finally {
        cursor.delete();
      }
    } finally {
      tree.delete();
    }
  } finally {
    parser.delete();
  }
}
function childOf(node, field) {
  return node.children.find((child) => child.field === field);
}
function childOfType(node, ...types) {
  return node.children.find((child) => types.includes(child.type));
}
async function loadLanguage(grammar, assets) {
  runtime ??= assets.read("web-tree-sitter.wasm").then((wasm) => import_web_tree_sitter.Parser.init({ wasmBinary: new Uint8Array(wasm).buffer }));
  await runtime;
  let language = languages.get(grammar);
  if (!language) {
    language = assets.read(`tree-sitter-${grammar}.wasm`).then((wasm) => import_web_tree_sitter.Language.load(wasm));
    languages.set(grammar, language);
  }
  return language;
}
function copyTree(cursor) {
  const root = copyNode(cursor);
  const parents = [root];
  let nodes = 0;
  if (!cursor.gotoFirstChild()) return root;
  for (; ; ) {
    if (++nodes > MAX_NODES) throw tooLarge(`more than ${MAX_NODES} nodes`);
    const field = cursor.currentFieldName;
    if (cursor.nodeIsNamed || field !== null) {
      const node = copyNode(cursor);
      parents.at(-1).children.push(node);
      if (node.type !== "comment" && cursor.gotoFirstChild()) {
        if (parents.push(node) > MAX_DEPTH) throw tooLarge(`nested deeper than ${MAX_DEPTH}`);
        continue;
      }
    }
    while (!cursor.gotoNextSibling()) {
      cursor.gotoParent();
      parents.pop();
      if (parents.length === 0) return root;
    }
  }
}
function copyNode(cursor) {
  return {
    type: cursor.nodeType,
    field: cursor.currentFieldName,
    start: cursor.startIndex,
    end: cursor.endIndex,
    children: []
  };
}
function tooLarge(why) {
  return new import_cli.SallyportError("LIMIT_EXCEEDED", { message: `the code is ${why}, so it was not judged` });
}
function moduleValue(specifier) {
  const [name = "", ...path] = specifier.replace(/^node:/, "").split("/");
  const scoped = name.startsWith("@") || path.length === 0 ? [name, ...path].join("/") : name;
  const member = scoped === name && path.length > 0 ? path.join(".") : "";
  return { name: `${scoped}:${member}` };
}
function memberName(object, property) {
  if (object === void 0) return void 0;
  if (!object.endsWith(":")) return `${object}.${property}`;
  return property === "default" ? object : `${object}${property}`;
}
function importModule(flow, node, scope) {
  const source = childOf(node, "source") ?? deepString(node);
  if (!source) return;
  const module2 = moduleValue(flow.text.slice(source.start + 1, source.end - 1));
  const clause = childOfType(node, "import_clause", "import_require_clause");
  for (const child of clause?.children ?? []) {
    if (child.type === "identifier") scope.declare(flow.textOf(child), module2);
    if (child.type === "namespace_import") {
      for (const name of child.children) scope.declare(flow.textOf(name), module2);
    }
    if (child.type === "named_imports") importNames(flow, child, module2, scope);
  }
}
function importNames(flow, node, module2, scope) {
  for (const specifier of node.children) {
    const name = childOf(specifier, "name");
    if (!name) continue;
    const local = childOf(specifier, "alias") ?? name;
    const member = memberName(module2.name, flow.textOf(name));
    if (member !== void 0) scope.declare(flow.textOf(local), { name: member });
  }
}
function deepString(node) {
  return node.children.find(({ type }) => type === "string") ?? node.children.map(deepString).find(Boolean);
}
var UNKNOWN = {};
var MAX_TEXT = 2048;
function constant(text) {
  return text === void 0 ? { constant: true } : { constant: true, text };
}
function joinValues(values) {
  const [first] = values;
  if (values.length === 1 && first) return first;
  const taint = values.find((value) => value.taint)?.taint;
  const random = values.find((value) => value.random)?.random;
  const built = values.find((value) => value.built);
  const json = taint !== void 0 && values.every((value) => !value.taint || value.json);
  const name = values.find((value) => value.name)?.name;
  return {
    ...taint && { taint },
    ...taint && values.every((value) => !value.taint || value.string || value.built) && { string: true },
    ...json && { json: true },
    ...random && { random },
    ...values.length > 0 && values.every((value) => value.constant) && { constant: true },
    ...built && { built: true, pieces: built.pieces ?? "" },
    ...name && { name }
  };
}
function concatenate(parts) {
  const joined = joinValues(parts);
  if (parts.every((part) => part.constant)) {
    const known = parts.every((part) => part.text !== void 0);
    const length = parts.reduce((sum, part) => sum + (part.text?.length ?? 0), 0);
    return known && length <= MAX_TEXT ? constant(parts.map((part) => part.text).join("")) : constant();
  }
  const pieces = parts.map((part) => part.text ?? part.pieces ?? "").join(" ? ").slice(0, MAX_TEXT);
  return {
    ...joined.taint && { taint: joined.taint, string: true },
    ...joined.json && !pieces.includes("<") && { json: true },
    ...joined.random && { random: joined.random },
    built: true,
    pieces
  };
}
function derived(from) {
  return {
    ...from.taint && { taint: from.taint },
    ...from.taint && (from.string || from.built) && { string: true },
    ...from.random && { random: from.random }
  };
}
var { sources } = flow_default;
var objects = new Set(sources.objects);
var properties = new Set(sources.properties);
var names = new Set(sources.names);
var requestProperties = new Set(sources.requestProperties);
var TEXTS = /* @__PURE__ */ new Set(["params", "headers", "url", "path", "hostname", "originalUrl", "ip"]);
function evaluateMember(flow, node, scope) {
  const object = childOf(node, "object");
  const property = childOf(node, "property");
  if (!object || !property) return flow.joined(node, scope);
  const known = scope.find(flow.textOf(node));
  if (known) return known;
  const text = flow.textOf(node);
  const holder = flow.evaluate(object, scope);
  const value = readProperty(holder, flow.textOf(property), node, text);
  const direct = value.taint !== void 0 && holder.taint?.text === flow.textOf(object);
  return direct ? { ...value, taint: { text, start: node.start } } : value;
}
function evaluateSubscript(flow, node, scope) {
  const object = childOf(node, "object");
  const index = childOf(node, "index");
  if (!object || !index) return flow.joined(node, scope);
  const holder = flow.evaluate(object, scope);
  const key = flow.evaluate(index, scope);
  if (key.text !== void 0) return readProperty(holder, key.text, node, flow.textOf(node));
  return derived(holder);
}
function readProperty(object, property, node, text) {
  const held = object.object?.get(property);
  if (held) return held;
  const name = memberName(object.name, property);
  if (object.taint) return property === "length" ? UNKNOWN : derived(object);
  const tainted = object.name === "request" && requestProperties.has(property) || object.name !== void 0 && objects.has(object.name) && properties.has(property) || name !== void 0 && names.has(name);
  const origin = tainted ? {
    taint: { text: text ?? `${object.name}.${property}`, start: node.start },
    string: TEXTS.has(property)
  } : {};
  return { ...derived(object), ...name !== void 0 && { name }, ...origin };
}
function evaluateObject(flow, node, scope) {
  const entries = /* @__PURE__ */ new Map();
  const spread = [];
  for (const child of node.children) {
    if (child.type === "pair") addPair(flow, child, scope, entries);
    else if (child.type === "shorthand_property_identifier") {
      const key = flow.textOf(child);
      const value = flow.evaluate(child, scope);
      entries.set(key, value);
      flow.emit({ kind: "property", node: child, key, value, inside: [...flow.inside], path: [...flow.path] });
    } else spread.push(flow.evaluate(child, scope));
  }
  const all = [...entries.values(), ...spread];
  return { ...derived(joinValues(all)), object: entries };
}
function addPair(flow, node, scope, entries) {
  const keyNode = childOf(node, "key");
  const valueNode = childOf(node, "value");
  if (!keyNode || !valueNode) return;
  const raw = flow.textOf(keyNode);
  const key = keyNode.type === "string" ? raw.slice(1, -1) : raw;
  if (keyNode.type === "computed_property_name") flow.joined(keyNode, scope);
  flow.path.unshift(key);
  const value = flow.evaluate(valueNode, scope);
  flow.path.shift();
  entries.set(key, value);
  flow.emit({ kind: "property", node, key, value, inside: [...flow.inside], path: [...flow.path] });
}
function bindPattern(flow, pattern, value, scope, mode) {
  switch (pattern.type) {
    case "identifier":
    case "shorthand_property_identifier_pattern":
      if (mode === "declare") scope.declare(flow.textOf(pattern), value);
      else scope.assign(flow.textOf(pattern), value);
      return;
    case "object_pattern":
      for (const child of pattern.children) bindProperty(flow, child, value, scope, mode);
      return;
    case "array_pattern":
    case "rest_pattern":
      for (const child of pattern.children) bindPattern(flow, child, derived(value), scope, mode);
      return;
    case "assignment_pattern":
    case "object_assignment_pattern": {
      const left = childOf(pattern, "left");
      const right = childOf(pattern, "right");
      const initial = right ? flow.evaluate(right, scope) : UNKNOWN;
      if (left) bindPattern(flow, left, joinValues([value, initial]), scope, mode);
      return;
    }
    case "member_expression":
      scope.assign(flow.textOf(pattern), value);
      return;
    case "lexical_declaration":
    case "variable_declaration":
    case "variable_declarator": {
      for (const child of pattern.children) bindPattern(flow, child, value, scope, "declare");
      return;
    }
  }
}
function bindProperty(flow, child, value, scope, mode) {
  switch (child.type) {
    case "shorthand_property_identifier_pattern":
      bindPattern(flow, child, readProperty(value, flow.textOf(child), child), scope, mode);
      return;
    case "pair_pattern": {
      const key = childOf(child, "key");
      const target = childOf(child, "value");
      if (key && target) bindPattern(flow, target, readProperty(value, flow.textOf(key), key), scope, mode);
      return;
    }
    case "object_assignment_pattern": {
      const left = childOf(child, "left");
      const right = childOf(child, "right");
      if (right) flow.evaluate(right, scope);
      if (left) bindPattern(flow, left, readProperty(value, flow.textOf(left), left), scope, mode);
      return;
    }
    default:
      bindPattern(flow, child, derived(value), scope, mode);
  }
}
var RESPONSE = /^(?:_?res|resp|response|reply)$/;
var ROUTE = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/;
function bindParameters(flow, node, scope, args) {
  const single = childOf(node, "parameter");
  const list = single ? [single] : (childOf(node, "parameters")?.children ?? []).filter(({ type }) => type !== "comment");
  const patterns = list.map((parameter) => childOf(parameter, "pattern") ?? parameter);
  const own = childOf(node, "name");
  const route = own !== void 0 && ROUTE.test(flow.textOf(own));
  const handler = route || patterns.length >= 2 && RESPONSE.test(flow.textOf(patterns[1]));
  for (const [index, pattern] of patterns.entries()) {
    const name = index === 0 && handler ? "req" : index === 1 && handler && !route ? "res" : nameOf(flow, pattern);
    const unknown = name === void 0 ? UNKNOWN : { name };
    bindPattern(flow, pattern, args?.[index] ?? unknown, scope, "declare");
  }
}
function nameOf(flow, pattern) {
  return pattern.type === "identifier" ? flow.textOf(pattern) : void 0;
}
var FLOW_LIMITS = {
  maxSteps: 6e5,
  /** Calls of functions of the file, one inside the other. */
  maxInlineDepth: 3
};
var Scope = class {
  #values = /* @__PURE__ */ new Map();
  #parent;
  /** Expressions, as written, that a check has made harmless. */
  #checked = /* @__PURE__ */ new Set();
  /** True where a branch may or may not be taken, so that an assignment adds to what was known. */
  conditional = 0;
  constructor(parent) {
    this.#parent = parent;
  }
  find(name) {
    return this.#values.get(name) ?? this.#parent?.find(name);
  }
  declare(name, value) {
    this.#values.set(name, value);
  }
  assign(name, value) {
    const owner = this.#owner(name) ?? this;
    const certain = owner === this && this.conditional === 0;
    const before = owner.#values.get(name);
    owner.#values.set(name, certain || !before ? value : joinValues([value, before]));
  }
  check(expression) {
    this.#checked.add(expression);
  }
  uncheck(expression) {
    this.#checked.delete(expression);
  }
  isChecked(expression) {
    return this.#checked.has(expression) || (this.#parent?.isChecked(expression) ?? false);
  }
  #owner(name) {
    if (this.#values.has(name)) return this;
    return this.#parent ? this.#parent.#owner(name) : void 0;
  }
};
function lookUp(scope, name) {
  return scope.find(name) ?? (name === "undefined" ? UNKNOWN : { name });
}
var { sources: sources2 } = flow_default;
var sourceObjects = /* @__PURE__ */ new Set([...sources2.objects, "request"]);
var sourceMethods = new Set(sources2.methods);
var sanitizers = new Set(flow_default.sanitizers);
var sanitizerNames = new RegExp(flow_default.sanitizerNames);
var opaque = new Set(flow_default.opaque);
var opaqueMethods = new Set(flow_default.opaqueMethods);
var booleanMethods = new Set(flow_default.booleanMethods);
var wrappers = /* @__PURE__ */ new Set(["util:promisify", "promisify"]);
var FEEDING = /^(?:map|forEach|filter|flatMap|find|some|every|reduce|then|replace|each|sort)$/;
function evaluateCall(flow, node, scope) {
  const callee = evaluateCallee(flow, childOf(node, "function") ?? node.children[0], scope);
  const args = evaluateArguments(flow, node, scope, callee);
  const { name, method, receiver } = callee;
  flow.emit({ kind: "call", node, name, method, receiver, args });
  return resultOf(flow, node, callee, args);
}
function evaluateNew(flow, node, scope) {
  const callee = evaluateCallee(flow, childOf(node, "constructor") ?? node.children[0], scope);
  const args = evaluateArguments(flow, node, scope, callee);
  const { name, method, receiver } = callee;
  flow.emit({ kind: "new", node, name, method, receiver, args });
  if (sanitizers.has(name) || sanitizerNames.test(method)) return UNKNOWN;
  return { ...derived(joinValues(args)), name: `${name}()` };
}
function evaluateCallee(flow, node, scope) {
  const value = flow.evaluate(node, scope);
  const property = childOf(node, "property");
  const objectNode = childOf(node, "object");
  const object = objectNode ? calleeObject(flow, objectNode, scope) : void 0;
  const method = flow.textOf(property ?? node);
  return {
    value,
    name: value.name ?? method,
    method: property ? method : value.name?.split(/[.:]/).at(-1) ?? method,
    receiver: objectNode ? flow.textOf(objectNode) : "",
    object
  };
}
function calleeObject(flow, node, scope) {
  return node.type === "identifier" ? lookUp(scope, flow.textOf(node)) : flow.valueOf(node);
}
function evaluateArguments(flow, node, scope, callee) {
  const list = childOf(node, "arguments");
  if (!list) return [];
  flow.inside.unshift(callee.name);
  const path = flow.path.splice(0);
  const children = list.type === "arguments" ? list.children : [list];
  const args = children.filter(({ type }) => type !== "comment").map((child) => {
    if (isFunction(child)) return feedCallback(flow, child, scope, callee);
    return flow.evaluate(child, scope);
  });
  flow.path.push(...path);
  flow.inside.shift();
  return args;
}
function feedCallback(flow, node, scope, { object, method }) {
  const items = object?.taint && FEEDING.test(method) ? [derived(object), derived(object)] : void 0;
  flow.defer(node, scope, items);
  return { closure: { node, scope } };
}
function resultOf(flow, node, callee, args) {
  const { name, method, object, value } = callee;
  const [first] = args;
  if (name === "require") return first?.text === void 0 ? UNKNOWN : moduleValue(first.text);
  if (wrappers.has(name)) return first ?? UNKNOWN;
  if (name === "Math.random") return { random: { text: "Math.random()", start: node.start } };
  if (sanitizers.has(name) || sanitizerNames.test(method)) return UNKNOWN;
  if (object && sourceObjects.has(object.name ?? "") && sourceMethods.has(method)) {
    return { taint: { text: flow.textOf(node), start: node.start } };
  }
  if (booleanMethods.has(method)) return UNKNOWN;
  if (isOpaque(callee)) return { name: `${name}()` };
  if (name === "JSON.stringify") return { ...derived(first ?? UNKNOWN), string: true, json: true };
  if (name === "String") return { ...derived(first ?? UNKNOWN), string: true };
  if (method === "toString") return { ...derived(object ?? UNKNOWN), string: true };
  if (value.closure && flow.inlineDepth < FLOW_LIMITS.maxInlineDepth && args.some((arg) => arg.taint)) {
    flow.inlineDepth++;
    const returned = flow.callFunction(value.closure.node, value.closure.scope, args);
    flow.inlineDepth--;
    return returned;
  }
  if (method === "concat" || method === "join") return concatenate([object ?? UNKNOWN, ...args]);
  const passed = derived(joinValues([object ?? UNKNOWN, value.closure ? UNKNOWN : value, ...args]));
  const kept = object?.built && /^(?:trim|replace|replaceAll|toString|toLowerCase|toUpperCase|slice|substring)$/.test(method);
  return { ...passed, ...kept && { built: true, pieces: object.pieces ?? "" }, name: `${name}()` };
}
function isOpaque({ name, method, object }) {
  if (opaque.has(name) || opaque.has(name.slice(0, name.indexOf(":") + 1))) return true;
  return opaqueMethods.has(method) && object !== void 0 && !object.taint;
}
function isFunction({ type }) {
  return type === "arrow_function" || type === "function_expression";
}
var CHECKS = new Set(flow_default.checks);
function collectChecks(walk, condition, holds2 = true) {
  switch (condition.type) {
    case "parenthesized_expression":
      return condition.children.flatMap((child) => collectChecks(walk, child, holds2));
    case "unary_expression": {
      const operand = childOf(condition, "argument");
      const negated = walk.text[condition.start] === "!";
      return operand && negated ? collectChecks(walk, operand, !holds2) : [];
    }
    case "binary_expression":
      return checksOfBinary(walk, condition, holds2);
    case "call_expression":
      return checksOfCall(walk, condition, holds2);
    default:
      return [];
  }
}
function checksOfBinary(walk, node, holds2) {
  const operator = walk.textOf(childOf(node, "operator") ?? node);
  const left = childOf(node, "left");
  const right = childOf(node, "right");
  if (!left || !right) return [];
  if (operator === (holds2 ? "&&" : "||") || operator === (holds2 ? "||" : "&&")) {
    const certain = operator === "&&";
    return [...collectChecks(walk, left), ...collectChecks(walk, right)].filter(
      (check) => check.holds === certain
    );
  }
  if (!/^[!=]==?$/.test(operator)) return [];
  const equal = operator.startsWith("=");
  if (right.type === "string") return [{ expression: walk.textOf(left), holds: equal === holds2 }];
  const indexed = checksOfCall(walk, left, !equal === holds2);
  return walk.textOf(right) === "-1" ? indexed : [];
}
function checksOfCall(walk, node, holds2) {
  if (node.type !== "call_expression") return [];
  const callee = childOf(node, "function");
  const property = callee && childOf(callee, "property");
  const object = callee && childOf(callee, "object");
  const [argument] = childOf(node, "arguments")?.children ?? [];
  if (!property || !object || !argument) return [];
  const method = walk.textOf(property);
  if (method === "indexOf") return [{ expression: walk.textOf(argument), holds: holds2 }];
  if (!CHECKS.has(method)) return [];
  const pattern = method === "match" ? argument : object;
  if (method === "test" || method === "match") {
    const source = walk.textOf(pattern);
    if (pattern.type === "regex" && !/^\/\^.*\$\/\w*$/s.test(source)) return [];
    return [{ expression: walk.textOf(method === "match" ? object : argument), holds: holds2 }];
  }
  return [{ expression: walk.textOf(argument), holds: holds2 }];
}
function exits(node) {
  if (/^(?:return|throw|continue|break)_statement$/.test(node.type)) return true;
  const last = node.type === "statement_block" ? node.children.at(-1) : void 0;
  return last ? exits(last) : false;
}
var Flow = class {
  text;
  #emit;
  #deferred = [];
  #returns = [];
  #values = /* @__PURE__ */ new Map();
  /** Names of the calls around what is evaluated. */
  inside = [];
  path = [];
  inlineDepth = 0;
  #steps = 0;
  #loops = 0;
  constructor(text, emit) {
    this.text = text;
    this.#emit = emit;
  }
  /** @throws `LIMIT_EXCEEDED` */
  run(root) {
    this.statements(root.children, new Scope());
    for (let next = this.#deferred.shift(); next; next = this.#deferred.shift()) {
      this.callFunction(next.node, next.scope, next.args);
    }
  }
  emit(event) {
    this.#emit(event);
  }
  textOf(node) {
    return this.text.slice(node.start, node.end);
  }
  /** The body is walked when everything around it is known. */
  defer(node, scope, args) {
    this.#deferred.push({ node, scope, args });
  }
  /** Walks a function's body and gives what it returns. */
  callFunction(node, outer, args) {
    const scope = new Scope(outer);
    bindParameters(this, node, scope, args);
    const body = childOf(node, "body");
    if (!body) return UNKNOWN;
    this.#returns.push([]);
    const implicit = body.type === "statement_block" ? void 0 : this.evaluate(body, scope);
    if (!implicit) this.statements(body.children, scope);
    const returned = this.#returns.pop() ?? [];
    return joinValues(implicit ? [implicit] : returned);
  }
  statements(nodes, scope) {
    for (const node of nodes) if (node.type === "function_declaration") this.#declareFunction(node, scope);
    for (const node of nodes) this.statement(node, scope);
  }
  statement(node, scope) {
    this.#step();
    switch (node.type) {
      case "if_statement":
        this.#if(node, scope);
        return;
      case "for_statement":
      case "while_statement":
      case "do_statement":
        this.#loop(node, scope);
        return;
      case "for_in_statement":
        this.#forIn(node, scope);
        return;
      case "return_statement": {
        const value = this.joined(node, scope);
        this.#returns.at(-1)?.push(value);
        return;
      }
      case "import_statement":
        importModule(this, node, scope);
        return;
      case "function_declaration":
      case "generator_function_declaration":
        this.defer(node, scope);
        return;
      case "switch_case":
      case "switch_default":
      case "catch_clause":
        this.#branch(node, scope);
        return;
      default:
        if (isBlock(node)) this.statements(node.children, scope);
        else this.evaluate(node, scope);
    }
  }
  evaluate(node, scope) {
    this.#step();
    const known = this.#evaluate(node, scope);
    const value = known.taint && scope.isChecked(this.textOf(node)) ? UNKNOWN : known;
    this.#values.set(node, value);
    return value;
  }
  /** What a node was last evaluated to. */
  valueOf(node) {
    return this.#values.get(node) ?? UNKNOWN;
  }
  /** The join of everything in a node, for what has no rule of its own. */
  joined(node, scope) {
    const values = [];
    for (const child of node.children) {
      if (!isType(child)) values.push(this.evaluate(child, scope));
    }
    return values.length === 0 ? UNKNOWN : joinValues(values);
  }
  #evaluate(node, scope) {
    switch (node.type) {
      case "string":
        return constant(unquote(this.text.slice(node.start + 1, node.end - 1)));
      case "number":
      case "true":
      case "false":
      case "null":
        return constant(this.textOf(node));
      case "regex":
        this.emit({ kind: "regex", node, pattern: this.textOf(childOf(node, "pattern") ?? node) });
        return constant();
      case "template_string":
        return this.#template(node, scope);
      case "identifier":
      case "shorthand_property_identifier":
        return lookUp(scope, this.textOf(node));
      case "binary_expression":
        return this.#binary(node, scope);
      case "unary_expression":
      case "update_expression":
        this.joined(node, scope);
        return UNKNOWN;
      case "ternary_expression":
        return this.#ternary(node, scope);
      case "assignment_expression":
      case "augmented_assignment_expression":
        return this.#assignment(node, scope);
      case "variable_declarator":
        return this.#declarator(node, scope);
      case "member_expression":
        return evaluateMember(this, node, scope);
      case "subscript_expression":
        return evaluateSubscript(this, node, scope);
      case "call_expression":
        return evaluateCall(this, node, scope);
      case "new_expression":
        return evaluateNew(this, node, scope);
      case "object":
        return evaluateObject(this, node, scope);
      case "jsx_attribute":
        return this.#attribute(node, scope);
      case "sequence_expression": {
        const values = node.children.map((child) => this.evaluate(child, scope));
        return values.at(-1) ?? UNKNOWN;
      }
      default:
        return this.#wrapped(node, scope);
    }
  }
  /** Expressions around others, and what is walked later. */
  #wrapped(node, scope) {
    switch (node.type) {
      case "as_expression":
      case "satisfies_expression":
      case "non_null_expression":
      case "parenthesized_expression":
      case "await_expression": {
        const inner = node.children.find((child) => !isType(child));
        return inner ? this.evaluate(inner, scope) : UNKNOWN;
      }
      case "arrow_function":
      case "function_expression":
      case "generator_function":
      case "method_definition":
        this.defer(node, scope);
        return { closure: { node, scope } };
      case "public_field_definition":
      case "field_definition":
        return this.#field(node, scope);
      case "comment":
        return UNKNOWN;
      default:
        return this.#other(node, scope);
    }
  }
  /** Statements inside of expressions, and kinds that only hold others. */
  #other(node, scope) {
    if (isBlock(node) || /_statement$|_clause$|_body$|^switch_/.test(node.type)) {
      this.statements(node.children, scope);
      return UNKNOWN;
    }
    return this.joined(node, scope);
  }
  #declareFunction(node, scope) {
    const name = childOf(node, "name");
    if (name) scope.declare(this.textOf(name), { closure: { node, scope } });
  }
  #template(node, scope) {
    const parts = [];
    for (const child of node.children) {
      if (child.type === "template_substitution") parts.push(this.joined(child, scope));
      else if (child.type === "string_fragment") parts.push(constant(this.textOf(child)));
    }
    if (parts.length === 0) return constant(this.text.slice(node.start + 1, node.end - 1));
    return concatenate(parts);
  }
  #binary(node, scope) {
    const operator = childOf(node, "operator");
    const left = this.evaluate(childOf(node, "left") ?? node.children[0], scope);
    const right = this.evaluate(childOf(node, "right") ?? node.children.at(-1), scope);
    switch (operator && this.textOf(operator)) {
      case "+":
        return isNumber(left) || isNumber(right) ? derived(joinValues([left, right])) : concatenate([left, right]);
      case "||":
      case "??":
        return joinValues([left, right]);
      case "&&":
        return right;
      case "*":
      case "-":
      case "/":
        return left.random || right.random ? derived({ random: left.random ?? right.random }) : UNKNOWN;
      default:
        return UNKNOWN;
    }
  }
  #ternary(node, scope) {
    const condition = childOf(node, "condition");
    if (condition) this.evaluate(condition, scope);
    const checks = condition ? collectChecks(this, condition) : [];
    const taken = childOf(node, "consequence");
    const other = childOf(node, "alternative");
    const values = [];
    if (taken) values.push(this.#checked(checks, true, scope, () => this.evaluate(taken, scope)));
    if (other) values.push(this.#checked(checks, false, scope, () => this.evaluate(other, scope)));
    return joinValues(values);
  }
  #assignment(node, scope) {
    const left = childOf(node, "left");
    const right = childOf(node, "right");
    if (!left || !right) return UNKNOWN;
    const given = this.evaluate(right, scope);
    const adds = node.type === "augmented_assignment_expression";
    const value = adds ? concatenate([this.evaluate(left, scope), given]) : given;
    if (left.type === "subscript_expression") this.#indexed(left, value, scope);
    bindPattern(this, left, value, scope, "assign");
    const property = childOf(left, "property");
    const target = this.textOf(property ?? left);
    this.emit({ kind: "assign", node, target, left: this.textOf(left), value });
    return value;
  }
  #indexed(left, value, scope) {
    const object = childOf(left, "object");
    const inner = object?.type === "subscript_expression" ? childOf(object, "index") : void 0;
    const index = childOf(left, "index");
    if (inner) this.emit({ kind: "index", node: left, key: this.evaluate(inner, scope), value, nested: true });
    if (index)
      this.emit({ kind: "index", node: left, key: this.evaluate(index, scope), value, nested: false });
  }
  #declarator(node, scope) {
    const name = childOf(node, "name");
    const initial = childOf(node, "value");
    const value = initial ? this.evaluate(initial, scope) : UNKNOWN;
    if (!name) return value;
    bindPattern(this, name, value, scope, "declare");
    if (name.type === "identifier") {
      const target = this.textOf(name);
      this.emit({ kind: "assign", node, target, left: target, value });
    }
    return value;
  }
  #field(node, scope) {
    const initial = childOf(node, "value");
    const key = childOf(node, "property") ?? childOf(node, "name");
    if (!initial || !key) return UNKNOWN;
    const value = this.evaluate(initial, scope);
    this.emit({ kind: "assign", node, target: this.textOf(key), left: this.textOf(key), value });
    return value;
  }
  #attribute(node, scope) {
    const [name, content] = node.children;
    if (!name || !content) return UNKNOWN;
    const key = this.textOf(name);
    this.path.unshift(key);
    const value = this.evaluate(content, scope);
    this.path.shift();
    this.emit({ kind: "attribute", node, key, value, inside: [...this.inside], path: [...this.path] });
    return value;
  }
  #if(node, scope) {
    const condition = childOf(node, "condition");
    const taken = childOf(node, "consequence");
    const other = childOf(node, "alternative");
    if (condition) this.evaluate(condition, scope);
    const checks = condition ? collectChecks(this, condition) : [];
    if (taken) this.#checked(checks, true, scope, () => this.#branch(taken, scope));
    if (other) this.#checked(checks, false, scope, () => this.#branch(other, scope));
    if (taken && exits(taken)) {
      for (const check of checks) if (!check.holds) scope.check(check.expression);
    }
  }
  /** Walks with what a condition has checked, in the branch where it holds. */
  #checked(checks, branch, scope, walk) {
    const fresh = checks.filter(({ holds: holds2, expression }) => holds2 === branch && !scope.isChecked(expression));
    for (const { expression } of fresh) scope.check(expression);
    const result = walk();
    for (const { expression } of fresh) scope.uncheck(expression);
    return result;
  }
  #branch(node, scope) {
    scope.conditional++;
    if (isBlock(node) || /^(?:else_clause|switch_case|switch_default|catch_clause)$/.test(node.type)) {
      this.statements(node.children, scope);
    } else this.statement(node, scope);
    scope.conditional--;
  }
  #loop(node, scope) {
    scope.conditional++;
    this.#repeat(() => this.statements(node.children, scope));
    scope.conditional--;
  }
  #forIn(node, scope) {
    const left = childOf(node, "left");
    const right = childOf(node, "right");
    const body = childOf(node, "body");
    const items = right ? derived(this.evaluate(right, scope)) : UNKNOWN;
    if (left) bindPattern(this, left, items, scope, "declare");
    if (!body) return;
    scope.conditional++;
    this.#repeat(() => this.statement(body, scope));
    scope.conditional--;
  }
  /** What one round assigns, the next one sees; deep nests are walked once, or the work would double with each. */
  #repeat(walk) {
    const rounds = this.#loops < 2 ? 2 : 1;
    this.#loops++;
    for (let round = 0; round < rounds; round++) walk();
    this.#loops--;
  }
  #step() {
    if (++this.#steps <= FLOW_LIMITS.maxSteps) return;
    throw new import_cli.SallyportError("LIMIT_EXCEEDED", {
      message: `following its values takes more than ${FLOW_LIMITS.maxSteps} steps, so it was not judged`
    });
  }
};
function isBlock({ type }) {
  return type === "statement_block" || type === "program" || type === "class_body";
}
function isType({ type, field }) {
  return field === "operator" || type.startsWith("type_") || type.endsWith("_type") || type === "comment";
}
function isNumber(value) {
  return value.constant === true && value.text !== void 0 && /^-?[\d.]+$/.test(value.text);
}
function unquote(text) {
  return text.includes("\\") ? text.replaceAll(/\\(['"`\\])/g, "$1") : text;
}
function matchSink(sink, event) {
  if (sink.on !== event.kind) return void 0;
  switch (event.kind) {
    case "call":
    case "new":
      return matchCall(sink, event);
    case "assign":
      if (!matches(sink.key, event.target) || !matches(sink.receiver, event.left)) return void 0;
      return fits(sink, event.value);
    case "property":
    case "attribute":
      if (!matches(sink.key, event.key)) return void 0;
      if (sink.inside !== void 0 && !event.inside.some((name) => matches(sink.inside, name)))
        return void 0;
      if (sink.path !== void 0 && !event.path.some((key) => matches(sink.path, key))) return void 0;
      return fits(sink, event.value);
    case "index":
      if (sink.nested !== void 0 && sink.nested !== event.nested) return void 0;
      return fits(sink, event.key);
    case "regex":
      return sink.when === "any" && hasNestedRepetition(event.pattern) ? UNKNOWN : void 0;
  }
}
function matchCall(sink, event) {
  const named = sink.names?.includes(event.name) ?? false;
  const method = sink.methods?.includes(event.method) ?? false;
  if (!named && !method) return void 0;
  if (!matches(sink.receiver, event.receiver)) return void 0;
  for (const arg of argumentsOf(sink, event.args)) {
    const value = sink.property === void 0 ? arg : arg.object?.get(sink.property);
    const found = value && fits(sink, value);
    if (found) return found;
  }
  return void 0;
}
function argumentsOf({ arg }, args) {
  if (arg === void 0) return [UNKNOWN];
  if (arg === "any") return args;
  const one = args.at(arg === "last" ? -1 : arg);
  return one ? [one] : [];
}
function fits(sink, value) {
  if (!holds(sink.when, value)) return void 0;
  return sink.text === void 0 || matches(sink.text, value.text ?? value.pieces ?? "") ? value : void 0;
}
function holds(condition, value) {
  switch (condition) {
    case "tainted":
      return value.taint !== void 0;
    case "tainted-object":
      if (value.object) return [...value.object.values()].some((entry) => holds(condition, entry));
      return value.taint !== void 0 && !value.string && !value.built;
    case "tainted-markup":
      return value.taint !== void 0 && !value.json;
    case "built":
      return value.built === true;
    case "dynamic":
      return value.constant !== true && value.closure === void 0;
    case "constant":
      return value.constant === true && (value.text === void 0 || value.text !== "");
    case "random":
      return value.random !== void 0;
    case "any":
      return true;
  }
}
var compiled = /* @__PURE__ */ new Map();
function matches(pattern, text) {
  if (pattern === void 0) return true;
  const regex = compiled.get(pattern) ?? new RegExp(pattern);
  compiled.set(pattern, regex);
  return regex.test(text);
}
var MAX_PATTERN = 2e3;
function hasNestedRepetition(pattern) {
  const plain = pattern.slice(0, MAX_PATTERN).replaceAll(/\\./g, "E").replaceAll(/\[\^?\]?[^\]]*\]/g, "C");
  return /\((?:\?:|\?<\w+>)?[^()|]?(?:[*+]|\{\d+,\})\??\)(?:[*+]|\{\d+,\})/.test(plain);
}
async function judgeFile(path, text, rules, ports) {
  const root = await parseSource(text, grammarOf(path), ports);
  const hits = /* @__PURE__ */ new Map();
  const flow = new Flow(text, (event) => {
    for (const rule of rules) keepWorst(hits, judgeEvent(rule, event));
  });
  flow.run(root);
  const lines = lineStarts(text);
  return [...hits.values()].map((hit) => toFinding(hit, path, text, lines));
}
var TEST = /(?:^|\/)(?:tests?|__tests__|specs?|e2e|cypress)\/|\.(?:test|spec)\.\w+$/;
function judgeEvent(rule, event) {
  for (const sink of rule.sinks) {
    const value = matchSink(sink, event);
    if (value) return { rule, sink, value, start: event.node.start, end: event.node.end };
  }
  return void 0;
}
function keepWorst(hits, hit) {
  if (!hit) return;
  const key = `${hit.rule.id}\0${hit.start}`;
  const before = hits.get(key);
  if (!before || rank(hit) < rank(before)) hits.set(key, hit);
}
function rank({ rule, sink }) {
  return import_chunk_7A0A2440.SEVERITIES.indexOf(sink.severity ?? rule.severity);
}
function toFinding({ rule, sink, value, start, end }, path, text, lines) {
  const line = lineOf(lines, start);
  const code = shorten(text.slice(start, end));
  const source = value.taint ?? value.random;
  const from = source ? ` (from ${shorten(source.text)}, line ${lineOf(lines, source.start)})` : "";
  return {
    rule: rule.id,
    severity: sink.severity ?? rule.severity,
    confidence: TEST.test(path) ? "low" : sink.confidence ?? rule.confidence,
    title: rule.title,
    message: `\`${code}\`${from}: ${rule.message}`,
    path,
    line,
    column: start - lines[line - 1] + 1,
    endLine: lineOf(lines, Math.max(start, end - 1)),
    package: null,
    advisory: null,
    identity: [code],
    link: rule.link
  };
}
function shorten(text) {
  const flat = text.replaceAll(/\s+/g, " ");
  return flat.length > 100 ? `${flat.slice(0, 99)}\u2026` : flat;
}
function lineStarts(text) {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
function lineOf(starts, offset) {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = low + high + 1 >> 1;
    if (starts[middle] <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}
var rules_default = [
  {
    id: "code-injection",
    title: "Input run as code",
    severity: "critical",
    confidence: "high",
    message: "text that a stranger writes is run as code on this server. Parse the value instead (Number, JSON.parse), or look it up in a table of what is allowed.",
    link: "https://cwe.mitre.org/data/definitions/95.html",
    literals: ["eval", "Function", "vm", "setTimeout", "setInterval"],
    sinks: [
      {
        on: "call",
        names: [
          "eval",
          "globalThis.eval",
          "window.eval",
          "vm:runInNewContext",
          "vm:runInThisContext",
          "vm:runInContext",
          "vm:compileFunction",
          "Function"
        ],
        arg: "any",
        when: "tainted"
      },
      {
        on: "new",
        names: ["Function", "vm:Script"],
        arg: "any",
        when: "tainted"
      },
      {
        on: "call",
        names: ["setTimeout", "setInterval"],
        arg: 0,
        when: "tainted"
      },
      {
        on: "call",
        names: ["eval", "globalThis.eval", "vm:runInNewContext", "vm:runInThisContext", "Function"],
        arg: 0,
        when: "dynamic",
        severity: "medium",
        confidence: "low"
      },
      {
        on: "new",
        names: ["Function"],
        arg: "last",
        when: "dynamic",
        severity: "medium",
        confidence: "low"
      }
    ],
    examples: {
      match: [
        ['app.get("/", (req, res) => {', "  const tax = eval(req.body.tax)", "})"],
        ['app.get("/", (req, res) => {', '  new Function("return " + req.query.x)()', "})"],
        [
          'const vm = require("vm")',
          'app.get("/", (req, res) => {',
          "  vm.runInNewContext(`x = ${req.query.x}`)",
          "})"
        ],
        ["export function run(code) {", "  return eval(code)", "}"],
        {
          path: "a.ts",
          text: [
            'import vm from "node:vm"',
            "export function handle(req: Request, res: Response): void {",
            "  const { code } = req.body as { code: string }",
            "  vm.runInThisContext(code)",
            "}"
          ]
        }
      ],
      noMatch: [
        ['app.get("/", (req, res) => {', "  const tax = parseInt(req.body.tax, 10)", "})"],
        ['eval("1 + 1")', "setTimeout(() => tick(), 10)", 'new Function("return this")()'],
        ["// eval(req.body.x)"],
        ['app.get("/", (req, res) => {', "  evaluate(req.body.x)", "})"]
      ]
    }
  },
  {
    id: "command-injection",
    title: "Input in a shell command",
    severity: "critical",
    confidence: "high",
    message: "a shell reads the whole text, so that `; command` in a value is run. Use execFile or spawn with the values as separate arguments, and check what may be passed.",
    link: "https://cwe.mitre.org/data/definitions/78.html",
    literals: ["child_process", "execa", "shelljs", "zx"],
    sinks: [
      {
        on: "call",
        names: [
          "child_process:exec",
          "child_process:execSync",
          "shelljs:exec",
          "execa:execaCommand",
          "execa:command"
        ],
        arg: 0,
        when: "tainted"
      },
      {
        on: "call",
        names: [
          "child_process:spawn",
          "child_process:spawnSync",
          "child_process:execFile",
          "child_process:execFileSync",
          "child_process:fork"
        ],
        arg: 0,
        when: "tainted"
      },
      {
        on: "call",
        names: [
          "child_process:spawn",
          "child_process:spawnSync",
          "child_process:execFile",
          "child_process:execFileSync",
          "child_process:fork"
        ],
        arg: 1,
        when: "tainted",
        severity: "high",
        confidence: "medium"
      },
      {
        on: "call",
        names: ["child_process:exec", "child_process:execSync", "shelljs:exec"],
        arg: 0,
        when: "built",
        severity: "medium",
        confidence: "medium"
      }
    ],
    examples: {
      match: [
        [
          'const { exec } = require("child_process")',
          'app.get("/", (req, res) => {',
          '  exec("ping " + req.query.host)',
          "})"
        ],
        [
          'import { execSync as run } from "node:child_process"',
          'app.get("/", (req, res) => {',
          "  const { host } = req.query",
          "  run(`ping ${host}`)",
          "})"
        ],
        [
          'const cp = require("child_process")',
          'const { promisify } = require("util")',
          "const exec = promisify(cp.exec)",
          'app.get("/", (req, res) => {',
          '  const args = ["-c", req.body.cmd]',
          '  cp.spawn("sh", args)',
          "})"
        ],
        ['const { exec } = require("child_process")', "module.exports = (dir) => exec(`ls ${dir}`)"],
        [
          'const { exec } = require("child_process")',
          "function ping(host) {",
          '  exec("ping " + host)',
          "}",
          'app.get("/", (req, res) => {',
          "  ping(req.query.host)",
          "})"
        ]
      ],
      noMatch: [
        ['const { execFile } = require("child_process")', 'execFile("ls", [dir])'],
        [
          'const { exec } = require("child_process")',
          'exec("ls -l")',
          'const name = "x"',
          "exec(`ls ${name}`)"
        ],
        ['const db = require("mongodb")', "/a/.exec(req.query.x)"],
        [
          'const { exec } = require("child_process")',
          'app.get("/", (req, res) => {',
          "  const n = Number(req.query.n)",
          "  console.log(n)",
          "})"
        ]
      ]
    }
  },
  {
    id: "sql-injection",
    title: "Input in an SQL statement",
    severity: "critical",
    confidence: "high",
    message: 'the database reads the whole text, so that a quote in a value ends the value and begins a statement. Pass values as parameters: query("\u2026 where id = $1", [id]).',
    link: "https://cwe.mitre.org/data/definitions/89.html",
    literals: ["query", "execute", "raw", "exec", "$queryRawUnsafe", "prepare", "all", "run"],
    sinks: [
      {
        on: "call",
        methods: [
          "query",
          "execute",
          "raw",
          "whereRaw",
          "orderByRaw",
          "havingRaw",
          "selectRaw",
          "$queryRawUnsafe",
          "$executeRawUnsafe",
          "exec",
          "all",
          "run",
          "get",
          "each",
          "prepare"
        ],
        arg: 0,
        when: "tainted",
        text: "(?i:\\b(?:select|insert|update|delete|replace|merge|drop|alter|create|where|union|order by|call|set)\\b)"
      },
      {
        on: "call",
        methods: ["query", "execute", "raw", "$queryRawUnsafe", "$executeRawUnsafe", "whereRaw"],
        receiver: "(?i:db|pool|conn|client|knex|sequelize|sql|prisma|mysql|pg|tx|trx|database)",
        arg: 0,
        when: "tainted"
      },
      {
        on: "call",
        methods: [
          "query",
          "execute",
          "raw",
          "$queryRawUnsafe",
          "$executeRawUnsafe",
          "all",
          "run",
          "get",
          "prepare"
        ],
        arg: 0,
        when: "built",
        text: "(?i:\\b(?:select\\b.*\\bfrom|insert\\s+into|update\\b.*\\bset|delete\\s+from)\\b)",
        severity: "high",
        confidence: "medium"
      }
    ],
    examples: {
      match: [
        [
          'app.get("/", (req, res) => {',
          '  db.query("select * from users where id = " + req.params.id)',
          "})"
        ],
        [
          'app.get("/", (req, res) => {',
          "  const sql = `SELECT * FROM t WHERE n = '${req.body.n}'`",
          "  pool.query(sql, cb)",
          "})"
        ],
        [
          'app.get("/", (req, res) => {',
          '  let sql = "select * from t"',
          '  sql += " where a = " + req.query.a',
          "  connection.execute(sql)",
          "})"
        ],
        ["export const find = (db, id) => db.query(`select * from t where id = ${id}`)"]
      ],
      noMatch: [
        [
          'app.get("/", (req, res) => {',
          '  db.query("select * from users where id = $1", [req.params.id])',
          "})"
        ],
        [
          'app.get("/", (req, res) => {',
          "  const id = parseInt(req.params.id, 10)",
          '  db.query("select * from users where id = ?", id)',
          "})"
        ],
        ['db.query("select a" + ", b from t")'],
        ['const table = "users"', "db.query(`select * from ${table}`)"],
        ['app.get("/", (req, res) => {', "  cache.get(`user:${req.params.id}`)", "})"]
      ]
    }
  },
  {
    id: "nosql-injection",
    title: "Input as a database query",
    severity: "high",
    confidence: "medium",
    message: "a value from a request can be an object with operators ($gt, $ne, $where) and so ask for everything. Make it a string or number first (String(x), a schema), and never build $where.",
    link: "https://cwe.mitre.org/data/definitions/943.html",
    literals: ["find", "$where", "update", "delete", "aggregate", "count", "findOne"],
    sinks: [
      {
        on: "property",
        key: "^\\$(?:where|function|accumulator)$",
        when: "tainted",
        severity: "critical",
        confidence: "high"
      },
      {
        on: "property",
        key: "^\\$where$",
        when: "built",
        severity: "high",
        confidence: "medium"
      },
      {
        on: "call",
        methods: [
          "find",
          "findOne",
          "findOneAndUpdate",
          "findOneAndDelete",
          "findOneAndReplace",
          "updateOne",
          "updateMany",
          "deleteOne",
          "deleteMany",
          "replaceOne",
          "countDocuments",
          "aggregate",
          "remove"
        ],
        arg: 0,
        when: "tainted-object"
      }
    ],
    examples: {
      match: [
        [
          'app.get("/", (req, res) => {',
          "  users.findOne({ name: req.body.name, password: req.body.password })",
          "})"
        ],
        ['app.get("/", (req, res) => {', "  users.find(req.query)", "})"],
        ["module.exports = (col, limit) => col.find({ $where: `this.n > ${limit}` })"],
        [
          'app.get("/", (req, res) => {',
          '  return users.find({ $where: "this.n == " + req.query.n })',
          "})"
        ]
      ],
      noMatch: [
        ['app.get("/", (req, res) => {', "  users.findOne({ name: String(req.body.name) })", "})"],
        ['app.get("/", (req, res) => {', "  users.findOne({ _id: req.params.id })", "})"],
        ['app.get("/", (req, res) => {', "  users.findOne({ name: `${req.body.name}` })", "})"],
        ['app.get("/", (req, res) => {', "  users.findOne({ _id: parseInt(req.params.id) })", "})"],
        ['users.find({ $where: "this.a > this.b" })'],
        ['app.get("/", (req, res) => {', "  const found = [1].find((x) => x === 1)", "})"],
        ['app.get("/", (req, res) => {', "  items.find((item) => item.id === req.params.id)", "})"]
      ]
    }
  },
  {
    id: "path-traversal",
    title: "Input as a path",
    severity: "high",
    confidence: "high",
    message: "`../` in the value leads out of the folder that is meant, so that other files are read or written. Resolve it (path.resolve(root, name)), then refuse what does not start with the root; or take path.basename.",
    link: "https://cwe.mitre.org/data/definitions/22.html",
    literals: ["fs", "sendFile", "download", "sendfile"],
    sinks: [
      {
        on: "call",
        names: [
          "fs:readFile",
          "fs:readFileSync",
          "fs:writeFile",
          "fs:writeFileSync",
          "fs:createReadStream",
          "fs:createWriteStream",
          "fs:appendFile",
          "fs:appendFileSync",
          "fs:unlink",
          "fs:unlinkSync",
          "fs:rm",
          "fs:rmSync",
          "fs:readdir",
          "fs:readdirSync",
          "fs:open",
          "fs:openSync",
          "fs:stat",
          "fs:mkdir",
          "fs:copyFile",
          "fs:rename",
          "fs:promises.readFile",
          "fs:promises.writeFile",
          "fs:promises.unlink",
          "fs:promises.readdir",
          "fs:promises.open",
          "fs:promises.rm",
          "fs:promises.appendFile",
          "fs:promises.stat",
          "fs-extra:readFile",
          "fs-extra:readFileSync",
          "fs-extra:writeFile",
          "fs-extra:writeFileSync",
          "fs-extra:createReadStream",
          "fs-extra:createWriteStream",
          "fs-extra:appendFile",
          "fs-extra:appendFileSync",
          "fs-extra:unlink",
          "fs-extra:unlinkSync",
          "fs-extra:rm",
          "fs-extra:rmSync",
          "fs-extra:readdir",
          "fs-extra:readdirSync",
          "fs-extra:open",
          "fs-extra:openSync",
          "fs-extra:stat",
          "fs-extra:mkdir",
          "fs-extra:copyFile",
          "fs-extra:rename",
          "fs-extra:promises.readFile",
          "fs-extra:promises.writeFile",
          "fs-extra:promises.unlink",
          "fs-extra:promises.readdir",
          "fs-extra:promises.open",
          "fs-extra:promises.rm",
          "fs-extra:promises.appendFile",
          "fs-extra:promises.stat",
          "Bun.file",
          "Deno.readTextFile",
          "Deno.readFile"
        ],
        arg: 0,
        when: "tainted"
      },
      {
        on: "call",
        methods: ["sendFile", "sendfile", "download"],
        receiver: "^(?:this\\.)?(?:res|response|reply|ctx)$",
        arg: 0,
        when: "tainted",
        confidence: "medium"
      }
    ],
    examples: {
      match: [
        [
          'const fs = require("fs")',
          'app.get("/", (req, res) => {',
          '  fs.readFile("/data/" + req.params.name, cb)',
          "})"
        ],
        [
          'import { readFile } from "node:fs/promises"',
          'import path from "node:path"',
          "export async function show(req, res) {",
          '  const file = path.join("/data", req.query.name)',
          "  res.end(await readFile(file))",
          "}"
        ],
        ['app.get("/", (req, res) => {', "  res.sendFile(req.query.file)", "})"]
      ],
      noMatch: [
        [
          'const fs = require("fs")',
          'const path = require("path")',
          'app.get("/", (req, res) => {',
          '  fs.readFile(path.join("/data", path.basename(req.params.name)), cb)',
          "})"
        ],
        ['const fs = require("fs")', 'fs.readFileSync("/etc/hosts")'],
        [
          'const fs = require("fs")',
          'app.get("/", (req, res) => {',
          "  if (!/^[a-z]+$/.test(req.params.name)) return res.status(400).end()",
          '  fs.readFile("/data/" + req.params.name, cb)',
          "})"
        ],
        [
          'const fs = require("fs")',
          'app.get("/", (req, res) => {',
          "  const name = req.params.name",
          "  if (!NAMES.includes(name)) {",
          '    throw new Error("no")',
          "  }",
          '  fs.readFile("/data/" + name, cb)',
          "})"
        ]
      ]
    }
  },
  {
    id: "cross-site-scripting",
    title: "Input in a page",
    severity: "high",
    confidence: "medium",
    message: "a browser reads it as HTML, so that a script in the value runs with the reader's session. Let a template escape it, send JSON, or set textContent.",
    link: "https://cwe.mitre.org/data/definitions/79.html",
    literals: [
      "send",
      "write",
      "end",
      "innerHTML",
      "outerHTML",
      "insertAdjacentHTML",
      "dangerouslySetInnerHTML",
      "document",
      "html"
    ],
    sinks: [
      {
        on: "call",
        methods: ["send", "write", "end"],
        receiver: "^(?:res|response|reply|resp)(?:\\.|$)",
        arg: 0,
        when: "tainted-markup"
      },
      {
        on: "assign",
        key: "^(?:innerHTML|outerHTML|srcdoc)$",
        when: "tainted",
        confidence: "high"
      },
      {
        on: "call",
        methods: ["insertAdjacentHTML"],
        arg: 1,
        when: "tainted"
      },
      {
        on: "call",
        names: ["document.write", "document.writeln", "window.document.write"],
        arg: "any",
        when: "tainted"
      },
      {
        on: "call",
        methods: ["html", "append", "prepend"],
        receiver: "^(?:\\$|jQuery)\\(",
        arg: 0,
        when: "tainted"
      },
      {
        on: "property",
        key: "^__html$",
        when: "tainted",
        confidence: "high"
      },
      {
        on: "property",
        key: "^__html$",
        when: "dynamic",
        path: "^dangerouslySetInnerHTML$",
        severity: "medium",
        confidence: "low"
      }
    ],
    examples: {
      match: [
        ['app.get("/", (req, res) => {', '  res.send("<h1>" + req.query.name + "</h1>")', "})"],
        ["el.innerHTML = location.hash.slice(1)"],
        ['const q = new URLSearchParams(location.search).get("q")', "document.write(q)"],
        {
          path: "a.jsx",
          text: ["export const Page = ({ html }) => <div dangerouslySetInnerHTML={{ __html: html }} />"]
        },
        {
          path: "a.tsx",
          text: [
            "export function Page(props: { html: string }) {",
            "  return <div dangerouslySetInnerHTML={{ __html: props.html }} />",
            "}"
          ]
        },
        ['app.get("/", (req, res) => {', "  res.status(200).send(`hello ${req.params.name}`)", "})"],
        [
          'app.get("/", (req, res) => {',
          "  res.send(`<script>x = ${JSON.stringify(req.query)}</script>`)",
          "})"
        ]
      ],
      noMatch: [
        ['app.get("/", (req, res) => {', "  res.json({ name: req.query.name })", "})"],
        ['app.get("/", (req, res) => {', "  res.end(`${JSON.stringify({ url: req.url })}\\n`)", "})"],
        ['app.get("/", (req, res) => {', '  res.send("hello")', "})"],
        ["el.textContent = location.hash"],
        ['app.get("/", (req, res) => {', "  res.send(escapeHtml(req.query.name))", "})"],
        ['import DOMPurify from "dompurify"', "el.innerHTML = DOMPurify.sanitize(location.hash)"],
        {
          path: "a.jsx",
          text: ['export const Page = () => <div dangerouslySetInnerHTML={{ __html: "<b>x</b>" }} />']
        },
        ['app.get("/", (req, res) => {', "  res.send(String(Number(req.query.n)))", "})"]
      ]
    }
  },
  {
    id: "open-redirect",
    title: "Input as a redirect",
    severity: "medium",
    confidence: "high",
    message: "a link to this site then leads to any other, which helps phishing and takes tokens along. Redirect to a path of this site only, or to a target from a list.",
    link: "https://cwe.mitre.org/data/definitions/601.html",
    literals: ["redirect", "location", "Location"],
    sinks: [
      {
        on: "call",
        methods: ["redirect"],
        arg: "last",
        when: "tainted",
        text: "^(?!/[^/\\s]|https?://[^\\s?]+[/?])"
      },
      {
        on: "call",
        methods: ["setHeader", "set", "header"],
        receiver: "^(?:res|response|reply)$",
        arg: "any",
        when: "tainted",
        text: "^[Ll]ocation$"
      },
      {
        on: "assign",
        key: "^(?:location|href)$",
        receiver: "(?:^|\\.)location(?:\\.href)?$",
        when: "tainted",
        confidence: "medium"
      },
      {
        on: "call",
        names: ["location.assign", "location.replace", "window.location.assign", "window.location.replace"],
        arg: 0,
        when: "tainted",
        confidence: "medium"
      },
      {
        on: "property",
        key: "^[Ll]ocation$",
        inside: "\\.writeHead$",
        when: "tainted"
      }
    ],
    examples: {
      match: [
        ['app.get("/", (req, res) => {', "  return res.redirect(req.query.url)", "})"],
        ['app.get("/", (req, res) => {', "  res.redirect(302, req.query.next)", "})"],
        [
          'app.get("/", (req, res) => {',
          '  const next = req.query.next || "/"',
          "  res.redirect(next)",
          "})"
        ],
        ['app.get("/", (req, res) => {', "  res.writeHead(302, { Location: req.query.url })", "})"]
      ],
      noMatch: [
        ['app.get("/", (req, res) => {', '  res.redirect("/login")', "})"],
        [
          'app.get("/", (req, res) => {',
          '  const url = ALLOWED.includes(req.query.url) ? req.query.url : "/"',
          "  res.redirect(url)",
          "})"
        ],
        ['app.get("/", (req, res) => {', '  res.redirect(user.isAdmin ? "/a" : "/b")', "})"],
        ['app.get("/", (req, res) => {', '  res.redirect("/users/" + req.params.id)', "})"]
      ]
    }
  },
  {
    id: "server-side-request-forgery",
    title: "Input as the address of a request",
    severity: "high",
    confidence: "high",
    message: "this server then asks whatever address a stranger names, also in its own network and the cloud's metadata service. Choose the host from a list, and refuse private addresses after resolving.",
    link: "https://cwe.mitre.org/data/definitions/918.html",
    literals: ["fetch", "axios", "got", "needle", "request", "http", "superagent", "undici"],
    sinks: [
      {
        on: "call",
        names: [
          "fetch",
          "axios:",
          "axios",
          "got:",
          "needle:",
          "request:",
          "node-fetch:",
          "undici:fetch",
          "undici:request",
          "http:get",
          "http:request",
          "https:get",
          "https:request",
          "superagent:get",
          "superagent:post",
          "axios:get",
          "axios:post",
          "axios:put",
          "axios:patch",
          "axios:head",
          "axios:delete",
          "axios:request",
          "got:get",
          "got:post",
          "got:put",
          "got:patch",
          "got:head",
          "got:delete",
          "got:request",
          "needle:get",
          "needle:post",
          "needle:put",
          "needle:patch",
          "needle:head",
          "needle:delete",
          "needle:request",
          "request:get",
          "request:post",
          "request:put",
          "request:patch",
          "request:head",
          "request:delete",
          "request:request",
          "axios.get",
          "axios.post",
          "$.get",
          "$.ajax"
        ],
        arg: "any",
        when: "tainted",
        text: "^(?!/|https?://[^\\s?]+[/?])"
      }
    ],
    examples: {
      match: [
        [
          'const needle = require("needle")',
          'app.get("/", (req, res) => {',
          "  const url = req.query.url + req.query.symbol",
          "  return needle.get(url, cb)",
          "})"
        ],
        ['app.get("/", (req, res) => {', "  fetch(`http://${req.query.host}/x`)", "})"],
        [
          'import axios from "axios"',
          "export default async (req, res) => {",
          "  const { data } = await axios.get(req.body.url)",
          "  res.json(data)",
          "}"
        ],
        [
          'const http = require("http")',
          'app.get("/", (req, res) => {',
          "  http.get({ host: req.query.host }, cb)",
          "})"
        ]
      ],
      noMatch: [
        ['fetch("https://api.example/x")'],
        [
          'app.get("/", (req, res) => {',
          '  fetch("https://api.example/x?q=" + encodeURIComponent(req.query.q))',
          "})"
        ],
        ['app.get("/", (req, res) => {', "  fetch(TARGETS[key])", "})"],
        ['app.get("/", (req, res) => {', "  fetch(`https://api.example/users/${req.params.id}`)", "})"],
        ['app.get("/", (req, res) => {', '  fetch("/api/" + req.params.id)', "})"]
      ]
    }
  },
  {
    id: "weak-cryptography",
    title: "Broken cryptography",
    severity: "medium",
    confidence: "high",
    message: "it is broken or takes no nonce. Use SHA-256 for digests, scrypt, bcrypt or Argon2 for passwords, AES-256-GCM or ChaCha20-Poly1305 with a fresh nonce for encryption.",
    link: "https://cwe.mitre.org/data/definitions/327.html",
    literals: ["crypto", "createHash", "createCipher", "CryptoJS"],
    sinks: [
      {
        on: "call",
        names: ["crypto:createCipher", "crypto:createDecipher"],
        when: "any",
        severity: "high"
      },
      {
        on: "call",
        names: ["crypto:createCipheriv", "crypto:createDecipheriv"],
        arg: 0,
        when: "constant",
        text: "(?i:ecb|^des|rc4|rc2|^bf|blowfish)",
        severity: "high"
      },
      {
        on: "call",
        names: ["crypto:createHash"],
        arg: 0,
        when: "constant",
        text: "(?i:^(?:md4|md5|ripemd|rmd160)$)"
      },
      {
        on: "call",
        names: ["crypto:createHash"],
        arg: 0,
        when: "constant",
        text: "(?i:^sha-?1$)",
        severity: "low"
      },
      {
        on: "call",
        names: [
          "crypto-js:MD5",
          "CryptoJS.MD5",
          "crypto-js:SHA1",
          "CryptoJS.SHA1",
          "md5:",
          "md5",
          "crypto-js:DES.encrypt"
        ],
        when: "any",
        confidence: "medium"
      }
    ],
    examples: {
      match: [
        ['const crypto = require("crypto")', 'crypto.createHash("md5").update(password).digest("hex")'],
        ['import { createHash } from "node:crypto"', 'createHash("sha1")'],
        ['const crypto = require("crypto")', 'crypto.createCipher("aes-256-cbc", key)'],
        ['const crypto = require("crypto")', 'crypto.createCipheriv("aes-128-ecb", key, null)']
      ],
      noMatch: [
        ['const crypto = require("crypto")', 'crypto.createHash("sha256").update(x).digest()'],
        ['const crypto = require("crypto")', 'crypto.createCipheriv("aes-256-gcm", key, iv)']
      ]
    }
  },
  {
    id: "predictable-secret",
    title: "Secret from a predictable generator",
    severity: "high",
    confidence: "medium",
    message: "Math.random() can be computed from a few of its values, and so can this. Use crypto.randomBytes, crypto.randomUUID or crypto.getRandomValues.",
    link: "https://cwe.mitre.org/data/definitions/338.html",
    literals: ["Math.random"],
    sinks: [
      {
        on: "assign",
        key: "(?i:token|secret|passw|session_?id|nonce|otp|api_?key|salt|csrf|verification_?code|reset_?code|private_?key)",
        when: "random"
      },
      {
        on: "property",
        key: "(?i:token|secret|passw|session_?id|nonce|otp|api_?key|salt|csrf|verification_?code)",
        when: "random"
      }
    ],
    examples: {
      match: [
        ["const token = Math.random().toString(36).slice(2)"],
        ['user.resetToken = "r" + Math.random()'],
        ["send({ otp: Math.floor(Math.random() * 1e6) })"],
        ["const sessionId = `s-${Math.random()}`"]
      ],
      noMatch: [
        ["const delay = Math.random() * 1000"],
        ['const token = crypto.randomBytes(16).toString("hex")'],
        ["const stocks = Math.floor(Math.random() * 40) + 1"]
      ]
    }
  },
  {
    id: "tls-verification-disabled",
    title: "Certificates are not checked",
    severity: "high",
    confidence: "high",
    message: "whoever is between can read and change everything. Remove it; where a private authority signs, give its certificate (ca, NODE_EXTRA_CA_CERTS).",
    link: "https://cwe.mitre.org/data/definitions/295.html",
    literals: [
      "rejectUnauthorized",
      "NODE_TLS_REJECT_UNAUTHORIZED",
      "strictSSL",
      "insecureSkipVerify",
      "checkServerIdentity"
    ],
    sinks: [
      {
        on: "property",
        key: "^(?:rejectUnauthorized|strictSSL|strictSsl)$",
        when: "constant",
        text: "^(?:false|0)$"
      },
      {
        on: "property",
        key: "^insecureSkipVerify$",
        when: "constant",
        text: "^true$"
      },
      {
        on: "assign",
        key: "^(?:rejectUnauthorized|strictSSL)$",
        when: "constant",
        text: "^(?:false|0)$"
      },
      {
        on: "assign",
        key: "NODE_TLS_REJECT_UNAUTHORIZED",
        when: "constant",
        text: "^0$"
      }
    ],
    examples: {
      match: [
        ["const agent = new https.Agent({ rejectUnauthorized: false })"],
        ['process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0"'],
        ['process.env["NODE_TLS_REJECT_UNAUTHORIZED"] = 0'],
        ["request({ url, strictSSL: false })"]
      ],
      noMatch: [
        ["new https.Agent({ rejectUnauthorized: true })"],
        ["const { rejectUnauthorized = true } = options"]
      ]
    }
  },
  {
    id: "hard-coded-secret",
    title: "Signing secret in the code",
    severity: "high",
    confidence: "high",
    message: "whoever reads the code can sign what this server believes. Read it from a secret store or the environment, and change this one.",
    link: "https://cwe.mitre.org/data/definitions/798.html",
    literals: ["jsonwebtoken", "jwt", "session", "secret", "cookieParser", "createHmac", "secretOrKey"],
    sinks: [
      {
        on: "call",
        names: [
          "jsonwebtoken:sign",
          "jsonwebtoken:verify",
          "jwt.sign",
          "jwt.verify",
          "jwt-simple:encode",
          "jwt-simple:decode"
        ],
        arg: 1,
        when: "constant"
      },
      {
        on: "property",
        key: "^(?:secret|keys)$",
        inside: "^(?:express-session:|session|cookie-session:|express-jwt:|express-jwt:expressjwt|cookieSession|expressSession)$",
        when: "constant"
      },
      {
        on: "property",
        key: "^secretOrKey$",
        when: "constant"
      },
      {
        on: "call",
        names: ["cookie-parser:", "cookieParser"],
        arg: 0,
        when: "constant"
      },
      {
        on: "call",
        names: ["crypto:createHmac"],
        arg: 1,
        when: "constant",
        confidence: "medium"
      },
      {
        on: "property",
        key: "^(?:cookieSecret|jwtSecret|sessionSecret|cookie_secret|jwt_secret|session_secret)$",
        when: "constant",
        severity: "medium",
        confidence: "medium"
      },
      {
        on: "assign",
        key: "^(?:cookieSecret|jwtSecret|sessionSecret|JWT_SECRET|SESSION_SECRET|COOKIE_SECRET)$",
        when: "constant",
        severity: "medium",
        confidence: "medium"
      }
    ],
    examples: {
      match: [
        ['const jwt = require("jsonwebtoken")', 'jwt.sign({ id }, "a" + "b")'],
        ['import jwt from "jsonwebtoken"', 'const KEY = "word"', "jwt.verify(token, KEY)"],
        [
          'const session = require("express-session")',
          'app.use(session({ secret: "word", resave: false }))'
        ],
        ['module.exports = { cookieSecret: "session_cookie" }']
      ],
      noMatch: [
        ['const jwt = require("jsonwebtoken")', "jwt.sign({ id }, process.env.JWT_SECRET)"],
        ['const session = require("express-session")', "app.use(session({ secret: config.secret }))"],
        ["module.exports = { cookieSecret: process.env.COOKIE_SECRET }"]
      ]
    }
  },
  {
    id: "slow-regexp",
    title: "Regular expression that can take for ever",
    severity: "medium",
    confidence: "medium",
    message: "a value of a few dozen characters can keep the process busy for minutes. Bound the repetitions, remove the nested one, or match literally; never build a pattern from input.",
    link: "https://cwe.mitre.org/data/definitions/1333.html",
    literals: ["RegExp", "/"],
    sinks: [
      {
        on: "call",
        names: ["RegExp"],
        arg: 0,
        when: "tainted",
        confidence: "high"
      },
      {
        on: "new",
        names: ["RegExp"],
        arg: 0,
        when: "tainted",
        confidence: "high"
      },
      {
        on: "regex",
        when: "any"
      }
    ],
    examples: {
      match: [
        ['app.get("/", (req, res) => {', "  new RegExp(req.query.pattern).test(name)", "})"],
        ["const ok = /([0-9]+)+\\#/.test(value)"],
        ["const ok = /^(\\w*)*$/"],
        ['app.get("/", (req, res) => {', '  const r = RegExp("^" + req.body.q)', "})"]
      ],
      noMatch: [
        ["const ok = /^([0-9]+)#$/.test(value)"],
        ['new RegExp("^a+$")'],
        ["const ok = /^(?:ab+)+$/"],
        ['app.get("/", (req, res) => {', "  new RegExp(escapeRegExp(req.query.q))", "})"]
      ]
    }
  },
  {
    id: "prototype-pollution",
    title: "Input as a property name",
    severity: "medium",
    confidence: "medium",
    message: "the name __proto__ or constructor changes every object of the process. Use a Map or Object.create(null), or refuse those names.",
    link: "https://cwe.mitre.org/data/definitions/1321.html",
    literals: ["[", "merge", "extend", "defaultsDeep", "set"],
    sinks: [
      {
        on: "index",
        when: "tainted",
        nested: true,
        severity: "high"
      },
      {
        on: "call",
        names: [
          "lodash:merge",
          "lodash:mergeWith",
          "lodash:defaultsDeep",
          "lodash:set",
          "lodash:setWith",
          "_.merge",
          "_.defaultsDeep",
          "_.set",
          "deep-extend:",
          "merge-deep:",
          "merge:recursive",
          "extend:",
          "$.extend",
          "jquery:extend",
          "lodash.merge:",
          "deepmerge:"
        ],
        arg: "any",
        when: "tainted"
      }
    ],
    examples: {
      match: [
        ['app.get("/", (req, res) => {', "  store[req.body.group][req.body.key] = req.body.value", "})"],
        [
          'const _ = require("lodash")',
          'app.get("/", (req, res) => {',
          "  _.merge(settings, req.body)",
          "})"
        ]
      ],
      noMatch: [
        ['app.get("/", (req, res) => {', "  const value = store[req.query.key]", "})"],
        ['const _ = require("lodash")', "_.merge(a, b)"],
        ['app.get("/", (req, res) => {', "  cache.set(req.body.key, req.body.value)", "})"]
      ]
    }
  },
  {
    id: "insecure-cookie",
    title: "Cookie without its protections",
    severity: "low",
    confidence: "high",
    message: "scripts can read it (httpOnly), or it crosses the network in the open (secure). Set httpOnly, secure and sameSite.",
    link: "https://cwe.mitre.org/data/definitions/1004.html",
    literals: ["httpOnly", "secure", "sameSite"],
    sinks: [
      {
        on: "property",
        key: "^httpOnly$",
        when: "constant",
        text: "^false$",
        severity: "medium"
      },
      {
        on: "property",
        key: "^secure$",
        when: "constant",
        text: "^false$",
        inside: "cookie|session|^setCookie$"
      },
      {
        on: "property",
        key: "^secure$",
        when: "constant",
        text: "^false$",
        path: "^cookie$"
      }
    ],
    examples: {
      match: [
        ['app.get("/", (req, res) => {', '  res.cookie("sid", id, { httpOnly: false })', "})"],
        ["app.use(session({ cookie: { secure: false } }))"],
        [
          'app.get("/", (req, res) => {',
          '  res.cookie("sid", id, { secure: false, httpOnly: true })',
          "})"
        ]
      ],
      noMatch: [
        [
          'app.get("/", (req, res) => {',
          '  res.cookie("sid", id, { httpOnly: true, secure: true })',
          "})"
        ],
        ["smtp({ secure: false })"]
      ]
    }
  },
  {
    id: "permissive-cors",
    title: "Every site may read the answers",
    severity: "medium",
    confidence: "medium",
    message: "with credentials allowed for any origin, every page that a user opens can act as that user here. List the origins.",
    link: "https://cwe.mitre.org/data/definitions/942.html",
    literals: ["cors", "Access-Control-Allow-Origin"],
    sinks: [
      {
        on: "property",
        key: "^origin$",
        inside: "^(?:cors:|cors|@fastify/cors:)$",
        when: "constant",
        text: "^(?:true|\\*)$"
      },
      {
        on: "call",
        methods: ["setHeader", "header", "set", "append"],
        receiver: "^(?:res|response|reply)$",
        arg: 1,
        when: "tainted",
        text: "^$"
      }
    ],
    examples: {
      match: [
        ['const cors = require("cors")', "app.use(cors({ origin: true, credentials: true }))"],
        [
          'app.get("/", (req, res) => {',
          '  res.setHeader("Access-Control-Allow-Origin", req.headers.origin)',
          "})"
        ]
      ],
      noMatch: [
        ['const cors = require("cors")', 'app.use(cors({ origin: "https://app.example" }))'],
        ['app.get("/", (req, res) => {', '  res.setHeader("Vary", "Origin")', "})"]
      ]
    }
  },
  {
    id: "unescaped-template",
    title: "Template that does not escape",
    severity: "medium",
    confidence: "medium",
    message: "values then reach the page as HTML. Leave escaping on and mark the few safe values.",
    link: "https://cwe.mitre.org/data/definitions/79.html",
    literals: ["autoescape", "noEscape", "autoEscape"],
    sinks: [
      {
        on: "property",
        key: "^auto[eE]scape$",
        when: "constant",
        text: "^false$"
      },
      {
        on: "property",
        key: "^noEscape$",
        when: "constant",
        text: "^true$"
      }
    ],
    examples: {
      match: [
        ["swig.setDefaults({ autoescape: false })"],
        ["Handlebars.compile(text, { noEscape: true })"]
      ],
      noMatch: [
        ["swig.setDefaults({ autoescape: true })"],
        ['nunjucks.configure("views", { autoescape: true })']
      ]
    }
  },
  {
    id: "template-injection",
    title: "Input as a template",
    severity: "critical",
    confidence: "high",
    message: "a template is code: what a stranger writes in it runs on this server. Keep templates in files and pass values to them.",
    link: "https://cwe.mitre.org/data/definitions/1336.html",
    literals: ["compile", "render", "renderString", "template"],
    sinks: [
      {
        on: "call",
        names: [
          "handlebars:compile",
          "Handlebars.compile",
          "ejs:render",
          "ejs:compile",
          "pug:compile",
          "pug:render",
          "nunjucks:renderString",
          "mustache:render",
          "lodash:template",
          "_.template",
          "swig:render",
          "swig:compile",
          "dot:template",
          "hogan.js:compile"
        ],
        arg: 0,
        when: "tainted"
      }
    ],
    examples: {
      match: [
        [
          'const ejs = require("ejs")',
          'app.get("/", (req, res) => {',
          "  res.end(ejs.render(req.body.template, {}))",
          "})"
        ],
        [
          'import Handlebars from "handlebars"',
          'app.get("/", (req, res) => {',
          '  const t = Handlebars.compile("hi " + req.query.name)',
          "})"
        ]
      ],
      noMatch: [
        [
          'const ejs = require("ejs")',
          'app.get("/", (req, res) => {',
          '  res.end(ejs.render("<%= name %>", { name: req.query.name }))',
          "})"
        ],
        ['app.get("/", (req, res) => {', '  res.render("page", { name: req.query.name })', "})"]
      ]
    }
  },
  {
    id: "unsafe-deserialization",
    title: "Input made into objects with code",
    severity: "critical",
    confidence: "high",
    message: "this format can carry functions that run when it is read. Use JSON.parse and check the shape.",
    link: "https://cwe.mitre.org/data/definitions/502.html",
    literals: ["serialize", "deserialize", "yaml", "funcster"],
    sinks: [
      {
        on: "call",
        names: [
          "node-serialize:unserialize",
          "serialize-to-js:deserialize",
          "funcster:deepDeserialize",
          "v8:deserialize",
          "js-yaml:unsafeLoad",
          "cryo:parse"
        ],
        arg: 0,
        when: "tainted"
      }
    ],
    examples: {
      match: [
        [
          'const serialize = require("node-serialize")',
          'app.get("/", (req, res) => {',
          "  serialize.unserialize(req.cookies.profile)",
          "})"
        ],
        [
          'const s = require("node-serialize")',
          'app.get("/", (req, res) => {',
          '  const raw = Buffer.from(req.cookies.p, "base64").toString()',
          "  s.unserialize(raw)",
          "})"
        ]
      ],
      noMatch: [
        ['app.get("/", (req, res) => {', "  JSON.parse(req.body)", "})"],
        [
          'const yaml = require("js-yaml")',
          'app.get("/", (req, res) => {',
          "  yaml.load(req.body.text)",
          "})"
        ]
      ]
    }
  },
  {
    id: "module-from-input",
    title: "Input as a module",
    severity: "high",
    confidence: "high",
    message: "any file or package that is installed can then be run. Choose the module from a table.",
    link: "https://cwe.mitre.org/data/definitions/829.html",
    literals: ["require", "import"],
    sinks: [
      {
        on: "call",
        names: ["require", "import"],
        arg: 0,
        when: "tainted"
      }
    ],
    examples: {
      match: [
        [
          'app.get("/", (req, res) => {',
          '  const plugin = require("./plugins/" + req.query.plugin)',
          "})"
        ],
        ['app.get("/", (req, res) => {', "  const plugin = await import(req.query.plugin)", "})"]
      ],
      noMatch: [
        ['const fs = require("fs")'],
        ['app.get("/", (req, res) => {', "  const plugin = PLUGINS[req.query.plugin]", "})"]
      ]
    }
  }
];
var CODE_RULES = rules_default;
var CODE = /\.(?:[mc]?js|jsx|[mc]?ts|tsx)$/i;
var FOREIGN = /(?:^|\/)(?:node_modules|bower_components|vendor|dist)\/|[.-]min\.[mc]?js$|\.d\.[mc]?ts$/i;
var MAX_FILE_BYTES = 1024 * 1024;
var codeScanner = {
  id: "code",
  title: "Code (JavaScript, TypeScript)",
  needs: ["assets", "stopwatch"],
  perFile: true,
  wants: (path) => CODE.test(path) && !FOREIGN.test(path),
  scan: scanCode
};
async function scanCode(input) {
  const { assets, stopwatch } = input.ports;
  if (!assets) return { findings: [], fileErrors: [], incomplete: "the grammars could not be read" };
  const findings = [];
  const fileErrors = [];
  for (const file of input.files) {
    input.signal.throwIfAborted();
    try {
      for (const finding of await scanFile(file, { assets, stopwatch })) findings.push(finding);
    } catch (thrown) {
      if (!(thrown instanceof import_cli.SallyportError)) throw thrown;
      fileErrors.push({ path: file.path, code: thrown.code, message: (0, import_cli.messageOf)(thrown) });
    }
  }
  return { findings, fileErrors };
}
async function scanFile(file, ports) {
  if (file.size > MAX_FILE_BYTES) {
    throw new import_cli.SallyportError("LIMIT_EXCEEDED", {
      message: `the file has ${file.size} bytes, more than the ${MAX_FILE_BYTES} of code that are judged`
    });
  }
  const text = new TextDecoder().decode(await file.read());
  const rules = CODE_RULES.filter(({ literals }) => literals.some((literal) => text.includes(literal)));
  return rules.length === 0 ? [] : judgeFile(file.path, text, rules, ports);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  scanner_S3A27QZG
});
