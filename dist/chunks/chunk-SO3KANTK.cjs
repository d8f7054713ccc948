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
  decode: () => decode,
  findHiddenKey: () => findHiddenKey,
  formatPath: () => formatPath,
  nearest: () => nearest
});
module.exports = stdin_exports;
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
function decode(schema, value, context) {
  const hidden = findHiddenKey(value);
  if (hidden) {
    throw new import_chunk_TO5RH7DJ.SallyportError(context.code ?? "CONFIG_INVALID", {
      message: `${formatPath(hidden)}: this key is not known`,
      place: { file: context.source, ...context.locate?.(hidden) }
    });
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const unknownKey = issue.code === "unrecognized_keys" ? issue.keys[0] : void 0;
  const path = unknownKey === void 0 ? issue.path : [...issue.path, unknownKey];
  const what = unknownKey === void 0 ? issue.message : "this key is not known";
  const near = unknownKey === void 0 ? void 0 : nearest(unknownKey, context.knownKeys ?? []);
  throw new import_chunk_TO5RH7DJ.SallyportError(context.code ?? "CONFIG_INVALID", {
    message: `${formatPath(path)}: ${what}`,
    place: { file: context.source, ...context.locate?.(path) },
    ...near === void 0 ? {} : { help: `did you mean "${near}"?` }
  });
}
function findHiddenKey(value) {
  const pending = [{ value, path: null }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { value: held, path } = next;
    if (typeof held !== "object" || held === null) continue;
    if (Object.hasOwn(held, "__proto__")) return stepsOf({ key: "__proto__", before: path });
    const isList = Array.isArray(held);
    for (const [key, member] of Object.entries(held)) {
      if (typeof member !== "object" || member === null) continue;
      pending.push({ value: member, path: { key: isList ? Number(key) : key, before: path } });
    }
  }
  return void 0;
}
function stepsOf(last) {
  const path = [];
  for (let step = last; step !== null; step = step.before) path.unshift(step.key);
  return path;
}
function formatPath(path) {
  if (path.length === 0) return "(document)";
  return path.map(
    (key, index) => typeof key === "number" ? `[${key}]` : index === 0 ? String(key) : `.${String(key)}`
  ).join("");
}
function nearest(word, known) {
  let best;
  for (const candidate of known) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance <= 2 && distance < (best?.distance ?? 3)) best = { word: candidate, distance };
  }
  return best?.word;
}
function editDistance(a, b) {
  if (Math.abs(a.length - b.length) > 2 || a.length > 64) return 3;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(previous[j] + 1, current[j - 1] + 1, substitution));
    }
    previous = current;
  }
  return Math.min(3, previous[b.length]);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  decode,
  findHiddenKey,
  formatPath,
  nearest
});
