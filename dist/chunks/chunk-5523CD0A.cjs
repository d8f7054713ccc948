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
  chunk_CP7VLAJU: () => chunk_CP7VLAJU_exports,
  chunk_ZF4RRLRT: () => chunk_ZF4RRLRT_exports
});
module.exports = stdin_exports;
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var chunk_CP7VLAJU_exports = {};
__export2(chunk_CP7VLAJU_exports, {
  compileGlob: () => compileGlob,
  matchesGlob: () => matchesGlob
});
var NOTHING = { kind: "class", negated: false, accepts: () => false };
function compileGlob(pattern) {
  const segments = [];
  const parts = pattern.split("/");
  for (const [index, part] of parts.entries()) {
    const segment = part === "**" ? part : compileSegment(part, index < parts.length - 1);
    if (segment === "**" && segments.at(-1) === "**") continue;
    segments.push(segment);
  }
  return { segments };
}
function matchesGlob(glob, path, meter = { steps: 0 }) {
  const { segments } = glob;
  const [first, second] = segments;
  if (segments.length === 2 && first === "**" && second !== "**") {
    meter.steps += 2;
    return matchesSegment(second, path.slice(path.lastIndexOf("/") + 1), meter);
  }
  const parts = path.split("/");
  meter.steps += segments.length * parts.length;
  if (parts.length !== segments.length && !segments.includes("**")) return false;
  let reachable = new Array(parts.length + 1).fill(false);
  reachable[0] = true;
  for (let index = 0; index < segments.length; index++) {
    const segment = segments[index];
    const next = new Array(parts.length + 1).fill(false);
    if (segment === "**") spanAny(reachable, next, index === segments.length - 1 && index > 0);
    else {
      for (let i = 0; i < parts.length; i++) {
        if (reachable[i] && matchesSegment(segment, parts[i], meter)) next[i + 1] = true;
      }
    }
    reachable = next;
  }
  return reachable[parts.length] === true;
}
function spanAny(reachable, next, atLeastOne) {
  let open = false;
  for (let i = 0; i < next.length; i++) {
    if (atLeastOne) {
      next[i] = open;
      open ||= reachable[i] === true;
    } else {
      open ||= reachable[i] === true;
      next[i] = open;
    }
  }
}
function matchesSegment(items, text, meter) {
  let item = 0;
  let at = 0;
  let star = -1;
  let resume = 0;
  while (at < text.length) {
    meter.steps++;
    const current = items[item];
    if (current?.kind === "star") {
      star = item++;
      resume = at;
    } else if (current !== void 0 && accepts(current, text.charCodeAt(at))) {
      item++;
      at++;
    } else if (star >= 0) {
      item = star + 1;
      at = ++resume;
    } else return false;
  }
  while (items[item]?.kind === "star") item++;
  return item === items.length;
}
function accepts(item, code) {
  if (item.kind === "any") return true;
  if (item.kind === "literal") return item.code === code;
  return item.kind === "class" && item.accepts(code) !== item.negated;
}
function compileSegment(text, isFollowed) {
  const items = [];
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === "*") {
      if (items.at(-1)?.kind !== "star") items.push({ kind: "star" });
    } else if (char === "?") items.push({ kind: "any" });
    else if (char === "[") {
      const parsed = compileClass(text, at);
      items.push(parsed?.item ?? NOTHING);
      at = parsed?.end ?? text.length;
    } else if (char === "\\" && at + 1 === text.length) {
      if (!isFollowed) items.push(NOTHING);
    } else {
      if (char === "\\") at++;
      items.push({ kind: "literal", code: text.charCodeAt(at) });
    }
  }
  return items;
}
var POSIX_CLASSES = {
  alnum: /[A-Za-z0-9]/,
  alpha: /[A-Za-z]/,
  blank: /[ \t]/,
  cntrl: /[\x00-\x1f\x7f]/,
  digit: /[0-9]/,
  graph: /[\x21-\x7e]/,
  lower: /[a-z]/,
  print: /[\x20-\x7e]/,
  punct: /[!-/:-@[-`{-~]/,
  space: /\s/,
  upper: /[A-Z]/,
  xdigit: /[0-9A-Fa-f]/
};
function compileClass(text, start) {
  let at = start + 1;
  const negated = text[at] === "!" || text[at] === "^";
  if (negated) at++;
  const tests = [];
  for (let first = true; at < text.length; first = false) {
    if (text[at] === "]" && !first) {
      const item = { kind: "class", negated, accepts: (code) => tests.some((test) => test(code)) };
      return { item, end: at };
    }
    const posix = /^\[:([a-z]{1,8}):\]/.exec(text.slice(at, at + 12));
    if (posix) {
      const expression = POSIX_CLASSES[posix[1]];
      if (!expression) return void 0;
      tests.push((code) => expression.test(String.fromCharCode(code)));
      at += posix[0].length;
      continue;
    }
    const low = readClassChar(text, at);
    at = low.next;
    if (text[at] === "-" && at + 1 < text.length && text[at + 1] !== "]") {
      const high = readClassChar(text, at + 1);
      at = high.next;
      tests.push((code) => code >= low.code && code <= high.code);
    } else tests.push((code) => code === low.code);
  }
  return void 0;
}
function readClassChar(text, at) {
  const from = text[at] === "\\" && at + 1 < text.length ? at + 1 : at;
  return { code: text.charCodeAt(from), next: from + 1 };
}
var chunk_ZF4RRLRT_exports = {};
__export2(chunk_ZF4RRLRT_exports, {
  isActionPath: () => isActionPath,
  isWorkflowPath: () => isWorkflowPath
});
function isWorkflowPath(path) {
  return /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path);
}
function isActionPath(path) {
  return /(^|\/)action\.ya?ml$/.test(path);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  chunk_CP7VLAJU,
  chunk_ZF4RRLRT
});
