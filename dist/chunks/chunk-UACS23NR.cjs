"use strict";
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
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
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var stdin_exports = {};
__export(stdin_exports, {
  eachLine: () => eachLine,
  readYaml: () => readYaml,
  readYamlDocuments: () => readYamlDocuments
});
module.exports = stdin_exports;
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
var import_chunk_EPBJXQD3 = require("./chunk-EPBJXQD3.cjs");
var YamlDepthError = class extends Error {
  constructor() {
    super(`nested deeper than ${import_chunk_EPBJXQD3.MAX_DOCUMENT_DEPTH}`);
  }
};
function readFlow(text, line) {
  const reading = new FlowReading(text, line);
  const value = reading.value(0);
  return value !== void 0 && reading.isAtEnd() ? value : void 0;
}
function readQuoted(text, at) {
  return text[at] === "'" ? readSingle(text, at) : readDouble(text, at);
}
function readSingle(text, at) {
  const pattern = /'((?:[^']|'')*)'(?!')/y;
  pattern.lastIndex = at;
  const found = pattern.exec(text)?.[1];
  return found === void 0 ? void 0 : { text: found.replaceAll("''", "'"), end: pattern.lastIndex };
}
function readDouble(text, at) {
  const pattern = /"(?:[^"\\]|\\.)*"/y;
  pattern.lastIndex = at;
  const found = pattern.exec(text)?.[0];
  if (found === void 0) return void 0;
  if (!found.includes("\\")) return { text: found.slice(1, -1), end: pattern.lastIndex };
  try {
    return { text: JSON.parse(found), end: pattern.lastIndex };
  } catch {
    return void 0;
  }
}
var FlowReading = class {
  #text;
  #line;
  #at = 0;
  constructor(text, line) {
    this.#text = text;
    this.#line = line;
  }
  isAtEnd() {
    return /^\s*(?:#.*)?$/.test(this.#text.slice(this.#at));
  }
  value(depth) {
    this.#space();
    const first = this.#text[this.#at];
    if (first === "{" || first === "[") {
      if (depth > import_chunk_EPBJXQD3.MAX_DOCUMENT_DEPTH) throw new YamlDepthError();
      return first === "{" ? this.#map(depth + 1) : this.#list(depth + 1);
    }
    return this.#scalar(/[^,\]}[{]+/y);
  }
  #map(depth) {
    const map = /* @__PURE__ */ new Map();
    this.#at++;
    while (!this.#takes("}")) {
      const key = this.#scalar(/[^,\]}[{:]+(?::[^\s,\]}[{:]+)*/y);
      if (typeof key !== "string" || !this.#takes(":")) return void 0;
      const value = this.value(depth);
      if (value === void 0 || map.has(key)) return void 0;
      map.set(key, this.#node(value));
      if (this.#takes(",")) continue;
      return this.#takes("}") ? map : void 0;
    }
    return map;
  }
  #list(depth) {
    const list = [];
    this.#at++;
    while (!this.#takes("]")) {
      const value = this.value(depth);
      if (value === void 0) return void 0;
      list.push(this.#node(value));
      if (this.#takes(",")) continue;
      return this.#takes("]") ? list : void 0;
    }
    return list;
  }
  #scalar(plain) {
    this.#space();
    const first = this.#text.charAt(this.#at);
    if (first === '"' || first === "'") {
      const quoted = readQuoted(this.#text, this.#at);
      if (quoted) this.#at = quoted.end;
      return quoted?.text;
    }
    plain.lastIndex = this.#at;
    const found = plain.exec(this.#text)?.[0].trim();
    if (found === void 0 || /^[&*!|>%@`?#-](?:\s|$)|^[&*!|>%@`]|\s#|:\s/.test(found)) return void 0;
    this.#at = plain.lastIndex;
    return found === "null" || found === "~" ? null : found;
  }
  #takes(character) {
    this.#space();
    if (this.#text[this.#at] !== character) return false;
    this.#at++;
    return true;
  }
  #space() {
    while (this.#text[this.#at] === " ") this.#at++;
  }
  #node(value) {
    return { line: this.#line, endLine: this.#line, value };
  }
};
var YamlSubsetError = class extends Error {
};
var YamlSyntaxError = class extends Error {
};
var OUTSIDE = /^[&*!@`%|>?\]},#]|^[?:-](?:\s|$)/;
var YamlLines = class {
  #text;
  /** Where the current line begins, and where it ends. */
  #start = 0;
  #end = 0;
  /** Of the first character that is not a space; -1 at the end of the document. */
  #indent = -1;
  #line = 0;
  #lastLine = 0;
  #depth = 0;
  #root;
  #problems = [];
  constructor(text) {
    this.#text = text;
    this.#end = -1;
    this.#next();
  }
  isAtEnd() {
    return this.#indent === -1 && this.#end >= this.#text.length;
  }
  document() {
    this.#problems = [];
    this.#root = void 0;
    if (this.#isMarker("---")) {
      if (this.#rest(this.#start + 3) !== "") throw new YamlSubsetError('content behind "---"');
      this.#next();
    }
    if (this.#indent !== -1 && !this.#isMarker("---")) {
      this.#root = { line: this.#line, endLine: 0, value: null };
      this.#block(this.#root, this.#indent);
      if (this.#indent !== -1 && !this.#isMarker("---") && !this.#isMarker("...")) {
        this.#refuseIndent("less than what is");
      }
    }
    if (this.#isMarker("...")) this.#next();
    return this.part();
  }
  /** Of the line that is being read. */
  get line() {
    return this.#line;
  }
  /** What was read of the document before it broke off. */
  part() {
    return { root: this.#root, problems: this.#problems };
  }
  #block(node, indent) {
    if (++this.#depth > import_chunk_EPBJXQD3.MAX_DOCUMENT_DEPTH) throw new YamlDepthError();
    if (this.#isDash()) this.#list(node, indent);
    else this.#map(node, indent);
    this.#depth--;
  }
  #map(node, indent) {
    const map = /* @__PURE__ */ new Map();
    node.value = map;
    while (this.#indent === indent && !this.#isDash() && !this.#isAtMarker(indent)) {
      const { key, behind } = this.#key(map.size > 0);
      const member = { line: this.#line, endLine: 0, value: null };
      if (map.has(key)) this.#tell(`the key ${JSON.stringify(key.slice(0, 200))} stands twice`);
      map.set(key, member);
      this.#value(member, behind, indent);
      member.endLine = this.#lastLine;
    }
    if (this.#indent > indent) this.#refuseIndent("more than the map");
    node.endLine = this.#lastLine;
  }
  #list(node, indent) {
    const list = [];
    node.value = list;
    while (this.#indent === indent && this.#isDash()) {
      const element = { line: this.#line, endLine: 0, value: null };
      list.push(element);
      this.#element(element, indent);
      element.endLine = this.#lastLine;
    }
    if (this.#indent > indent) this.#refuseIndent("more than the list");
    node.endLine = this.#lastLine;
  }
  /** `- key: value` is a map whose keys stand where the first one does. */
  #element(element, indent) {
    let at = this.#start + indent + 1;
    while (this.#text[at] === " ") at++;
    const inner = at - this.#start;
    const isMap = this.#keyEnd(at) !== -1 && !/^["'[{]/.test(this.#text.charAt(at));
    const isNested = this.#text[at] === "-" && (this.#text[at + 1] === " " || at + 1 === this.#end);
    if (isNested) throw new YamlSubsetError("a list in a list");
    if (isMap && at < this.#end) {
      this.#indent = inner;
      this.#block(element, inner);
    } else this.#value(element, at, indent);
  }
  #value(node, behind, indent) {
    const text = this.#rest(behind);
    const line = this.#line;
    if (text === "") {
      this.#next();
      const isNested = this.#indent > indent || this.#indent === indent && this.#isDash();
      if (isNested) this.#block(node, this.#indent);
      else this.#lastLine = line;
      return;
    }
    if (/^[|>][0-9+-]{0,2}$/.test(text)) {
      node.value = this.#blockScalar(indent);
      return;
    }
    node.value = this.#scalar(text, node);
    this.#lastLine = line;
    this.#next();
    if (this.#indent > indent) this.#refuseContinuation();
  }
  /** The full parser takes a key without a name wherever it stands. */
  #refuseIndent(than) {
    const isNameless = this.#text[this.#start + this.#indent] === ":";
    throw new (isNameless ? YamlSubsetError : YamlSyntaxError)(`it is indented ${than} above it`);
  }
  /** Values of several lines are YAML; that one of those lines is a key as well is not. */
  #refuseContinuation() {
    if (this.#keyEnd(this.#start + this.#indent) !== -1 && this.#isPlainStart()) {
      throw new YamlSyntaxError("a map below a value");
    }
    throw new YamlSubsetError("a value of several lines");
  }
  #scalar(text, node) {
    const first = text[0];
    if (first === "{" || first === "[") {
      const value = readFlow(text, node.line);
      if (value === void 0) throw new YamlSubsetError("a flow value");
      return value;
    }
    if (first === '"' || first === "'") {
      const quoted = readQuoted(text, 0);
      const behind = quoted && text.slice(quoted.end);
      if (behind !== void 0 && /^ *[^\s#:]/.test(behind))
        throw new YamlSyntaxError("text behind a quoted value");
      if (behind === void 0 || !/^\s*(?:#.*)?$/.test(behind)) throw new YamlSubsetError("a quoted value");
      return quoted.text;
    }
    if (OUTSIDE.test(text)) throw new YamlSubsetError("a value that is not plain");
    const comment = text.search(/\s#/);
    const plain = comment === -1 ? text : text.slice(0, comment).trimEnd();
    if (/:(?:\s|$)/.test(plain)) {
      const isSure = comment === -1 && this.#hasPlainSpaces();
      throw new (isSure ? YamlSyntaxError : YamlSubsetError)("a map in a value on its line");
    }
    return plain === "null" || plain === "~" ? null : plain;
  }
  /** The lines that stand deeper than the key, joined as they are; nobody asks for more. */
  #blockScalar(indent) {
    const lines = [];
    let last = this.#line;
    while (this.#advance()) {
      const text = this.#text.slice(this.#start, this.#end).trimEnd();
      const own = text.length - text.trimStart().length;
      if (text !== "" && own <= indent) break;
      lines.push(text.trimStart());
      if (text !== "") last = this.#line;
    }
    this.#settle();
    this.#lastLine = last;
    return lines.join("\n").trim();
  }
  /** @param isNext whether a key of the same map stands above it, so that it must be one too */
  #key(isNext) {
    const from = this.#start + this.#indent;
    const first = this.#text[from];
    if (first === '"' || first === "'") {
      const line = this.#text.slice(from, this.#end);
      if (isNext && !/^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'(?!'))\s*:/.test(line)) {
        throw new YamlSyntaxError("a quoted key without an end or without a colon");
      }
      const quoted = readQuoted(line, 0);
      if (!quoted || line[quoted.end] !== ":") throw new YamlSubsetError("a quoted key");
      return { key: quoted.text, behind: from + quoted.end + 1 };
    }
    const end = this.#keyEnd(from);
    const key = end === -1 ? "" : this.#text.slice(from, end).trimEnd();
    if (isNext && end === -1 && this.#isPlainStart())
      throw new YamlSyntaxError("a line of a map without a key");
    if (key === "" || OUTSIDE.test(key) || /^[[{"']|\s#/.test(key)) throw new YamlSubsetError("no key");
    return { key, behind: end + 1 };
  }
  /** Whether the line begins as plain text does, so that nothing but plain text can stand there. */
  #isPlainStart() {
    const text = this.#rest(this.#start + this.#indent);
    return this.#hasPlainSpaces() && text !== "" && !OUTSIDE.test(text) && !/^[[{"']/.test(text);
  }
  /** Whether its only white space are spaces: other characters separate for some readers and not for others. */
  #hasPlainSpaces() {
    return !/[^\S ]/.test(this.#text.slice(this.#start, this.#end).replace(/\r$/, ""));
  }
  /** The first `:` that ends a plain key, before the line's end; -1 where there is none. */
  #keyEnd(from) {
    for (let at = this.#text.indexOf(":", from); at !== -1 && at < this.#end; ) {
      const next = this.#text[at + 1];
      if (at + 1 >= this.#end || next === " " || next === "\r") return at;
      at = this.#text.indexOf(":", at + 1);
    }
    return -1;
  }
  #rest(from) {
    const text = this.#text.slice(from, this.#end).trim();
    return text.startsWith("#") ? "" : text;
  }
  #isDash() {
    const at = this.#start + this.#indent;
    if (this.#text[at] !== "-") return false;
    const next = this.#text[at + 1];
    return next === " " || next === "\r" || at + 1 >= this.#end;
  }
  #isAtMarker(indent) {
    return indent === 0 && (this.#isMarker("---") || this.#isMarker("..."));
  }
  #isMarker(marker) {
    return this.#indent === 0 && this.#text.startsWith(marker, this.#start) && /^\s?$/.test(this.#text.charAt(this.#start + 3));
  }
  /** To the next line that says something. */
  #next() {
    if (this.#advance()) this.#settle();
    else this.#indent = -1;
  }
  /** From the current line on to one that is neither blank nor a comment. */
  #settle() {
    while (this.#start <= this.#text.length && this.#start !== this.#end + 1) {
      let at = this.#start;
      while (this.#text[at] === " ") at++;
      const first = this.#text.charAt(at);
      const isBlank = at >= this.#end || first === "#" || first === "\r" && at + 1 >= this.#end;
      if (!isBlank) {
        if (first === "	") throw new YamlSubsetError("a tab");
        this.#indent = at - this.#start;
        return;
      }
      if (!this.#advance()) break;
    }
    this.#indent = -1;
  }
  #advance() {
    if (this.#end >= this.#text.length) {
      this.#start = this.#end + 1;
      return false;
    }
    this.#start = this.#end + 1;
    const end = this.#text.indexOf("\n", this.#start);
    this.#end = end === -1 ? this.#text.length : end;
    this.#line++;
    return true;
  }
  #tell(message) {
    if (this.#problems.length >= import_chunk_EPBJXQD3.MAX_PROBLEMS) return;
    this.#problems.push({ line: this.#line, code: "LOCKFILE_INVALID", message });
  }
};
var FULL_PARSER_LIMITS = {
  maxLength: 4 * 1024 * 1024,
  maxNodes: 4e5,
  maxDepth: import_chunk_EPBJXQD3.MAX_DOCUMENT_DEPTH
};
var MAX_MARKS = 1e5;
var MARKS = new Uint8Array(128);
for (const mark of `
:,-?[]{}&*!|>#%"'`) MARKS[mark.charCodeAt(0)] = 1;
function countMarks(text) {
  let marks = 0;
  for (let at = 0; at < text.length; at++) marks += MARKS[text.charCodeAt(at)] ?? 0;
  return marks;
}
async function readYamlDocuments(text) {
  const documents = [];
  let reading;
  try {
    reading = new YamlLines(text);
    while (!reading.isAtEnd()) documents.push(reading.document());
    return documents;
  } catch (error) {
    if (error instanceof YamlDepthError || error instanceof YamlSyntaxError) {
      return [...documents, brokenOff(reading, error)];
    }
    if (!(error instanceof YamlSubsetError)) throw error;
    const part = reading?.part() ?? { root: void 0, problems: [] };
    const rest = await readFully(text);
    if (rest.root) return [rest];
    const problems = rest.problems.length > 0 ? rest.problems : part.problems;
    return [...documents, { root: part.root, problems }];
  }
}
function brokenOff(reading, { message }) {
  const line = reading?.line ?? 1;
  return { root: reading?.part().root, problems: [{ line, code: "LOCKFILE_INVALID", message }] };
}
async function readYaml(text) {
  return (await readYamlDocuments(text))[0] ?? { root: void 0, problems: [] };
}
async function readFully(text) {
  const marks = countMarks(text);
  if (marks > MAX_MARKS) {
    const message = `it is not written as tools write it, and ${marks} marks of syntax are more than the ${MAX_MARKS} that are read then`;
    return { root: void 0, problems: [{ code: "LIMIT_EXCEEDED", message }] };
  }
  const { parseYamlTree } = await Promise.resolve().then(() => require("./yaml-tree-QWZRDHBO.cjs"));
  try {
    const { root } = parseYamlTree(text, { source: "", ...FULL_PARSER_LIMITS });
    return { root: root ? toNode(root, root.span.line) : void 0, problems: [] };
  } catch (error) {
    if (!(error instanceof import_chunk_TO5RH7DJ.SallyportError)) throw error;
    const line = error.place?.line;
    const code = error.code === "LIMIT_EXCEEDED" ? "LIMIT_EXCEEDED" : "LOCKFILE_INVALID";
    return {
      root: void 0,
      problems: [{ code, message: error.message, ...line === void 0 ? {} : { line } }]
    };
  }
}
function toNode(node, line) {
  const { endLine } = node.span;
  if (node.kind === "scalar") return { line, endLine, value: node.value === null ? null : node.text };
  if (node.kind === "list") {
    return { line, endLine, value: node.items.map((item) => toNode(item, item.span.line)) };
  }
  const map = /* @__PURE__ */ new Map();
  for (const { key, value } of node.entries) map.set(key.text, toNode(value, key.span.line));
  return { line, endLine, value: map };
}
function* eachLine(text) {
  let start = 0;
  for (let number = 1; start <= text.length; number++) {
    const found = text.indexOf("\n", start);
    const end = found === -1 ? text.length : found;
    const hasReturn = end > start && text.charCodeAt(end - 1) === 13;
    yield { text: text.slice(start, hasReturn ? end - 1 : end), number };
    start = end + 1;
  }
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  eachLine,
  readYaml,
  readYamlDocuments
});
