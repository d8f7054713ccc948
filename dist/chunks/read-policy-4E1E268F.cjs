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
  chunk_J7SG22SK: () => chunk_J7SG22SK_exports,
  read_policy_UP64MFUN: () => read_policy_UP64MFUN_exports
});
module.exports = stdin_exports;
var import_chunk_7A0A2440 = require("./chunk-7A0A2440.cjs").chunk_HB6XE5KP;
var import_schema_0685A7CF = require("./schema-0685A7CF.cjs").chunk_6ESNRL6A;
var import_cli = require("../cli.cjs").chunk_SO3KANTK;
var import_cli2 = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli3 = require("../cli.cjs").chunk_4NFOMFHU;
var import_yaml_tree_80578C9C = require("./yaml-tree-80578C9C.cjs").chunk_47MVJPOY;
var import_cli4 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_chunk_7A0A24402 = require("./chunk-7A0A2440.cjs").chunk_HB6XE5KP;
var import_schema_0685A7CF2 = require("./schema-0685A7CF.cjs").chunk_6ESNRL6A;
var import_chunk_CF656EE4 = require("./chunk-CF656EE4.cjs").chunk_LLW3E7RW;
var import_chunk_7A0A24403 = require("./chunk-7A0A2440.cjs").chunk_RO6TSUK6;
var import_chunk_7A0A24404 = require("./chunk-7A0A2440.cjs").chunk_2QF5A3XH;
var import_cli5 = require("../cli.cjs").chunk_SO3KANTK;
var import_cli6 = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_CF656EE42 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_cli7 = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli8 = require("../cli.cjs").chunk_4NFOMFHU;
var import_yaml_tree_80578C9C2 = require("./yaml-tree-80578C9C.cjs").chunk_47MVJPOY;
var import_chunk_LISJZMXW = require("./chunk-LISJZMXW.cjs").chunk_LISJZMXW;
var import_cli9 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli10 = require("../cli.cjs").chunk_HJAZFC2R;
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var read_policy_UP64MFUN_exports = {};
__export2(read_policy_UP64MFUN_exports, {
  readPolicy: () => readPolicy
});
var chunk_J7SG22SK_exports = {};
__export2(chunk_J7SG22SK_exports, {
  readPolicy: () => readPolicy
});
function readPolicy(bytes, source, reading = {}) {
  const file = reading.file ?? import_chunk_7A0A2440.POLICY_PATH;
  const tree = parseText(bytes, file);
  const plain = (0, import_yaml_tree_80578C9C.toPlain)(tree.root);
  const hidden = (0, import_cli.findHiddenKey)(plain);
  if (hidden) throw at(tree, file, hidden, `${(0, import_cli.formatPath)(hidden)}: this key is not known`, void 0);
  const parsed = import_schema_0685A7CF.gatePolicySchema.safeParse(plain);
  if (!parsed.success) throw invalid(tree, file, parsed.error.issues[0]);
  refuseUnknownScanners(parsed.data, tree, file, reading.scanners);
  return {
    policy: parsed.data,
    source,
    digest: (0, import_cli2.formatDigest)((0, import_cli2.sha256)(bytes)),
    suppressionLines: parsed.data.suppressions.map(
      (_, index) => (0, import_yaml_tree_80578C9C.locatePath)(tree.root, ["suppressions", index])?.line ?? 1
    )
  };
}
function parseText(bytes, file) {
  try {
    if (bytes.length > import_chunk_7A0A2440.MAX_POLICY_BYTES) {
      throw new import_cli4.SallyportError("LIMIT_EXCEEDED", {
        message: `the policy has ${bytes.length} bytes, more than ${import_chunk_7A0A2440.MAX_POLICY_BYTES}`
      });
    }
    const text = (0, import_cli3.decodeUtf8)(bytes).replace(/^\uFEFF/, "");
    return (0, import_yaml_tree_80578C9C.parseYamlTree)(text, { source: file, ...import_yaml_tree_80578C9C.YAML_LIMITS });
  } catch (error) {
    if (!(error instanceof import_cli4.SallyportError)) throw error;
    throw new import_cli4.SallyportError("POLICY_INVALID", {
      message: error.message,
      place: error.place ?? { file },
      cause: error
    });
  }
}
function invalid(tree, file, outer) {
  const issue = innermost(outer);
  const key = issue.code === "unrecognized_keys" ? issue.keys?.[0] : void 0;
  const path = key === void 0 ? issue.path : [...issue.path, key];
  const near = key === void 0 ? void 0 : (0, import_cli.nearest)(key, import_schema_0685A7CF.POLICY_KEYS);
  const what = key === void 0 ? issue.message : "this key is not known";
  return at(tree, file, path, `${(0, import_cli.formatPath)(path)}: ${what}`, near);
}
function innermost(issue) {
  if (issue.code !== "invalid_union") return issue;
  const alternatives = (issue.errors ?? []).flatMap((errors) => errors.slice(0, 1));
  const deepest = alternatives.reduce(
    (best, next) => depth(next) > depth(best) ? next : best,
    void 0
  );
  if (!deepest) return issue;
  return innermost({ ...deepest, path: [...issue.path, ...deepest.path] });
}
function depth(issue) {
  if (!issue) return -1;
  return issue.path.length + (issue.code === "unrecognized_keys" ? 1 : 0);
}
function refuseUnknownScanners(policy, tree, file, known) {
  if (!known) return;
  const named = [
    ...Object.keys(policy.scanners).map((id) => [id, ["scanners", id]]),
    ...Object.keys(policy.thresholds).filter((id) => id !== "default" && id !== import_chunk_7A0A2440.POLICY_SCANNER).map((id) => [id, ["thresholds", id]]),
    ...policy.require.map((id, index) => [id, ["require", index]])
  ];
  for (const [id, path] of named) {
    if (known.includes(id)) continue;
    const message = `${(0, import_cli.formatPath)(path)}: there is no scanner ${JSON.stringify(id)}; there are ${known.join(", ")}`;
    throw at(tree, file, path, message, (0, import_cli.nearest)(id, known));
  }
}
function at(tree, file, path, message, near) {
  const span = (0, import_yaml_tree_80578C9C.locatePath)(tree.root, path);
  return new import_cli4.SallyportError("POLICY_INVALID", {
    message,
    place: { file, line: span?.line ?? 1, column: span?.column ?? 1 },
    help: near === void 0 ? "see docs/gate-policy.md, or sallyport schema gate-policy" : `did you mean "${near}"?`
  });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  chunk_J7SG22SK,
  read_policy_UP64MFUN
});
