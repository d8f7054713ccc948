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
  scanner_BEW656A4: () => scanner_BEW656A4_exports
});
module.exports = stdin_exports;
var import_read_policy_4E1E268F = require("./read-policy-4E1E268F.cjs").chunk_J7SG22SK;
var import_chunk_5523CD0A = require("./chunk-5523CD0A.cjs").chunk_CP7VLAJU;
var import_chunk_7A0A2440 = require("./chunk-7A0A2440.cjs").chunk_HB6XE5KP;
var import_chunk_5523CD0A2 = require("./chunk-5523CD0A.cjs").chunk_ZF4RRLRT;
var import_schema_0685A7CF = require("./schema-0685A7CF.cjs").chunk_6ESNRL6A;
var import_chunk_CF656EE4 = require("./chunk-CF656EE4.cjs").chunk_LLW3E7RW;
var import_chunk_7A0A24402 = require("./chunk-7A0A2440.cjs").chunk_RO6TSUK6;
var import_chunk_7A0A24403 = require("./chunk-7A0A2440.cjs").chunk_2QF5A3XH;
var import_cli = require("../cli.cjs").chunk_SO3KANTK;
var import_cli2 = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_CF656EE42 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_cli3 = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli4 = require("../cli.cjs").chunk_4NFOMFHU;
var import_yaml_tree_80578C9C = require("./yaml-tree-80578C9C.cjs").chunk_47MVJPOY;
var import_chunk_LISJZMXW = require("./chunk-LISJZMXW.cjs").chunk_LISJZMXW;
var import_cli5 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli6 = require("../cli.cjs").chunk_HJAZFC2R;
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var scanner_BEW656A4_exports = {};
__export2(scanner_BEW656A4_exports, {
  complianceScanner: () => complianceScanner
});
var pass = (reason) => ({ answer: "pass", reason });
var notApplicable = (reason) => ({ answer: "not applicable", reason });
var notDetermined = (reason) => ({ answer: "not determined", reason });
var fail = (reason, path, line = 1) => ({
  answer: "fail",
  reason,
  path,
  line
});
function parseCodeOwners(text) {
  return text.split(/\r?\n/).flatMap((line) => {
    const [pattern, ...owners] = line.split("#", 1)[0].trim().split(/\s+/);
    if (!pattern || /^!|[[\]\\]/.test(pattern)) return [];
    return [{ globs: toGlobs(pattern).map(import_chunk_5523CD0A.compileGlob), owners }];
  });
}
function isOwned(lines, path) {
  const last = lines.findLast(({ globs }) => globs.some((glob) => (0, import_chunk_5523CD0A.matchesGlob)(glob, path)));
  return (last?.owners.length ?? 0) > 0;
}
function toGlobs(pattern) {
  const anchored = pattern.slice(0, -1).includes("/");
  const bare = pattern.replace(/^\//, "").replace(/\/$/, "");
  const whole = anchored ? bare : `**/${bare}`;
  if (pattern.endsWith("/")) return [`${whole}/**`];
  return anchored && /(?:^|\/)\*$/.test(bare) ? [whole] : [whole, `${whole}/**`];
}
var SECURITY_PATHS = [".github/SECURITY.md", "SECURITY.md", "docs/SECURITY.md"];
var CODE_OWNERS_PATHS = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"];
var CONTACT = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}|https:\/\/\S{4,}|private(?:ly)?\s+(?:vulnerability\s+)?report|security\s+advisor|report a vulnerability/i;
var TIME = /\b(?:\d{1,3}|one|two|three|five|seven|ten|fourteen|thirty|ninety|a)\s+(?:business\s+|working\s+|calendar\s+)?(?:hours?|days?|weeks?|months?)\b|\b\d{1,3}[- ]?(?:h|d)\b/i;
function isDocument(path) {
  return SECURITY_PATHS.includes(path) || CODE_OWNERS_PATHS.includes(path);
}
function checkSecurityPolicy({ paths, texts }) {
  const path = SECURITY_PATHS.find((candidate) => paths.includes(candidate));
  if (path === void 0) return fail("there is no SECURITY.md", "SECURITY.md");
  const text = texts.get(path);
  if (text === void 0) return notDetermined(`${path} could not be read`);
  const missing = [
    CONTACT.test(text) ? void 0 : "no contact",
    TIME.test(text) ? void 0 : "no time in which reports are answered"
  ].filter((what) => what !== void 0);
  if (missing.length > 0) return fail(`${path} names ${missing.join(" and ")}`, path);
  return pass(`${path} names a contact and a time`);
}
function checkCodeOwners({ paths, texts }) {
  const guarded = paths.filter((path2) => (0, import_chunk_5523CD0A2.isWorkflowPath)(path2) || path2 === import_chunk_7A0A2440.POLICY_PATH);
  if (guarded.length === 0) return notApplicable("there is neither a workflow nor a gate policy");
  const path = CODE_OWNERS_PATHS.find((candidate) => paths.includes(candidate));
  if (path === void 0) return fail("there is no CODEOWNERS", ".github/CODEOWNERS");
  const text = texts.get(path);
  if (text === void 0) return notDetermined(`${path} could not be read`);
  const owners = parseCodeOwners(text);
  const free = guarded.find((candidate) => !isOwned(owners, candidate));
  if (free !== void 0) return fail(`${path} names no owner for ${free}`, path);
  return pass(`${path} names owners for all workflows and the gate policy`);
}
function checkFile({ patterns, expected }, { paths }) {
  const regexes = patterns.map((pattern) => new RegExp(pattern, "i"));
  const found = paths.find((path) => regexes.some((regex) => regex.test(path)));
  return found === void 0 ? fail(`there is no ${expected}`, expected) : pass(`there is ${found}`);
}
function checkFindings({ scanner, rules, applies, minSeverity }, { paths, results }) {
  const pattern = new RegExp(applies);
  if (!paths.some((path) => pattern.test(path)))
    return notApplicable("the tree has nothing that it speaks of");
  const result = results.get(scanner);
  const found = (result?.output.findings ?? []).filter(
    (finding) => pattern.test(finding.path) && (rules.includes("*") || rules.includes(finding.rule)) && isAtLeast(finding.severity, minSeverity ?? "none")
  );
  return answer(scanner, result, found);
}
function checkAdvisories({ scanner, threshold: ownThreshold }, { results, advisoryThreshold }, hasDependencies) {
  const threshold = advisoryThreshold ?? ownThreshold;
  const result = results.get(scanner);
  const found = (result?.output.findings ?? []).filter(
    ({ advisory, severity }) => advisory !== null && isAtLeast(severity, threshold)
  );
  if (found.length === 0 && !hasDependencies) return notApplicable("the tree declares no dependency");
  return answer(scanner, result, found, ` at or above ${threshold}`);
}
function answer(scanner, result, found, which = "") {
  const [first] = found;
  if (first) {
    const count = found.length === 1 ? "one finding" : `${found.length} findings`;
    return fail(
      `the scanner ${scanner} has ${count}${which}, the first in ${first.path}:${first.line}`,
      first.path,
      first.line
    );
  }
  if (!result) return notDetermined(`the scanner ${scanner} did not run`);
  if (result.status === "complete")
    return pass(`the scanner ${scanner} read everything and found none${which}`);
  return notDetermined(
    `the scanner ${scanner} is ${result.status}${result.reason ? `: ${result.reason}` : ""}`
  );
}
function isAtLeast(severity, threshold) {
  const known = severity === "unknown" ? "high" : severity;
  return import_chunk_7A0A24403.SEVERITIES.indexOf(known) <= import_chunk_7A0A24403.SEVERITIES.indexOf(threshold);
}
function checkThresholds(evidence) {
  const reading = readGatePolicy(evidence);
  if (reading.kind === "absent") return fail(`there is no ${import_chunk_7A0A2440.POLICY_PATH}`, import_chunk_7A0A2440.POLICY_PATH);
  if (reading.kind === "unreadable") return notDetermined(reading.why);
  const names = Object.keys(reading.loaded.policy.thresholds);
  if (names.length === 0) return fail(`${import_chunk_7A0A2440.POLICY_PATH} names no thresholds`, import_chunk_7A0A2440.POLICY_PATH);
  return pass(`${import_chunk_7A0A2440.POLICY_PATH} has thresholds for ${names.join(", ")}`);
}
function checkSuppressions(evidence) {
  const reading = readGatePolicy(evidence);
  if (reading.kind === "absent") return notApplicable(`there is no ${import_chunk_7A0A2440.POLICY_PATH}, so nothing is suppressed`);
  if (reading.kind === "unreadable") return notDetermined(reading.why);
  const { policy, suppressionLines } = reading.loaded;
  if (policy.suppressions.length === 0) return notApplicable("nothing is suppressed");
  const ended = policy.suppressions.findIndex(({ expires }) => evidence.now >= (0, import_chunk_7A0A24402.parseExpiry)(expires));
  if (ended !== -1) {
    const { expires, owner } = policy.suppressions[ended];
    return fail(`a suppression of ${owner} ended on ${expires}`, import_chunk_7A0A2440.POLICY_PATH, suppressionLines[ended] ?? 1);
  }
  return pass(`all ${policy.suppressions.length} suppressions have owner, reason and an expiry to come`);
}
function readGatePolicy({ paths, texts }) {
  if (!paths.includes(import_chunk_7A0A2440.POLICY_PATH)) return { kind: "absent" };
  const text = texts.get(import_chunk_7A0A2440.POLICY_PATH);
  if (text === void 0) return { kind: "unreadable", why: `${import_chunk_7A0A2440.POLICY_PATH} could not be read` };
  try {
    return { kind: "read", loaded: (0, import_read_policy_4E1E268F.readPolicy)(new TextEncoder().encode(text), import_chunk_7A0A2440.POLICY_PATH) };
  } catch (thrown) {
    if (!(thrown instanceof import_cli5.SallyportError)) throw thrown;
    return { kind: "unreadable", why: `${import_chunk_7A0A2440.POLICY_PATH} could not be understood: ${(0, import_cli5.messageOf)(thrown)}` };
  }
}
var manifests_default = [
  {
    manifest: "package\\.json",
    declares: '"(?:dependencies|devDependencies|optionalDependencies)"\\s*:\\s*\\{\\s*"',
    locks: [
      "package-lock.json",
      "npm-shrinkwrap.json",
      "yarn.lock",
      "pnpm-lock.yaml",
      "bun.lock",
      "bun.lockb"
    ]
  },
  {
    manifest: "Cargo\\.toml",
    declares: "^\\[(?:[^\\]\\n]{1,200}\\.)?(?:dev-|build-)?dependencies",
    locks: ["Cargo.lock"]
  },
  { manifest: "go\\.mod", declares: "^require\\b", locks: ["go.sum"] },
  {
    manifest: "pyproject\\.toml",
    declares: `^dependencies\\s*=\\s*\\[\\s*["']|^\\[tool\\.poetry\\.(?:[a-z.]{1,80}\\.)?dependencies\\]`,
    locks: ["poetry.lock", "uv.lock", "pdm.lock", "pylock.toml", "requirements.txt"]
  },
  { manifest: "Pipfile", declares: "^\\[(?:dev-)?packages\\]", locks: ["Pipfile.lock"] },
  { manifest: "Gemfile", declares: "^\\s*gem\\b", locks: ["Gemfile.lock"] },
  { manifest: "gems\\.rb", declares: "^\\s*gem\\b", locks: ["gems.locked"] },
  {
    manifest: "composer\\.json",
    declares: '"require(?:-dev)?"\\s*:\\s*\\{\\s*"',
    locks: ["composer.lock"]
  },
  { manifest: "pubspec\\.yaml", declares: "^(?:dev_)?dependencies:", locks: ["pubspec.lock"] },
  { manifest: "mix\\.exs", declares: "\\bdeps\\b", locks: ["mix.lock"] },
  {
    manifest: "[^/]+\\.(?:cs|fs|vb)proj",
    declares: "<PackageReference\\b",
    locks: ["packages.lock.json"]
  },
  {
    manifest: "build\\.gradle(?:\\.kts)?",
    declares: "^\\s*(?:implementation|api|testImplementation|compileOnly|runtimeOnly)\\b",
    locks: ["gradle.lockfile", "verification-metadata.xml"]
  },
  { manifest: "Package\\.swift", declares: "\\.package\\(", locks: ["Package.resolved"] },
  { manifest: "Podfile", declares: "^\\s*pod\\b", locks: ["Podfile.lock"] }
];
var KINDS = manifests_default.map(({ manifest, declares, locks }) => ({
  name: new RegExp(`(?:^|/)${manifest}$`),
  declares: new RegExp(declares, "m"),
  locks
}));
var FOREIGN = /(?:^|\/)(?:node_modules|vendor|testdata|fixtures|__fixtures__)\//;
function isManifest(path) {
  return !FOREIGN.test(path) && KINDS.some(({ name }) => name.test(path));
}
function checkLockfiles(evidence) {
  const paths = new Set(evidence.paths);
  const unread = unreadManifest(evidence);
  const declaring = declaringManifests(evidence);
  const bare = declaring.filter(({ path, kind }) => !hasLock(path, kind, paths));
  const [first] = bare;
  if (first) {
    const others = bare.length === 1 ? "" : ` (and ${bare.length - 1} more)`;
    return fail(`${first.path}${others} declares dependencies and has no lockfile`, first.path);
  }
  if (unread !== void 0) return notDetermined(`${unread} could not be read`);
  if (declaring.length === 0) return notApplicable("no manifest declares a dependency");
  return pass(`all ${declaring.length} manifests that declare dependencies have a lockfile`);
}
function declaringManifests({ texts }) {
  return [...texts].flatMap(([path, text]) => {
    const kind = isManifest(path) ? KINDS.find(({ name }) => name.test(path)) : void 0;
    return kind && text !== void 0 && kind.declares.test(text) ? [{ path, kind }] : [];
  });
}
function unreadManifest({ texts }) {
  return [...texts].find(([path, text]) => text === void 0 && isManifest(path))?.[0];
}
function hasLock(path, { locks }, paths) {
  for (let folder = parent(path); ; folder = parent(folder)) {
    const prefix = folder === "" ? "" : `${folder}/`;
    if (locks.some((lock) => paths.has(prefix + lock) || paths.has(`${prefix}gradle/${lock}`))) return true;
    if (folder === "") return false;
  }
}
function parent(path) {
  const slash = path.lastIndexOf("/");
  return slash === -1 ? "" : path.slice(0, slash);
}
var rules_default = [
  {
    id: "token-permissions-stated",
    number: 1,
    title: "Workflow tokens are read-only unless said otherwise",
    severity: "low",
    confidence: "high",
    osps: ["AC-04.01"],
    supports: ["Scorecard Token-Permissions", "PCI DSS 6.5", "ISO 27001 A.8.31"],
    message: "State permissions: contents: read at the top of every workflow.",
    link: "https://baseline.openssf.org/",
    question: {
      kind: "no-findings",
      scanner: "workflows",
      rules: ["missing-permissions", "write-all-permissions", "shared-write-permission"],
      applies: "^\\.github/workflows/[^/]+\\.ya?ml$|(?:^|/)action\\.ya?ml$"
    },
    examples: {
      match: [
        {
          files: {
            ".github/workflows/ci.yml": [
              "on: push",
              "jobs:",
              "  a:",
              "    runs-on: ubuntu-latest",
              "    steps:",
              "      - run: make"
            ]
          }
        },
        {
          files: {
            ".github/workflows/ci.yml": [
              "on: push",
              "permissions: write-all",
              "jobs:",
              "  a:",
              "    runs-on: ubuntu-latest",
              "    steps:",
              "      - run: make"
            ]
          }
        }
      ],
      noMatch: [
        {
          files: {
            ".github/workflows/ci.yml": [
              "on: push",
              "permissions:",
              "  contents: read",
              "jobs:",
              "  a:",
              "    runs-on: ubuntu-latest",
              "    steps:",
              "      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683",
              "      - run: make"
            ]
          }
        },
        {
          files: {
            "README.md": "nothing"
          }
        }
      ]
    }
  },
  {
    id: "no-untrusted-input-in-scripts",
    number: 3,
    title: "No untrusted input in scripts of workflows",
    severity: "low",
    confidence: "high",
    osps: ["BR-01.01", "BR-01.04"],
    supports: ["SSDF PW.5"],
    message: "Pass such values by env: and use them in quotes.",
    link: "https://baseline.openssf.org/",
    question: {
      kind: "no-findings",
      scanner: "workflows",
      rules: ["untrusted-input"],
      applies: "^\\.github/workflows/[^/]+\\.ya?ml$|(?:^|/)action\\.ya?ml$"
    },
    examples: {
      match: [
        {
          files: {
            ".github/workflows/ci.yml": [
              "on: pull_request",
              "permissions:",
              "  contents: read",
              "jobs:",
              "  a:",
              "    runs-on: ubuntu-latest",
              "    steps:",
              "      - run: echo ${{ github.head_ref }}"
            ]
          }
        }
      ],
      noMatch: [
        {
          files: {
            ".github/workflows/ci.yml": [
              "on: push",
              "permissions:",
              "  contents: read",
              "jobs:",
              "  a:",
              "    runs-on: ubuntu-latest",
              "    steps:",
              "      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683",
              "      - run: make"
            ]
          }
        },
        {
          files: {
            "README.md": "nothing"
          }
        },
        {
          files: {
            ".github/workflows/ci.yml": [
              "on: pull_request",
              "permissions:",
              "  contents: read",
              "jobs:",
              "  a:",
              "    runs-on: ubuntu-latest",
              "    steps:",
              '      - run: echo "$REF"',
              '        env: {REF: "${{ github.head_ref }}"}'
            ]
          }
        }
      ]
    }
  },
  {
    id: "no-privileged-head-checkout",
    number: 4,
    title: "No code of a pull request with the repository's rights",
    severity: "low",
    confidence: "high",
    osps: ["BR-01.03"],
    supports: ["Scorecard Dangerous-Workflow", "SSDF PO.5"],
    message: "Build pull requests on pull_request.",
    link: "https://baseline.openssf.org/",
    question: {
      kind: "no-findings",
      scanner: "workflows",
      rules: ["privileged-head-checkout"],
      applies: "^\\.github/workflows/[^/]+\\.ya?ml$|(?:^|/)action\\.ya?ml$"
    },
    examples: {
      match: [
        {
          files: {
            ".github/workflows/ci.yml": [
              "on: pull_request_target",
              "permissions:",
              "  contents: read",
              "jobs:",
              "  a:",
              "    runs-on: ubuntu-latest",
              "    steps:",
              "      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683",
              '        with: {ref: "${{ github.head_ref }}"}'
            ]
          }
        }
      ],
      noMatch: [
        {
          files: {
            ".github/workflows/ci.yml": [
              "on: push",
              "permissions:",
              "  contents: read",
              "jobs:",
              "  a:",
              "    runs-on: ubuntu-latest",
              "    steps:",
              "      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683",
              "      - run: make"
            ]
          }
        },
        {
          files: {
            "README.md": "nothing"
          }
        }
      ]
    }
  },
  {
    id: "actions-pinned",
    number: 5,
    title: "Actions are pinned to commits or locked",
    severity: "low",
    confidence: "high",
    osps: [],
    supports: ["CIS SSC 2.4.2", "SLSA Build", "ISO 27001 A.8.30"],
    message: "Pin each action to a full commit, or lock the workflow with gh actions-lock.",
    link: "https://baseline.openssf.org/",
    question: {
      kind: "no-findings",
      scanner: "workflows",
      rules: ["unpinned-action", "unpinned-reusable-workflow"],
      applies: "^\\.github/workflows/[^/]+\\.ya?ml$|(?:^|/)action\\.ya?ml$"
    },
    examples: {
      match: [
        {
          files: {
            ".github/workflows/ci.yml": [
              "on: push",
              "permissions:",
              "  contents: read",
              "jobs:",
              "  a:",
              "    runs-on: ubuntu-latest",
              "    steps:",
              "      - uses: octo/x@v1"
            ]
          }
        }
      ],
      noMatch: [
        {
          files: {
            ".github/workflows/ci.yml": [
              "on: push",
              "permissions:",
              "  contents: read",
              "jobs:",
              "  a:",
              "    runs-on: ubuntu-latest",
              "    steps:",
              "      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683",
              "      - run: make"
            ]
          }
        },
        {
          files: {
            "README.md": "nothing"
          }
        }
      ]
    }
  },
  {
    id: "images-pinned",
    number: 6,
    title: "Images are named by digest, and nothing fetched is run",
    severity: "low",
    confidence: "high",
    osps: [],
    supports: ["CIS SSC 3.1.7", "ISO 27001 A.8.28"],
    message: "Name images by digest; fetch a fixed version and compare its digest before it runs.",
    link: "https://baseline.openssf.org/",
    question: {
      kind: "no-findings",
      scanner: "workflows",
      rules: ["unpinned-docker-action", "unpinned-image", "fetch-and-run"],
      applies: "^\\.github/workflows/[^/]+\\.ya?ml$|(?:^|/)action\\.ya?ml$"
    },
    examples: {
      match: [
        {
          files: {
            ".github/workflows/ci.yml": [
              "on: push",
              "permissions:",
              "  contents: read",
              "jobs:",
              "  a:",
              "    runs-on: ubuntu-latest",
              "    steps:",
              "      - uses: docker://alpine:3"
            ]
          }
        }
      ],
      noMatch: [
        {
          files: {
            ".github/workflows/ci.yml": [
              "on: push",
              "permissions:",
              "  contents: read",
              "jobs:",
              "  a:",
              "    runs-on: ubuntu-latest",
              "    steps:",
              "      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683",
              "      - run: make"
            ]
          }
        },
        {
          files: {
            "README.md": "nothing"
          }
        }
      ]
    }
  },
  {
    id: "secrets-passed-by-name",
    number: 7,
    title: "Secrets are passed by name",
    severity: "low",
    confidence: "high",
    osps: ["BR-07.02"],
    supports: ["SOC 2 CC6.1"],
    message: "Name the secrets that a called workflow needs; keep those of a deployment in its environment.",
    link: "https://baseline.openssf.org/",
    question: {
      kind: "no-findings",
      scanner: "workflows",
      rules: ["secrets-inherit", "all-secrets-exposed"],
      applies: "^\\.github/workflows/[^/]+\\.ya?ml$|(?:^|/)action\\.ya?ml$"
    },
    examples: {
      match: [
        {
          files: {
            ".github/workflows/ci.yml": [
              "on: push",
              "permissions: {}",
              "jobs:",
              "  a:",
              "    uses: octo/x/.github/workflows/y.yml@11bd71901bbe5b1630ceea73d27597364c9af683",
              "    secrets: inherit"
            ]
          }
        }
      ],
      noMatch: [
        {
          files: {
            ".github/workflows/ci.yml": [
              "on: push",
              "permissions:",
              "  contents: read",
              "jobs:",
              "  a:",
              "    runs-on: ubuntu-latest",
              "    steps:",
              "      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683",
              "      - run: make"
            ]
          }
        },
        {
          files: {
            "README.md": "nothing"
          }
        }
      ]
    }
  },
  {
    id: "no-self-hosted-runner-for-forks",
    number: 8,
    title: "No self-hosted runner for code of forks",
    severity: "low",
    confidence: "high",
    osps: ["BR-01.03"],
    supports: ["SSDF PO.5"],
    message: "Use hosted runners for events that forks can cause.",
    link: "https://baseline.openssf.org/",
    question: {
      kind: "no-findings",
      scanner: "workflows",
      rules: ["self-hosted-on-fork-event"],
      applies: "^\\.github/workflows/[^/]+\\.ya?ml$|(?:^|/)action\\.ya?ml$"
    },
    examples: {
      match: [
        {
          files: {
            ".github/workflows/ci.yml": [
              "on: pull_request",
              "permissions: {}",
              "jobs:",
              "  a:",
              "    runs-on: self-hosted",
              "    steps: [{run: make}]"
            ]
          }
        }
      ],
      noMatch: [
        {
          files: {
            ".github/workflows/ci.yml": [
              "on: push",
              "permissions:",
              "  contents: read",
              "jobs:",
              "  a:",
              "    runs-on: ubuntu-latest",
              "    steps:",
              "      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683",
              "      - run: make"
            ]
          }
        },
        {
          files: {
            "README.md": "nothing"
          }
        }
      ]
    }
  },
  {
    id: "no-cache-in-releases",
    number: 9,
    title: "Releases are built without shared caches",
    severity: "low",
    confidence: "medium",
    osps: ["BR-01.03"],
    supports: ["SLSA Build L3"],
    message: "Build releases without a cache.",
    link: "https://baseline.openssf.org/",
    question: {
      kind: "no-findings",
      scanner: "workflows",
      rules: ["cache-in-release"],
      applies: "^\\.github/workflows/[^/]+\\.ya?ml$|(?:^|/)action\\.ya?ml$"
    },
    examples: {
      match: [
        {
          files: {
            ".github/workflows/ci.yml": [
              "on: push",
              "permissions:",
              "  contents: read",
              "jobs:",
              "  a:",
              "    runs-on: ubuntu-latest",
              "    steps:",
              "      - uses: actions/cache@11bd71901bbe5b1630ceea73d27597364c9af683",
              "      - run: npm publish"
            ]
          }
        }
      ],
      noMatch: [
        {
          files: {
            ".github/workflows/ci.yml": [
              "on: push",
              "permissions:",
              "  contents: read",
              "jobs:",
              "  a:",
              "    runs-on: ubuntu-latest",
              "    steps:",
              "      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683",
              "      - run: make"
            ]
          }
        },
        {
          files: {
            "README.md": "nothing"
          }
        }
      ]
    }
  },
  {
    id: "no-secret-in-tree",
    number: 10,
    title: "No secret in the tree",
    severity: "low",
    confidence: "high",
    osps: ["BR-07.01"],
    supports: ["CIS SSC 2.3.8", "PCI DSS 8.6.2", "ISO 27001 A.8.24"],
    message: "Revoke what was found, then take it out.",
    link: "https://baseline.openssf.org/",
    question: {
      kind: "no-findings",
      scanner: "secrets",
      rules: ["*"],
      applies: "."
    },
    examples: {
      match: [
        {
          path: "a.txt",
          parts: ["redis:", "//:k7Wq9Zt", "3LmXw@cache.internal:6379"]
        }
      ],
      noMatch: [
        {
          files: {
            "README.md": "nothing"
          }
        }
      ]
    }
  },
  {
    id: "manifests-locked",
    number: 11,
    title: "Every manifest has a lockfile",
    severity: "low",
    confidence: "high",
    osps: ["QA-02.01"],
    supports: ["CIS SSC 3.1.7", "PCI DSS 6.3.2"],
    message: "Commit the lockfile that the package manager writes.",
    link: "https://baseline.openssf.org/",
    question: {
      kind: "lockfiles"
    },
    examples: {
      match: [
        {
          files: {
            "package.json": '{"dependencies": {"a": "1"}}'
          }
        },
        {
          files: {
            "go.mod": ["module x", "require a v1"],
            "package-lock.json": "{}"
          }
        },
        {
          files: {
            "a/package.json": '{"devDependencies": {"a": "1"}}',
            "b/package-lock.json": "{}"
          }
        }
      ],
      noMatch: [
        {
          files: {
            "package.json": '{"dependencies": {"a": "1"}}',
            "package-lock.json": "{}"
          }
        },
        {
          files: {
            "apps/a/package.json": '{"dependencies": {"a": "1"}}',
            "pnpm-lock.yaml": ""
          }
        },
        {
          files: {
            "package.json": '{"name": "x"}'
          }
        },
        {
          files: {
            "README.md": "nothing"
          }
        },
        {
          files: {
            "test/fixtures/package.json": '{"dependencies": {"a": "1"}}'
          }
        }
      ]
    }
  },
  {
    id: "no-known-vulnerability",
    number: 13,
    title: "No known vulnerability at or above the threshold",
    severity: "low",
    confidence: "high",
    osps: ["VM-05.03"],
    supports: ["CIS SSC 3.2.2", "PCI DSS 6.3.1", "PCI DSS 6.3.3", "SOC 2 CC7.1", "ISO 27001 A.8.8"],
    message: "Upgrade as the findings say, or suppress with a reason, an owner and an expiry.",
    link: "https://baseline.openssf.org/",
    question: {
      kind: "advisories",
      scanner: "dependencies",
      threshold: "high"
    },
    examples: {
      match: [
        {
          files: {
            "package.json": '{"dependencies": {"a": "1"}}',
            "package-lock.json": "{}"
          },
          results: {
            dependencies: {
              status: "complete",
              findings: [
                {
                  rule: "vulnerable-dependency",
                  severity: "high",
                  path: "package-lock.json",
                  line: 3,
                  advisory: {
                    id: "GHSA-x",
                    aliases: [],
                    fixed: []
                  }
                }
              ]
            }
          }
        },
        {
          files: {
            "package.json": '{"dependencies": {"a": "1"}}',
            "package-lock.json": "{}"
          },
          results: {
            dependencies: {
              status: "complete",
              findings: [
                {
                  rule: "vulnerable-dependency",
                  severity: "critical",
                  path: "package-lock.json",
                  line: 3,
                  advisory: {
                    id: "GHSA-x",
                    aliases: [],
                    fixed: []
                  }
                }
              ]
            }
          }
        },
        {
          files: {
            "package.json": '{"dependencies": {"a": "1"}}',
            "package-lock.json": "{}"
          },
          results: {
            dependencies: {
              status: "complete",
              findings: [
                {
                  rule: "vulnerable-dependency",
                  severity: "unknown",
                  path: "package-lock.json",
                  line: 3,
                  advisory: {
                    id: "GHSA-x",
                    aliases: [],
                    fixed: []
                  }
                }
              ]
            }
          }
        }
      ],
      noMatch: [
        {
          files: {
            "package.json": '{"dependencies": {"a": "1"}}',
            "package-lock.json": "{}"
          },
          results: {
            dependencies: {
              status: "complete",
              findings: [
                {
                  rule: "vulnerable-dependency",
                  severity: "medium",
                  path: "package-lock.json",
                  line: 3,
                  advisory: {
                    id: "GHSA-x",
                    aliases: [],
                    fixed: []
                  }
                }
              ]
            }
          }
        },
        {
          files: {
            "package.json": '{"dependencies": {"a": "1"}}',
            "package-lock.json": "{}"
          }
        },
        {
          files: {
            "README.md": "nothing"
          }
        }
      ]
    }
  },
  {
    id: "code-analysed",
    number: 18,
    title: "Code was analysed, with no severe weakness",
    severity: "low",
    confidence: "high",
    osps: ["VM-06.02"],
    supports: ["PCI DSS 6.2.3", "PCI DSS 6.2.4", "SSDF PW.7", "ISO 27001 A.8.29"],
    message: "Mend what the scanner of code found.",
    link: "https://baseline.openssf.org/",
    question: {
      kind: "no-findings",
      scanner: "code",
      rules: ["*"],
      applies: "\\.(?:[mc]?js|jsx|[mc]?ts|tsx)$",
      minSeverity: "high"
    },
    examples: {
      match: [
        {
          files: {
            "a.js": "app.get('/', (req, res) => eval(req.query.x))"
          }
        }
      ],
      noMatch: [
        {
          files: {
            "a.js": "eval('1')"
          }
        },
        {
          files: {
            "README.md": "nothing"
          }
        }
      ]
    }
  },
  {
    id: "thresholds-written-down",
    number: 20,
    title: "Thresholds are written down",
    severity: "low",
    confidence: "high",
    osps: ["VM-05.01", "VM-05.02", "VM-06.01"],
    supports: ["SOC 2 CC8.1"],
    message: "Write thresholds: in .sallyport/policy.yml.",
    link: "https://baseline.openssf.org/",
    question: {
      kind: "thresholds"
    },
    examples: {
      match: [
        {
          files: {
            "README.md": "nothing"
          }
        },
        {
          files: {
            ".sallyport/policy.yml": "version: 1"
          }
        }
      ],
      noMatch: [
        {
          files: {
            ".sallyport/policy.yml": ["version: 1", "thresholds:", "  default: high"]
          }
        },
        {
          files: {
            ".sallyport/policy.yml": "version: ["
          }
        }
      ]
    }
  },
  {
    id: "suppressions-answered-for",
    number: 21,
    title: "Suppressions have an owner, a reason, and are not over",
    severity: "low",
    confidence: "high",
    osps: ["VM-06.02"],
    supports: ["PCI DSS 6.3.1"],
    message: "Renew it with a reason, or remove it and mend what it hid.",
    link: "https://baseline.openssf.org/",
    question: {
      kind: "suppressions"
    },
    examples: {
      match: [
        {
          files: {
            ".sallyport/policy.yml": [
              "version: 1",
              "suppressions:",
              "  - rule: weak-cryptography",
              "    reason: legacy",
              "    owner: team-a",
              "    expires: 2026-01-31"
            ]
          }
        }
      ],
      noMatch: [
        {
          files: {
            ".sallyport/policy.yml": [
              "version: 1",
              "suppressions:",
              "  - rule: weak-cryptography",
              "    reason: legacy",
              "    owner: team-a",
              "    expires: 2027-01-31"
            ]
          }
        },
        {
          files: {
            "README.md": "nothing"
          }
        },
        {
          files: {
            ".sallyport/policy.yml": "version: 1"
          }
        }
      ]
    }
  },
  {
    id: "licence-present",
    number: 24,
    title: "A licence file is there",
    severity: "low",
    confidence: "high",
    osps: ["LE-02.01", "LE-03.01"],
    supports: [],
    message: "Add a LICENSE file.",
    link: "https://baseline.openssf.org/",
    question: {
      kind: "file",
      patterns: ["^(?:LICEN[CS]E|COPYING)(?:[.-][^/]*)?$", "^LICENSES/"],
      expected: "LICENSE"
    },
    examples: {
      match: [
        {
          files: {
            "README.md": "nothing"
          }
        }
      ],
      noMatch: [
        {
          files: {
            LICENSE: "x"
          }
        },
        {
          files: {
            "LICENSE.md": "x"
          }
        },
        {
          files: {
            "LICENSES/MIT.txt": "x"
          }
        }
      ]
    }
  },
  {
    id: "security-policy-present",
    number: 25,
    title: "SECURITY.md names a contact and a time",
    severity: "low",
    confidence: "medium",
    osps: ["VM-01.01", "VM-02.01"],
    supports: ["CIS SSC 1.2.1", "SSDF RV.1.3"],
    message: "Say in SECURITY.md whom to write to and within which time an answer comes.",
    link: "https://baseline.openssf.org/",
    question: {
      kind: "security-policy"
    },
    examples: {
      match: [
        {
          files: {
            "README.md": "nothing"
          }
        },
        {
          files: {
            "SECURITY.md": "Be careful."
          }
        },
        {
          files: {
            "SECURITY.md": "Write to security@example.org"
          }
        },
        {
          files: {
            "SECURITY.md": "We answer within 5 days."
          }
        }
      ],
      noMatch: [
        {
          files: {
            "SECURITY.md": "Write to security@example.org; we answer within 5 days."
          }
        },
        {
          files: {
            ".github/SECURITY.md": "Use private vulnerability reporting. We reply in two business days."
          }
        }
      ]
    }
  },
  {
    id: "workflows-have-owners",
    number: 26,
    title: "CODEOWNERS covers workflows and the gate policy",
    severity: "low",
    confidence: "high",
    osps: [],
    supports: ["CIS SSC 1.1.6", "SOC 2 CC8.1"],
    message: "Add lines for /.github/workflows/ and /.sallyport/ to .github/CODEOWNERS.",
    link: "https://baseline.openssf.org/",
    question: {
      kind: "code-owners"
    },
    examples: {
      match: [
        {
          files: {
            ".github/workflows/ci.yml": [
              "on: push",
              "permissions:",
              "  contents: read",
              "jobs:",
              "  a:",
              "    runs-on: ubuntu-latest",
              "    steps:",
              "      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683",
              "      - run: make"
            ]
          }
        },
        {
          files: {
            ".github/workflows/ci.yml": [
              "on: push",
              "permissions:",
              "  contents: read",
              "jobs:",
              "  a:",
              "    runs-on: ubuntu-latest",
              "    steps:",
              "      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683",
              "      - run: make"
            ],
            ".github/CODEOWNERS": "/docs/ @octo/docs"
          }
        },
        {
          files: {
            ".github/workflows/ci.yml": [
              "on: push",
              "permissions:",
              "  contents: read",
              "jobs:",
              "  a:",
              "    runs-on: ubuntu-latest",
              "    steps:",
              "      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683",
              "      - run: make"
            ],
            CODEOWNERS: ["* @octo/all", "/.github/"]
          }
        },
        {
          files: {
            ".github/workflows/ci.yml": [
              "on: push",
              "permissions:",
              "  contents: read",
              "jobs:",
              "  a:",
              "    runs-on: ubuntu-latest",
              "    steps:",
              "      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683",
              "      - run: make"
            ],
            ".sallyport/policy.yml": "version: 1",
            CODEOWNERS: "/.github/ @octo/ops"
          }
        }
      ],
      noMatch: [
        {
          files: {
            ".github/workflows/ci.yml": [
              "on: push",
              "permissions:",
              "  contents: read",
              "jobs:",
              "  a:",
              "    runs-on: ubuntu-latest",
              "    steps:",
              "      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683",
              "      - run: make"
            ],
            CODEOWNERS: "* @octo/all"
          }
        },
        {
          files: {
            ".github/workflows/ci.yml": [
              "on: push",
              "permissions:",
              "  contents: read",
              "jobs:",
              "  a:",
              "    runs-on: ubuntu-latest",
              "    steps:",
              "      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683",
              "      - run: make"
            ],
            ".github/CODEOWNERS": ["# who decides", "/.github/workflows/ @octo/ops # all"]
          }
        },
        {
          files: {
            ".github/workflows/ci.yml": [
              "on: push",
              "permissions:",
              "  contents: read",
              "jobs:",
              "  a:",
              "    runs-on: ubuntu-latest",
              "    steps:",
              "      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683",
              "      - run: make"
            ],
            ".sallyport/policy.yml": "version: 1",
            CODEOWNERS: ["/.github/ @octo/ops", "/.sallyport/ @octo/sec"]
          }
        },
        {
          files: {
            "README.md": "nothing"
          }
        }
      ]
    }
  },
  {
    id: "contributing-present",
    number: 27,
    title: "It is said how to contribute",
    severity: "low",
    confidence: "high",
    osps: ["GV-03.01"],
    supports: [],
    message: "Add a CONTRIBUTING.md that says how to build and test.",
    link: "https://baseline.openssf.org/",
    question: {
      kind: "file",
      patterns: ["^(?:\\.github/|docs/)?CONTRIBUTING(?:\\.[^/]*)?$"],
      expected: "CONTRIBUTING.md"
    },
    examples: {
      match: [
        {
          files: {
            "README.md": "nothing"
          }
        }
      ],
      noMatch: [
        {
          files: {
            "CONTRIBUTING.md": "x"
          }
        }
      ]
    }
  },
  {
    id: "update-tool-configured",
    number: 28,
    title: "A tool proposes updates",
    severity: "low",
    confidence: "high",
    osps: [],
    supports: ["Scorecard Dependency-Update-Tool", "ISO 27001 A.8.8"],
    message: "Configure Dependabot or Renovate, with a cooldown for new versions.",
    link: "https://baseline.openssf.org/",
    question: {
      kind: "file",
      patterns: [
        "^\\.github/dependabot\\.ya?ml$",
        "^(?:\\.github/|\\.gitlab/)?(?:\\.?renovate(?:rc)?)(?:\\.json5?)?$"
      ],
      expected: ".github/dependabot.yml"
    },
    examples: {
      match: [
        {
          files: {
            "README.md": "nothing"
          }
        }
      ],
      noMatch: [
        {
          files: {
            ".github/dependabot.yml": "version: 2"
          }
        },
        {
          files: {
            "renovate.json": "{}"
          }
        }
      ]
    }
  }
];
var COMPLIANCE_RULES = rules_default;
var settingsSchema = (0, import_chunk_CF656EE42.strictObject)({
  /** The least severe advisory that fails check 13; what blocks of the dependencies where it is not given. */
  "advisory-threshold": (0, import_chunk_CF656EE42._enum)(import_chunk_7A0A24403.SEVERITIES).optional()
});
var MAX_TEXT_BYTES = 2 * 1024 * 1024;
var complianceScanner = {
  id: "compliance",
  title: "Compliance checks",
  after: ["workflows", "dependencies", "secrets", "code"],
  wants: (path) => path === import_chunk_7A0A2440.POLICY_PATH || isDocument(path) || isManifest(path),
  scan: scanCompliance
};
async function scanCompliance(input) {
  const settings = (0, import_cli.decode)(settingsSchema, input.settings ?? {}, {
    source: "scanners.compliance.settings",
    code: "POLICY_INVALID",
    knownKeys: ["advisory-threshold"]
  });
  const fileErrors = [];
  const texts = await readTexts(input, fileErrors);
  const evidence = {
    paths: input.paths,
    texts,
    results: input.results,
    now: input.now,
    advisoryThreshold: settings["advisory-threshold"]
  };
  const outcomes = COMPLIANCE_RULES.map((rule) => ({ rule, outcome: ask(rule, evidence) }));
  const controls = outcomes.map(({ rule, outcome }) => toAnswer(rule, outcome));
  const findings = outcomes.flatMap(({ rule, outcome }) => toFinding(rule, outcome));
  return { findings, fileErrors, controls };
}
async function readTexts(input, fileErrors) {
  const texts = /* @__PURE__ */ new Map();
  for (const file of input.files) {
    input.signal.throwIfAborted();
    try {
      texts.set(file.path, await readText(file));
    } catch (thrown) {
      if (!(thrown instanceof import_cli5.SallyportError)) throw thrown;
      texts.set(file.path, void 0);
      fileErrors.push({ path: file.path, code: thrown.code, message: (0, import_cli5.messageOf)(thrown) });
    }
  }
  return texts;
}
async function readText(file) {
  if (file.size > MAX_TEXT_BYTES) {
    throw new import_cli5.SallyportError("LIMIT_EXCEEDED", {
      message: `the file has ${file.size} bytes, more than the ${MAX_TEXT_BYTES} that are judged`
    });
  }
  return new TextDecoder().decode(await file.read());
}
function ask({ question }, evidence) {
  switch (question.kind) {
    case "no-findings":
      return checkFindings(question, evidence);
    case "advisories":
      return checkAdvisories(question, evidence, declaringManifests(evidence).length > 0);
    case "lockfiles":
      return checkLockfiles(evidence);
    case "thresholds":
      return checkThresholds(evidence);
    case "suppressions":
      return checkSuppressions(evidence);
    case "security-policy":
      return checkSecurityPolicy(evidence);
    case "code-owners":
      return checkCodeOwners(evidence);
    case "file":
      return checkFile(question, evidence);
  }
}
function toAnswer(rule, { answer: answer2, reason }) {
  const { id, number, title, osps, supports } = rule;
  return { check: id, number, title, osps, supports, answer: answer2, reason };
}
function toFinding(rule, outcome) {
  if (outcome.answer !== "fail") return [];
  const line = outcome.line ?? 1;
  const ids = [...rule.osps.map((id) => `OSPS-${id}`), ...rule.supports];
  return [
    {
      rule: rule.id,
      severity: rule.severity,
      confidence: rule.confidence,
      title: rule.title,
      message: `Check ${rule.number} fails: ${outcome.reason}. ${rule.message} It supports ${ids.join(", ")}.`,
      path: outcome.path ?? import_chunk_7A0A2440.POLICY_PATH,
      line,
      column: 1,
      endLine: line,
      package: null,
      advisory: null,
      identity: [],
      link: rule.link
    }
  ];
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  scanner_BEW656A4
});
