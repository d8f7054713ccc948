const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  parseStrictJson
} from "./chunk-V4X75XZ6.js";
import {
  decode
} from "./chunk-USSEVVQ4.js";
import {
  SallyportError
} from "./chunk-XELNXD6A.js";

// src/trust/document.ts
function decodeDocument(schema, bytes, limits) {
  const value = parseStrictJson(bytes, limits);
  refuseHiddenKeys(value, limits.source);
  return decode(schema, value, { source: limits.source });
}
function refuseHiddenKeys(value, source) {
  if (typeof value !== "object" || value === null) return;
  if (Object.hasOwn(value, "__proto__")) {
    throw new SallyportError("CONFIG_INVALID", {
      message: "__proto__: this key is not known",
      place: { file: source }
    });
  }
  for (const member of Object.values(value)) refuseHiddenKeys(member, source);
}

export {
  decodeDocument,
  refuseHiddenKeys
};
