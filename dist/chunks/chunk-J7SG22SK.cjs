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
  readPolicy: () => readPolicy
});
module.exports = stdin_exports;
var import_chunk_HB6XE5KP = require("./chunk-HB6XE5KP.cjs");
var import_chunk_6ESNRL6A = require("./chunk-6ESNRL6A.cjs");
var import_chunk_SO3KANTK = require("./chunk-SO3KANTK.cjs");
var import_chunk_QW7UKFTH = require("./chunk-QW7UKFTH.cjs");
var import_chunk_4NFOMFHU = require("./chunk-4NFOMFHU.cjs");
var import_chunk_47MVJPOY = require("./chunk-47MVJPOY.cjs");
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
function readPolicy(bytes, source, reading = {}) {
  const file = reading.file ?? import_chunk_HB6XE5KP.POLICY_PATH;
  const tree = parseText(bytes, file);
  const plain = (0, import_chunk_47MVJPOY.toPlain)(tree.root);
  const hidden = (0, import_chunk_SO3KANTK.findHiddenKey)(plain);
  if (hidden) throw at(tree, file, hidden, `${(0, import_chunk_SO3KANTK.formatPath)(hidden)}: this key is not known`, void 0);
  const parsed = import_chunk_6ESNRL6A.gatePolicySchema.safeParse(plain);
  if (!parsed.success) throw invalid(tree, file, parsed.error.issues[0]);
  refuseUnknownScanners(parsed.data, tree, file, reading.scanners);
  return {
    policy: parsed.data,
    source,
    digest: (0, import_chunk_QW7UKFTH.formatDigest)((0, import_chunk_QW7UKFTH.sha256)(bytes)),
    suppressionLines: parsed.data.suppressions.map(
      (_, index) => (0, import_chunk_47MVJPOY.locatePath)(tree.root, ["suppressions", index])?.line ?? 1
    )
  };
}
function parseText(bytes, file) {
  try {
    if (bytes.length > import_chunk_HB6XE5KP.MAX_POLICY_BYTES) {
      throw new import_chunk_TO5RH7DJ.SallyportError("LIMIT_EXCEEDED", {
        message: `the policy has ${bytes.length} bytes, more than ${import_chunk_HB6XE5KP.MAX_POLICY_BYTES}`
      });
    }
    const text = (0, import_chunk_4NFOMFHU.decodeUtf8)(bytes).replace(/^\uFEFF/, "");
    return (0, import_chunk_47MVJPOY.parseYamlTree)(text, { source: file, ...import_chunk_47MVJPOY.YAML_LIMITS });
  } catch (error) {
    if (!(error instanceof import_chunk_TO5RH7DJ.SallyportError)) throw error;
    throw new import_chunk_TO5RH7DJ.SallyportError("POLICY_INVALID", {
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
  const near = key === void 0 ? void 0 : (0, import_chunk_SO3KANTK.nearest)(key, import_chunk_6ESNRL6A.POLICY_KEYS);
  const what = key === void 0 ? issue.message : "this key is not known";
  return at(tree, file, path, `${(0, import_chunk_SO3KANTK.formatPath)(path)}: ${what}`, near);
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
    ...Object.keys(policy.thresholds).filter((id) => id !== "default" && id !== import_chunk_HB6XE5KP.POLICY_SCANNER).map((id) => [id, ["thresholds", id]]),
    ...policy.require.map((id, index) => [id, ["require", index]])
  ];
  for (const [id, path] of named) {
    if (known.includes(id)) continue;
    const message = `${(0, import_chunk_SO3KANTK.formatPath)(path)}: there is no scanner ${JSON.stringify(id)}; there are ${known.join(", ")}`;
    throw at(tree, file, path, message, (0, import_chunk_SO3KANTK.nearest)(id, known));
  }
}
function at(tree, file, path, message, near) {
  const span = (0, import_chunk_47MVJPOY.locatePath)(tree.root, path);
  return new import_chunk_TO5RH7DJ.SallyportError("POLICY_INVALID", {
    message,
    place: { file, line: span?.line ?? 1, column: span?.column ?? 1 },
    help: near === void 0 ? "see docs/gate-policy.md, or sallyport schema gate-policy" : `did you mean "${near}"?`
  });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  readPolicy
});
