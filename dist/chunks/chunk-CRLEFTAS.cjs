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
  parseStrictJson: () => parseStrictJson
});
module.exports = stdin_exports;
var import_chunk_4NFOMFHU = require("./chunk-4NFOMFHU.cjs");
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
function parseStrictJson(input, limits) {
  const size = typeof input === "string" ? Buffer.byteLength(input) : input.length;
  if (size > limits.maxBytes) {
    throw new import_chunk_TO5RH7DJ.SallyportError("LIMIT_EXCEEDED", {
      message: `${limits.source} has ${size} bytes, more than the ${limits.maxBytes} that are read`
    });
  }
  return new Parser(typeof input === "string" ? input : (0, import_chunk_4NFOMFHU.decodeUtf8)(input), limits).document();
}
var Parser = class {
  #text;
  #source;
  #maxDepth;
  #at = 0;
  constructor(text, limits) {
    this.#text = text;
    this.#source = limits.source;
    this.#maxDepth = limits.maxDepth ?? 64;
  }
  document() {
    const value = this.#value(0);
    this.#space();
    if (this.#at < this.#text.length) this.#fail("something follows the document");
    return value;
  }
  #value(depth) {
    if (depth > this.#maxDepth) this.#fail(`nested deeper than ${this.#maxDepth}`);
    this.#space();
    switch (this.#text[this.#at]) {
      case "{":
        return this.#object(depth);
      case "[":
        return this.#array(depth);
      case '"':
        return this.#string();
      case "t":
        return this.#word("true", true);
      case "f":
        return this.#word("false", false);
      case "n":
        return this.#word("null", null);
      default:
        return this.#number();
    }
  }
  #object(depth) {
    const object = /* @__PURE__ */ Object.create(null);
    this.#at++;
    this.#space();
    if (this.#accept("}")) return object;
    do {
      this.#space();
      if (this.#text[this.#at] !== '"') this.#fail("expected a key in quotes");
      const keyAt = this.#at;
      const key = this.#string();
      if (key in object) this.#fail(`the key ${JSON.stringify(key)} stands twice`, keyAt);
      this.#space();
      if (!this.#accept(":")) this.#fail('expected ":"');
      object[key] = this.#value(depth + 1);
      this.#space();
    } while (this.#accept(","));
    if (!this.#accept("}")) this.#fail('expected "," or "}"');
    return object;
  }
  #array(depth) {
    const array = [];
    this.#at++;
    this.#space();
    if (this.#accept("]")) return array;
    do {
      array.push(this.#value(depth + 1));
      this.#space();
    } while (this.#accept(","));
    if (!this.#accept("]")) this.#fail('expected "," or "]"');
    return array;
  }
  #string() {
    const start = this.#at;
    let end = start + 1;
    for (; ; ) {
      const code = this.#text.charCodeAt(end);
      if (Number.isNaN(code)) this.#fail("a string has no end", start);
      if (code === 34) break;
      if (code < 32) this.#fail("a control character stands in a string", end);
      end += code === 92 ? 2 : 1;
    }
    this.#at = end + 1;
    const literal = this.#text.slice(start, end + 1);
    let value;
    try {
      value = JSON.parse(literal);
    } catch {
      this.#fail("a string has an escape that JSON does not know", start);
    }
    if (!value.isWellFormed()) this.#fail("a string holds a lone surrogate", start);
    return value;
  }
  #number() {
    const pattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
    pattern.lastIndex = this.#at;
    const literal = pattern.exec(this.#text)?.[0];
    if (literal === void 0) this.#fail("expected a value");
    const value = Number(literal);
    if (!Number.isFinite(value) || Number.isInteger(value) && !Number.isSafeInteger(value)) {
      this.#fail(`the number ${literal.slice(0, 40)} is not held exactly`);
    }
    this.#at += literal.length;
    return value;
  }
  #word(word, value) {
    if (!this.#text.startsWith(word, this.#at)) this.#fail("expected a value");
    this.#at += word.length;
    return value;
  }
  #space() {
    while (" \n\r	".includes(this.#text[this.#at] ?? "x")) this.#at++;
  }
  #accept(character) {
    if (this.#text[this.#at] !== character) return false;
    this.#at++;
    return true;
  }
  #fail(why, at = this.#at) {
    const before = this.#text.slice(0, at);
    const line = before.split("\n").length;
    const column = at - before.lastIndexOf("\n");
    throw new import_chunk_TO5RH7DJ.SallyportError("JSON_INVALID", {
      message: `${why} at line ${line}, column ${column}`,
      place: { file: this.#source, line, column }
    });
  }
};
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  parseStrictJson
});
