const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  POLICY_KEYS,
  gatePolicySchema
} from "./chunk-KJFSSL6D.js";
import {
  findHiddenKey,
  formatPath,
  nearest
} from "./chunk-USSEVVQ4.js";
import {
  YAML_LIMITS,
  locatePath,
  parseYamlTree,
  toPlain
} from "./chunk-4I447DTB.js";
import {
  formatDigest,
  sha256
} from "./chunk-MGJ2JUMM.js";
import {
  decodeUtf8
} from "./chunk-VOIAD42L.js";
import {
  SallyportError
} from "./chunk-XELNXD6A.js";

// src/gate/policy/read-policy.ts
var POLICY_PATH = ".sallyport/policy.yml";
var MAX_POLICY_BYTES = 1024 * 1024;
var BUILT_IN = `version: 1
block: new
thresholds:
  default: high
  compliance: never
unknownSeverity: high
`;
function builtInPolicy() {
  return readPolicy(new TextEncoder().encode(BUILT_IN), "built-in");
}
function readPolicy(bytes, source, reading = {}) {
  const file = reading.file ?? POLICY_PATH;
  const tree = parseText(bytes, file);
  const plain = toPlain(tree.root);
  const hidden = findHiddenKey(plain);
  if (hidden) throw at(tree, file, hidden, `${formatPath(hidden)}: this key is not known`, void 0);
  const parsed = gatePolicySchema.safeParse(plain);
  if (!parsed.success) throw invalid(tree, file, parsed.error.issues[0]);
  refuseUnknownScanners(parsed.data, tree, file, reading.scanners);
  return {
    policy: parsed.data,
    source,
    digest: formatDigest(sha256(bytes)),
    suppressionLines: parsed.data.suppressions.map(
      (_, index) => locatePath(tree.root, ["suppressions", index])?.line ?? 1
    )
  };
}
function parseText(bytes, file) {
  try {
    if (bytes.length > MAX_POLICY_BYTES) {
      throw new SallyportError("LIMIT_EXCEEDED", {
        message: `the policy has ${bytes.length} bytes, more than ${MAX_POLICY_BYTES}`
      });
    }
    const text = decodeUtf8(bytes).replace(/^\uFEFF/, "");
    return parseYamlTree(text, { source: file, ...YAML_LIMITS });
  } catch (error) {
    if (!(error instanceof SallyportError)) throw error;
    throw new SallyportError("POLICY_INVALID", {
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
  const near = key === void 0 ? void 0 : nearest(key, POLICY_KEYS);
  const what = key === void 0 ? issue.message : "this key is not known";
  return at(tree, file, path, `${formatPath(path)}: ${what}`, near);
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
    ...Object.keys(policy.thresholds).filter((id) => id !== "default" && id !== POLICY_SCANNER).map((id) => [id, ["thresholds", id]]),
    ...policy.require.map((id, index) => [id, ["require", index]])
  ];
  for (const [id, path] of named) {
    if (known.includes(id)) continue;
    const message = `${formatPath(path)}: there is no scanner ${JSON.stringify(id)}; there are ${known.join(", ")}`;
    throw at(tree, file, path, message, nearest(id, known));
  }
}
var POLICY_SCANNER = "policy";
function at(tree, file, path, message, near) {
  const span = locatePath(tree.root, path);
  return new SallyportError("POLICY_INVALID", {
    message,
    place: { file, line: span?.line ?? 1, column: span?.column ?? 1 },
    help: near === void 0 ? "see docs/gate-policy.md, or sallyport schema gate-policy" : `did you mean "${near}"?`
  });
}

// src/repository/glob.ts
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
  const parts = path.split("/");
  const { segments } = glob;
  meter.steps += segments.length * parts.length;
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
  let at2 = 0;
  let star = -1;
  let resume = 0;
  while (at2 < text.length) {
    meter.steps++;
    const current = items[item];
    if (current?.kind === "star") {
      star = item++;
      resume = at2;
    } else if (current !== void 0 && accepts(current, text.charCodeAt(at2))) {
      item++;
      at2++;
    } else if (star >= 0) {
      item = star + 1;
      at2 = ++resume;
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
  for (let at2 = 0; at2 < text.length; at2++) {
    const char = text[at2];
    if (char === "*") {
      if (items.at(-1)?.kind !== "star") items.push({ kind: "star" });
    } else if (char === "?") items.push({ kind: "any" });
    else if (char === "[") {
      const parsed = compileClass(text, at2);
      items.push(parsed?.item ?? NOTHING);
      at2 = parsed?.end ?? text.length;
    } else if (char === "\\" && at2 + 1 === text.length) {
      if (!isFollowed) items.push(NOTHING);
    } else {
      if (char === "\\") at2++;
      items.push({ kind: "literal", code: text.charCodeAt(at2) });
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
  let at2 = start + 1;
  const negated = text[at2] === "!" || text[at2] === "^";
  if (negated) at2++;
  const tests = [];
  for (let first = true; at2 < text.length; first = false) {
    if (text[at2] === "]" && !first) {
      const item = { kind: "class", negated, accepts: (code) => tests.some((test) => test(code)) };
      return { item, end: at2 };
    }
    const posix = /^\[:([a-z]{1,8}):\]/.exec(text.slice(at2, at2 + 12));
    if (posix) {
      const expression = POSIX_CLASSES[posix[1]];
      if (!expression) return void 0;
      tests.push((code) => expression.test(String.fromCharCode(code)));
      at2 += posix[0].length;
      continue;
    }
    const low = readClassChar(text, at2);
    at2 = low.next;
    if (text[at2] === "-" && at2 + 1 < text.length && text[at2 + 1] !== "]") {
      const high = readClassChar(text, at2 + 1);
      at2 = high.next;
      tests.push((code) => code >= low.code && code <= high.code);
    } else tests.push((code) => code === low.code);
  }
  return void 0;
}
function readClassChar(text, at2) {
  const from = text[at2] === "\\" && at2 + 1 < text.length ? at2 + 1 : at2;
  return { code: text.charCodeAt(from), next: from + 1 };
}

export {
  POLICY_PATH,
  MAX_POLICY_BYTES,
  builtInPolicy,
  readPolicy,
  POLICY_SCANNER,
  compileGlob,
  matchesGlob
};
