import { createRequire as __createRequire } from 'node:module'
const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = __createRequire(__bundleUrl)
import {
  parseStrictJson
} from "./chunk-UOVPYECJ.js";
import {
  decode
} from "./chunk-OOBHAZL6.js";
import {
  SallyportError
} from "./chunk-N2CRB7ZG.js";

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
