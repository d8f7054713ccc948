const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  labels
} from "./chunk-BN5YVRTE.js";
import {
  SallyportError
} from "./chunk-XELNXD6A.js";

// src/verbs/labels.ts
function parseLabels(given = []) {
  const pairs = given.map((text) => {
    const equals = text.indexOf("=");
    return equals < 1 ? void 0 : [text.slice(0, equals), text.slice(equals + 1)];
  });
  const names = pairs.map((pair) => pair?.[0]);
  const parsed = labels.safeParse(Object.fromEntries(pairs.filter((pair) => pair !== void 0)));
  if (!parsed.success || pairs.includes(void 0) || new Set(names).size !== names.length) {
    throw new SallyportError("USAGE", {
      message: `--label ${given.join(" --label ")} is not a list of labels`,
      help: "write each once, as --label role=web"
    });
  }
  return parsed.data;
}

export {
  parseLabels
};
