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
  scanner_4SF3MEXN: () => scanner_4SF3MEXN_exports
});
module.exports = stdin_exports;
var import_chunk_5523CD0A = require("./chunk-5523CD0A.cjs").chunk_ZF4RRLRT;
var import_cli = require("../cli.cjs").chunk_4NFOMFHU;
var import_workflow_0E89D206 = require("./workflow-0E89D206.cjs").chunk_HOHJOYQ5;
var import_yaml_tree_80578C9C = require("./yaml-tree-80578C9C.cjs").chunk_47MVJPOY;
var import_chunk_LISJZMXW = require("./chunk-LISJZMXW.cjs").chunk_LISJZMXW;
var import_cli2 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli3 = require("../cli.cjs").chunk_HJAZFC2R;
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var scanner_4SF3MEXN_exports = {};
__export2(scanner_4SF3MEXN_exports, {
  workflowsScanner: () => workflowsScanner
});
var ACTIONS_LOCK_PATH = ".github/workflows/actions.lock";
var noActionsLock = () => false;
var COMMIT = /^(?:sha1-[0-9a-f]{40}|sha256-[0-9a-f]{64})$/;
function parseActionsLock(text) {
  const document = (0, import_yaml_tree_80578C9C.toPlain)((0, import_yaml_tree_80578C9C.parseYamlTree)(text, { source: ACTIONS_LOCK_PATH, ...import_yaml_tree_80578C9C.YAML_LIMITS }).root);
  const workflows = recordOf(recordOf(document)["workflows"]);
  const dependencies = recordOf(recordOf(document)["dependencies"]);
  const committed = new Set(
    Object.entries(dependencies).filter(([, entry]) => COMMIT.test(String(recordOf(entry)["commit"]))).map(([key]) => normalize(key))
  );
  return (workflow, owner, repository, ref) => {
    const key = normalize(`${owner}/${repository}@${ref}`);
    const listed = workflows[workflow];
    return committed.has(key) && Array.isArray(listed) && listed.some((one) => normalize(String(one)) === key);
  };
}
function normalize(reference) {
  const at = reference.lastIndexOf("@");
  return at === -1 ? reference.toLowerCase() : reference.slice(0, at).toLowerCase() + reference.slice(at);
}
function recordOf(value) {
  return typeof value === "object" && value !== null ? value : {};
}
var FULL_COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i;
var DIGEST = /@sha256:[0-9a-f]{64}$/;
function parseUses(value) {
  if (value.startsWith("./") || value.startsWith("../") || value.startsWith("$/")) return { kind: "local" };
  if (value.startsWith("docker://")) {
    const image = value.slice("docker://".length);
    return { kind: "docker", image, pinned: isPinnedImage(image) };
  }
  const at = value.lastIndexOf("@");
  const [owner = "", repository = "", ...path] = (at === -1 ? value : value.slice(0, at)).split("/");
  const ref = at === -1 ? "" : value.slice(at + 1);
  return { kind: "repository", owner, repository, path: path.join("/"), ref, pinned: FULL_COMMIT.test(ref) };
}
function isPinnedImage(image) {
  return DIGEST.test(image);
}
function actionName(value) {
  if (value === void 0) return void 0;
  const uses = parseUses(value);
  return uses.kind === "repository" ? `${uses.owner}/${uses.repository}`.toLowerCase() : void 0;
}
var PUBLISH_COMMAND = /\b(?:npm|pnpm|yarn|bun)\s+publish\b|\btwine\s+upload\b|\bcargo\s+publish\b|\bgem\s+push\b|\bdocker\s+push\b|\bgh\s+release\s+create\b|\bgoreleaser\s+release\b|\bmvn\b[^\n]{0,80}\bdeploy\b|\bdotnet\s+nuget\s+push\b/;
var PUBLISH_ACTIONS = /* @__PURE__ */ new Set([
  "pypa/gh-action-pypi-publish",
  "softprops/action-gh-release",
  "goreleaser/goreleaser-action",
  "js-devtools/npm-publish",
  "actions/create-release",
  "rubygems/release-gem"
]);
var SETUP_ACTIONS = /^actions\/setup-(?:node|python|java|dotnet|ruby)$|^ruby\/setup-ruby$/;
function* auditCaches({ workflow }) {
  for (const job of workflow.jobs) {
    if (!publishes(job, workflow)) continue;
    for (const step of job.steps) {
      const place = cacheOf(step);
      if (!place) continue;
      yield {
        rule: "cache-in-release",
        place,
        values: { job: job.id },
        identity: [job.id, step.uses?.value ?? ""]
      };
    }
  }
}
function publishes(job, workflow) {
  if (workflow.kind === "action") return false;
  return job.steps.some(
    ({ run, uses }) => PUBLISH_COMMAND.test(run?.value ?? "") || PUBLISH_ACTIONS.has(actionName(uses?.value) ?? "")
  );
}
function cacheOf(step) {
  const name = actionName(step.uses?.value);
  if (!name || !step.uses) return void 0;
  if (name === "actions/cache") return step.uses;
  const cache = step.with.find((pair) => pair.name.value === "cache");
  if (SETUP_ACTIONS.test(name) && cache && !/^(?:false|)$/.test(cache.value.value)) return cache.value;
  return void 0;
}
function* auditCredentials({ workflow }) {
  for (const job of workflow.jobs) {
    yield* auditContainers(job);
    yield* auditPersisted(job);
  }
}
function* auditContainers(job) {
  const services = (0, import_yaml_tree_80578C9C.findEntry)(job.node, "services")?.value;
  const holders = [
    (0, import_yaml_tree_80578C9C.findEntry)(job.node, "container")?.value,
    ...services?.kind === "map" ? services.entries.map(({ value }) => value) : []
  ];
  for (const holder of holders) {
    const password = (0, import_yaml_tree_80578C9C.findEntry)((0, import_yaml_tree_80578C9C.findEntry)(holder, "credentials")?.value, "password")?.value;
    if (password?.kind !== "scalar" || password.text === "" || password.text.includes("${{")) continue;
    const { line, column, endLine } = password.span;
    const place = { line, column, endLine };
    yield { rule: "container-password", place, values: { job: job.id }, identity: [job.id] };
  }
}
var WORKSPACE = /^\s*(?:\.\/?|\*\*(?:\/\*)?|\.\/\*\*(?:\/\*)?|\$\{\{\s*github\.workspace\s*\}\}\/?)\s*$/m;
function* auditPersisted(job) {
  const checkout = job.steps.find(leavesToken);
  const upload = job.steps.find(uploadsWorkspace);
  if (!checkout?.uses || !upload) return;
  yield { rule: "persisted-credentials", place: checkout.uses, values: { job: job.id }, identity: [job.id] };
}
function leavesToken(step) {
  if (actionName(step.uses?.value) !== "actions/checkout") return false;
  return !step.with.some(({ name, value }) => name.value === "persist-credentials" && value.value === "false");
}
function uploadsWorkspace(step) {
  if (actionName(step.uses?.value) !== "actions/upload-artifact") return false;
  return step.with.some(({ name, value }) => name.value === "path" && WORKSPACE.test(value.value));
}
var TOKEN = /\s*(?:('(?:[^']|'')*')|(-?0x[0-9a-f]+|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)|([a-z_][a-z0-9_-]*)|(&&|\|\||[<>=!]=|[<>!()[\].,*]))/iy;
var COMPARISONS = /* @__PURE__ */ new Set(["==", "!=", "<", ">", "<=", ">="]);
var BOOLEAN_FUNCTIONS = /* @__PURE__ */ new Set([
  "contains",
  "startswith",
  "endswith",
  "hashfiles",
  "success",
  "always",
  "failure",
  "cancelled"
]);
var MAX_DEPTH = 50;
function referencesOf(expression) {
  const found = [];
  const tree = parse(expression);
  if (tree) collect(tree, false, found);
  else for (const path of looseReferences(expression)) found.push({ path, whole: false });
  return found;
}
function collect(node, whole, found) {
  switch (node.kind) {
    case "reference":
      found.push({ path: node.path, whole });
      return;
    case "either":
      collect(node.left, whole, found);
      collect(node.right, whole, found);
      return;
    case "guarded":
      collect(node.right, whole, found);
      return;
    case "call":
      if (BOOLEAN_FUNCTIONS.has(node.name)) return;
      for (const arg of node.args)
        collect(arg, whole || node.name === "tojson" || node.name === "join", found);
      return;
    case "literal":
    case "boolean":
      return;
  }
}
function looseReferences(expression) {
  const paths = expression.match(/(?<![\w-])[a-z_][\w-]*(?:\s*\.\s*[\w*-]+|\[[^\]]{0,80}\])+/gi) ?? [];
  return paths.map(
    (path) => path.toLowerCase().replaceAll(/[[\]'"\s]+/g, ".").split(".").filter(Boolean)
  );
}
function parse(expression) {
  const tokens = tokenize(expression);
  if (!tokens) return void 0;
  const parser = new Parser(tokens);
  try {
    return parser.document();
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return void 0;
    throw thrown;
  }
}
function tokenize(expression) {
  const tokens = [];
  const text = expression.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text);
    if (!match) return void 0;
    tokens.push(match[0].trim());
  }
  return tokens;
}
var Parser = class {
  #tokens;
  #at = 0;
  #depth = 0;
  constructor(tokens) {
    this.#tokens = tokens;
  }
  document() {
    const node = this.#or();
    if (this.#at < this.#tokens.length) throw new SyntaxError("something follows the expression");
    return node;
  }
  #or() {
    if (++this.#depth > MAX_DEPTH) throw new SyntaxError("nested too deeply");
    let left = this.#and();
    while (this.#accept("||")) left = { kind: "either", left, right: this.#and() };
    this.#depth--;
    return left;
  }
  #and() {
    let left = this.#comparison();
    while (this.#accept("&&")) left = { kind: "guarded", right: this.#comparison() };
    return left;
  }
  #comparison() {
    let left = this.#unary();
    while (COMPARISONS.has(this.#peek())) {
      this.#at++;
      this.#unary();
      left = { kind: "boolean" };
    }
    return left;
  }
  #unary() {
    let negated = false;
    while (this.#accept("!")) negated = true;
    const node = this.#primary();
    return negated ? { kind: "boolean" } : node;
  }
  #primary() {
    if (this.#accept("(")) {
      const node = this.#or();
      this.#expect(")");
      this.#tail();
      return node;
    }
    const token = this.#next();
    if (/^['\d-]/.test(token)) return { kind: "literal" };
    if (!/^[a-z_]/i.test(token)) throw new SyntaxError(`unexpected ${token}`);
    const name = token.toLowerCase();
    if (this.#accept("(")) return { kind: "call", name, args: this.#args(), tail: this.#tail() };
    if (name === "true" || name === "false" || name === "null") return { kind: "literal" };
    return { kind: "reference", path: [name, ...this.#tail()] };
  }
  #args() {
    const args = [];
    if (this.#accept(")")) return args;
    do
      args.push(this.#or());
    while (this.#accept(","));
    this.#expect(")");
    return args;
  }
  #tail() {
    const path = [];
    for (; ; ) {
      if (this.#accept(".")) path.push(this.#next().toLowerCase());
      else if (this.#accept("[")) path.push(this.#subscript());
      else return path;
    }
  }
  #subscript() {
    const token = this.#peek();
    if (token === "*") this.#at++;
    else this.#or();
    this.#expect("]");
    return token.startsWith("'") ? token.slice(1, -1).replaceAll("''", "'").toLowerCase() : "*";
  }
  #peek() {
    return this.#tokens[this.#at] ?? "";
  }
  #next() {
    const token = this.#tokens[this.#at++];
    if (token === void 0) throw new SyntaxError("the expression ends too early");
    return token;
  }
  #accept(token) {
    if (this.#peek() !== token) return false;
    this.#at++;
    return true;
  }
  #expect(token) {
    if (!this.#accept(token)) throw new SyntaxError(`expected ${token}`);
  }
};
function placeOfLine(script, fragment, workflow) {
  const [first = ""] = fragment.trim().split("\n");
  const lines = workflow.tree.text.split("\n");
  for (let line = script.line; line <= script.endLine; line++) {
    const from = line === script.line ? script.column - 1 : 0;
    const at = lines[line - 1]?.indexOf(first, from) ?? -1;
    if (first !== "" && at !== -1) return { line, column: at + 1, endLine: line };
  }
  return script;
}
var PRIVILEGED = ["pull_request_target", "workflow_run", "issue_comment"];
var HEAD = /^(?:github\.head_ref|github\.event\.(?:pull_request\.(?:head(?:\.|$)|merge_commit_sha|number)|number|issue\.number|workflow_run\.(?:head_|pull_requests\.)|check_suite\.head_|client_payload\.pull_request))/;
var HEAD_OUTPUT = /^(?:steps|needs)\..*(?:head|sha|ref|pr_|pr-|pull)/;
var HEAD_COMMAND = /\bgh\s+pr\s+checkout\b|\bhub\s+pr\s+checkout\b|\bgit\s+(?:fetch|pull|checkout|clone)\b[^\n]{0,300}(?:pull\/[^\n]{0,80}\/(?:head|merge)|\$\{\{\s*github\.(?:head_ref|event\.pull_request\.head))/;
function* auditHeadCheckout({ workflow }) {
  const events = workflow.events.filter(({ name }) => PRIVILEGED.includes(name));
  if (events.length === 0) return;
  const values = { event: events.map(({ name }) => name).join(", ") };
  let found = false;
  for (const job of workflow.jobs) {
    for (const step of job.steps) {
      const place = headCheckout(step, job, workflow);
      if (!place) continue;
      found = true;
      yield {
        rule: "privileged-head-checkout",
        place,
        values,
        identity: [job.id, step.id?.value ?? step.name?.value ?? step.uses?.value ?? ""]
      };
    }
  }
  const target = events.find(({ name }) => name === "pull_request_target" || name === "workflow_run");
  if (target && !found) {
    yield {
      rule: "privileged-trigger",
      place: target,
      values: { event: target.name },
      identity: [target.name]
    };
  }
}
function headCheckout(step, job, workflow) {
  if (step.run) {
    const command = step.run.value.split("\n").find((line) => HEAD_COMMAND.test(resolveVariables(line, step, job)));
    return command === void 0 ? void 0 : placeOfLine(step.run, command, workflow);
  }
  if (actionName(step.uses?.value) !== "actions/checkout") return void 0;
  for (const { name, value } of step.with) {
    if (!["ref", "repository"].includes(name.value.toLowerCase())) continue;
    if (value.expressions.some(({ body }) => namesHead(body))) return value;
    if (/^refs\/pull\//.test(value.value)) return value;
  }
  return void 0;
}
function namesHead(expression) {
  return referencesOf(expression).some(({ path }) => {
    const name = path.join(".");
    return HEAD.test(name) || HEAD_OUTPUT.test(name);
  });
}
function resolveVariables(script, step, job) {
  return script.replaceAll(/\$\{?([A-Za-z_]\w*)\}?/g, (whole, name) => {
    const pair = [...step.env, ...job.env].find((candidate) => candidate.name.value === name);
    return pair?.value.value ?? whole;
  });
}
var READERS = /* @__PURE__ */ new Set([
  "actions/checkout",
  "actions/setup-node",
  "actions/setup-python",
  "actions/setup-go",
  "actions/setup-java",
  "actions/setup-dotnet",
  "actions/cache",
  "actions/upload-artifact",
  "actions/download-artifact",
  "step-security/harden-runner"
]);
var TOKEN_USE = /\bgh\s|\bgit\s+(?:push|tag)|GITHUB_TOKEN|github\.token|GH_TOKEN|ACTIONS_ID_TOKEN|npm\s+publish|docker\s+push|cosign|\.\/|\bmake\b|npm\s+run/;
function* auditPermissions({ workflow }) {
  if (workflow.kind === "action") return;
  yield* auditWriteAll(workflow);
  yield* auditMissing(workflow);
  yield* auditShared(workflow);
  for (const job of workflow.jobs) yield* auditUnused(job);
}
function* auditWriteAll(workflow) {
  const holders = [{ id: "", permissions: workflow.permissions }, ...workflow.jobs];
  for (const { id, permissions } of holders) {
    if (permissions?.all !== "write-all") continue;
    const where = id === "" ? "the workflow" : `the job ${id}`;
    yield { rule: "write-all-permissions", place: permissions, values: { where }, identity: [id] };
  }
}
function* auditMissing(workflow) {
  if (workflow.permissions || workflow.jobs.length === 0) return;
  const silent = workflow.jobs.filter((job) => job.permissions === null);
  const onlyCalled = workflow.events.length > 0 && workflow.events.every(({ name }) => name === "workflow_call");
  const [first] = silent;
  if (!first) return;
  yield {
    rule: "missing-permissions",
    place: first,
    values: { jobs: silent.map(({ id }) => id).join(", ") },
    identity: [],
    ...onlyCalled ? { severity: "low" } : {}
  };
}
function* auditShared(workflow) {
  const inherit = workflow.jobs.filter((job) => job.permissions === null);
  if (inherit.length < 2 || !workflow.permissions) return;
  for (const scope of writeScopes(workflow.permissions)) {
    yield {
      rule: "shared-write-permission",
      place: scope.place,
      values: { scope: scope.name, jobs: inherit.map(({ id }) => id).join(", ") },
      identity: [scope.name]
    };
  }
}
function* auditUnused(job) {
  if (!job.permissions || job.uses || job.steps.length === 0 || !job.steps.every(isReader)) return;
  if (usesToken(job)) return;
  for (const scope of writeScopes(job.permissions)) {
    yield {
      rule: "unused-write-permission",
      place: scope.place,
      values: { scope: scope.name, job: job.id },
      identity: [job.id, scope.name]
    };
  }
}
function isReader({ uses, run }) {
  return run ? !TOKEN_USE.test(run.value) : READERS.has(actionName(uses?.value) ?? "");
}
function usesToken(job) {
  const values = [...job.env, ...job.steps.flatMap((step) => [...step.env, ...step.with])];
  return values.some(({ value }) => /github\.token|secrets\.GITHUB_TOKEN/i.test(value.value));
}
function writeScopes(permissions) {
  return permissions.scopes.filter(({ value }) => value.value === "write").map(({ name }) => ({ name: name.value, place: name }));
}
var PLATFORM_OWNERS = /* @__PURE__ */ new Set(["actions", "github"]);
function* auditPinning(subject) {
  for (const job of subject.workflow.jobs) {
    if (job.uses) yield* auditUses(job.uses, "unpinned-reusable-workflow", subject);
    for (const step of job.steps) if (step.uses) yield* auditUses(step.uses, "unpinned-action", subject);
    for (const image of job.images) {
      if (image.expressions.length > 0 || isPinnedImage(image.value)) continue;
      yield {
        rule: "unpinned-image",
        place: image,
        values: { image: image.value },
        identity: [job.id, image.value]
      };
    }
  }
}
function* auditUses(text, rule, { workflow, lock }) {
  const uses = parseUses(text.value.trim());
  if (uses.kind === "local" || uses.pinned) return;
  if (uses.kind === "docker") {
    yield {
      rule: "unpinned-docker-action",
      place: text,
      values: { image: uses.image },
      identity: [text.value]
    };
    return;
  }
  const { owner, repository, ref } = uses;
  if (rule === "unpinned-action" && lock(workflow.path, owner, repository, ref)) return;
  yield {
    rule,
    place: text,
    values: {
      uses: text.value,
      ref: ref === "" ? "the default branch" : ref,
      name: `${owner}/${repository}`
    },
    identity: [text.value],
    ...PLATFORM_OWNERS.has(owner.toLowerCase()) ? { severity: "medium" } : {}
  };
}
var FORK_EVENTS = ["pull_request", "pull_request_target", "workflow_run", "issue_comment", "issues"];
function* auditRunners({ workflow }) {
  const event = workflow.events.find(({ name }) => FORK_EVENTS.includes(name));
  if (!event) return;
  for (const job of workflow.jobs) {
    const label = job.runsOn.find(({ value }) => value.toLowerCase() === "self-hosted");
    if (!label) continue;
    const values = { job: job.id, event: event.name };
    yield { rule: "self-hosted-on-fork-event", place: label, values, identity: [job.id] };
  }
}
var FETCH_AND_RUN = /\b(?:curl|wget)\b[^\n|;&]{0,400}\|\s{0,4}(?:sudo\s+(?:-\S+\s+){0,3})?(?:ba|z|da|k)?sh\b|\b(?:ba|z)?sh\s+(?:-c\s+"?\$\(|<\()\s{0,4}(?:curl|wget)\b|\biwr\b[^\n|]{0,400}\|\s{0,4}iex\b/;
var BOT_NAME = /\bgithub\.(?:actor|triggering_actor)\s*==\s*'[^']*\[bot\]'/;
function* auditScripts({ workflow }) {
  const privileged = workflow.events.some(
    ({ name }) => name === "pull_request_target" || name === "workflow_run"
  );
  for (const job of workflow.jobs) {
    for (const step of job.steps) {
      const command = FETCH_AND_RUN.exec(step.run?.value ?? "")?.[0];
      if (step.run && command) {
        const place = placeOfLine(step.run, command, workflow);
        yield { rule: "fetch-and-run", place, values: { command }, identity: [job.id, command] };
      }
    }
    for (const condition of [job.if, ...job.steps.map((step) => step.if)]) {
      if (!privileged || !condition || !BOT_NAME.test(condition.value)) continue;
      yield { rule: "spoofable-bot-check", place: condition, values: {}, identity: [job.id, condition.value] };
    }
  }
}
function* auditSecrets({ workflow }) {
  for (const job of workflow.jobs) {
    if (job.secrets?.inherit) {
      const values = { uses: job.uses?.value ?? "" };
      yield { rule: "secrets-inherit", place: job.secrets, values, identity: [job.id] };
    }
    for (const step of job.steps) yield* auditLog(step, job.id, workflow);
  }
  for (const expression of workflow.expressions) {
    const all = referencesOf(expression.body).some(
      ({ path, whole }) => path.length === 1 && path[0] === "secrets" && whole
    );
    if (!all) continue;
    const values = { expression: expression.body };
    yield { rule: "all-secrets-exposed", place: expression, values, identity: [expression.body] };
  }
}
var PRINT = /^\s*(?:echo|printf)\s(?<rest>[^|>\n]*)$/;
var ASSIGNMENT = /^\s*(?:export\s+|local\s+)?(?<name>[A-Za-z_]\w*)=(?<value>.*)$/;
function* auditLog(step, job, workflow) {
  if (!step.run) return;
  const secret = new Set(
    step.env.filter(({ value }) => /\bsecrets\s*[.[]/.test(value.value)).map(({ name }) => name.value)
  );
  const lines = step.run.value.split("\n");
  for (const line of lines) {
    const assigned = ASSIGNMENT.exec(line)?.groups;
    if (assigned && holdsSecret(assigned["value"], secret)) secret.add(assigned["name"]);
    const printed = PRINT.exec(line)?.groups?.["rest"];
    if (printed === void 0 || printed.includes("::add-mask::") || !holdsSecret(printed, secret)) continue;
    const text = line.trim();
    const place = placeOfLine(step.run, text, workflow);
    yield { rule: "secret-in-log", place, values: { line: text }, identity: [job, text] };
  }
}
function holdsSecret(text, names) {
  if (/\$\{\{\s*secrets\s*[.[]/.test(text)) return true;
  return [...text.matchAll(/\$\{?([A-Za-z_]\w*)/g)].some(([, name]) => names.has(name));
}
var contexts_default = {
  stranger: {
    who: "whoever opens an issue, a comment or a pull request",
    paths: [
      "github.head_ref",
      "github.event.issue.title",
      "github.event.issue.body",
      "github.event.discussion.title",
      "github.event.discussion.body",
      "github.event.comment.body",
      "github.event.review.body",
      "github.event.review_comment.body",
      "github.event.pages.*.page_name",
      "github.event.pages.*.title",
      "github.event.pull_request.title",
      "github.event.pull_request.body",
      "github.event.pull_request.head.ref",
      "github.event.pull_request.head.label",
      "github.event.pull_request.head.repo.default_branch",
      "github.event.pull_request.head.repo.description",
      "github.event.pull_request.head.repo.homepage",
      "github.event.commits.*.message",
      "github.event.commits.*.author.name",
      "github.event.commits.*.author.email",
      "github.event.commits.*.committer.name",
      "github.event.commits.*.committer.email",
      "github.event.head_commit.message",
      "github.event.head_commit.author.name",
      "github.event.head_commit.author.email",
      "github.event.head_commit.committer.name",
      "github.event.head_commit.committer.email",
      "github.event.workflow_run.head_branch",
      "github.event.workflow_run.display_title",
      "github.event.workflow_run.head_commit.message",
      "github.event.workflow_run.head_commit.author.name",
      "github.event.workflow_run.head_commit.author.email",
      "github.event.workflow_run.head_repository.description",
      "github.event.workflow_run.pull_requests.*.head.ref",
      "github.event.check_suite.head_branch",
      "github.event.check_run.check_suite.head_branch",
      "github.event.merge_group.head_commit.message"
    ]
  },
  member: {
    who: "whoever may push, label or start the workflow",
    paths: [
      "github.ref_name",
      "github.ref",
      "github.base_ref",
      "github.event.ref",
      "github.event.base_ref",
      "github.event.label.name",
      "github.event.issue.labels.*.name",
      "github.event.pull_request.labels.*.name",
      "github.event.milestone.title",
      "github.event.milestone.description",
      "github.event.pull_request.milestone.title",
      "github.event.issue.milestone.title",
      "github.event.release.name",
      "github.event.release.body",
      "github.event.release.tag_name",
      "github.event.release.target_commitish",
      "github.event.inputs.*",
      "github.event.client_payload.*",
      "github.event.deployment.ref",
      "github.event.deployment.payload.*"
    ]
  },
  privilegedEvents: [
    "pull_request_target",
    "workflow_run",
    "issue_comment",
    "issues",
    "discussion",
    "discussion_comment",
    "gollum"
  ],
  safeInputs: ["boolean", "number", "choice", "environment"],
  scripts: {
    "actions/github-script": "script",
    "azure/powershell": "inlinescript",
    "azure/cli": "inlinescript",
    "appleboy/ssh-action": "script",
    "nick-fields/retry": "command",
    "nick-invision/retry": "command",
    "cardinalby/js-eval-action": "expression",
    "jannekem/run-python-script-action": "script",
    "amadevus/pwsh-script": "script",
    "mikefarah/yq": "cmd",
    "reactivecircus/android-emulator-runner": "script",
    "addnab/docker-run-action": "run"
  },
  outputs: {
    "tj-actions/changed-files": "*files*",
    "tj-actions/branch-names": "*branch*",
    "jitterbit/get-changed-files": "*",
    "lots0logs/gh-action-get-changed-files": "*",
    "trilom/file-changes-action": "*",
    "dorny/paths-filter": "*_files",
    "masesgroup/retrieve-changed-files": "*",
    "xt0rted/pull-request-comment-branch": "head_ref",
    "khan/pull-request-comment-trigger": "comment_body",
    "peter-murray/issue-body-parser-action": "*",
    "stefanbuck/github-issue-parser": "*",
    "potiuk/get-workflow-origin": "sourceheadbranch",
    "ahmadnassri/action-changed-files": "*",
    "wow-actions/parse-issue-form": "*",
    "actions-ecosystem/action-regex-match": "*",
    "bitjson/typescript-action-get-comment": "*",
    "actions/github-script": ""
  }
};
var MAX_HOPS = 8;
var stranger = contexts_default.stranger.paths.map((path) => path.split("."));
var member = contexts_default.member.paths.map((path) => path.split("."));
function findInputSource(expression, scope, hops = 0) {
  let found;
  if (hops > MAX_HOPS) return void 0;
  for (const reference of referencesOf(expression)) {
    const source = resolve(reference, scope, hops);
    if (source?.control === "stranger") return source;
    found ??= source;
  }
  return found;
}
function resolve(reference, scope, hops) {
  const [root, second, third, fourth] = reference.path;
  if (root === "env" && second) return fromEnv(second, scope, hops);
  if (root === "inputs") return fromInput(second, scope);
  if (root === "steps" && third === "outputs") return fromStep(second, fourth ?? "*", scope, hops);
  if (root === "needs" && third === "outputs") return fromJob(second, fourth ?? "*", scope, hops);
  if (root === "matrix") return fromMatrix(second, scope, hops);
  if (root !== "github") return void 0;
  const name = reference.path.join(".");
  if (second === "event" && third === "inputs") return fromInput(fourth, scope);
  if (stranger.some((path) => reaches(reference, path))) return { control: "stranger", name };
  if (isMergeRef(reference, scope)) return void 0;
  return member.some((path) => reaches(reference, path)) ? { control: "member", name } : void 0;
}
function reaches({ path, whole }, known) {
  const shared = Math.min(path.length, known.length);
  for (let index = 0; index < shared; index++) {
    if (path[index] !== known[index] && path[index] !== "*" && known[index] !== "*") return false;
  }
  return path.length >= known.length || whole;
}
function isMergeRef({ path }, { workflow }) {
  if (path.length !== 2 || !["ref", "ref_name"].includes(path[1])) return false;
  return workflow.events.length > 0 && workflow.events.every(({ name }) => name.startsWith("pull_request"));
}
function fromEnv(name, scope, hops) {
  for (const pairs of [scope.step?.env ?? [], scope.job.env, scope.workflow.env]) {
    const pair = pairs.find((candidate) => candidate.name.value.toLowerCase() === name);
    if (pair) return fromText(pair.value, scope, hops);
  }
  for (const step of stepsBefore(scope)) {
    const source = fromScript(step, name, "GITHUB_ENV", scope, hops);
    if (source) return source;
  }
  return void 0;
}
function fromText(text, scope, hops = 0) {
  let found;
  for (const { body } of text.expressions) {
    const source = findInputSource(body, scope, hops + 1);
    if (source?.control === "stranger") return source;
    found ??= source;
  }
  return found;
}
function fromInput(name, { workflow }) {
  if (!name) return void 0;
  const control = "member";
  if (workflow.kind === "action") return { control, name: `inputs.${name}` };
  const kinds = workflow.events.map(({ filters }) => inputType(filters, name)).filter((kind) => kind !== void 0);
  const safe = kinds.length > 0 && kinds.every((kind) => contexts_default.safeInputs.includes(kind));
  return safe ? void 0 : { control, name: `inputs.${name}` };
}
function inputType(filters, name) {
  const inputs = (0, import_yaml_tree_80578C9C.findEntry)(filters, "inputs")?.value;
  if (inputs?.kind !== "map") return void 0;
  const entry = inputs.entries.find(({ key }) => key.text.toLowerCase() === name || name === "*");
  if (!entry) return void 0;
  const type = (0, import_yaml_tree_80578C9C.findEntry)(entry.value, "type")?.value;
  return type?.kind === "scalar" ? type.text : "string";
}
function fromStep(id, output, scope, hops) {
  const step = scope.job.steps.find((candidate) => candidate.id?.value.toLowerCase() === id);
  if (!step) return void 0;
  const pattern = contexts_default.outputs[actionName(step.uses?.value) ?? ""];
  if (pattern && (output === "*" || globMatches(pattern, output))) {
    return { control: "stranger", name: `steps.${id}.outputs.${output}` };
  }
  if (step.run) return fromScript(step, output, "GITHUB_OUTPUT", { ...scope, step }, hops);
  return void 0;
}
function globMatches(pattern, text) {
  const [start = "", ...rest] = pattern.split("*");
  if (rest.length === 0) return pattern === text;
  const end = rest.pop() ?? "";
  return text.startsWith(start) && text.endsWith(end) && rest.every((part) => text.includes(part));
}
function fromJob(id, output, scope, hops) {
  const job = scope.workflow.jobs.find((candidate) => candidate.id.toLowerCase() === id);
  if (!job) return void 0;
  const outputs = (0, import_yaml_tree_80578C9C.findEntry)(job.node, "outputs")?.value;
  if (outputs?.kind !== "map") return void 0;
  for (const { key, value } of outputs.entries) {
    if (output !== "*" && key.text.toLowerCase() !== output) continue;
    if (value.kind !== "scalar") continue;
    for (const [, body] of value.text.matchAll(/\$\{\{(.{1,500}?)\}\}/gs)) {
      const source = findInputSource(body.trim(), { workflow: scope.workflow, job }, hops + 1);
      if (source) return source;
    }
  }
  return void 0;
}
function fromMatrix(name, scope, hops) {
  const matrix = (0, import_yaml_tree_80578C9C.findEntry)((0, import_yaml_tree_80578C9C.findEntry)(scope.job.node, "strategy")?.value, "matrix")?.value;
  if (!name || !matrix) return void 0;
  const value = matrix.kind === "map" ? (0, import_yaml_tree_80578C9C.findEntry)(matrix, name)?.value ?? matrix : matrix;
  const { line, endLine } = value.span;
  const inside = scope.workflow.expressions.filter((one) => one.line >= line && one.endLine <= endLine);
  for (const { body } of inside) {
    if (/^matrix\b/.test(body)) continue;
    const source = findInputSource(body, scope, hops + 1);
    if (source) return source;
  }
  return void 0;
}
function stepsBefore({ job, step }) {
  const end = step ? job.steps.findIndex(({ line, column }) => line === step.line && column === step.column) : -1;
  return end === -1 ? job.steps : job.steps.slice(0, end);
}
function fromScript(step, name, file, scope, hops) {
  if (!step.run?.value.includes(file) && !/set-output|core\.setOutput/.test(step.run?.value ?? ""))
    return void 0;
  const inner = { ...scope, step };
  for (const line of step.run.value.split("\n", 500)) {
    const written = /["'\s]([A-Za-z_][\w-]*)(?:=|<<)(.*)$/.exec(` ${line}`);
    if (!written || name !== "*" && written[1].toLowerCase() !== name) continue;
    for (const [, body] of written[2].matchAll(/\$\{\{(.{1,500}?)\}\}/g)) {
      const source2 = findInputSource(body.trim(), inner, hops + 1);
      if (source2) return source2;
    }
    const source = fromVariables(written[2], step.env, inner, hops);
    if (source) return source;
  }
  return void 0;
}
function fromVariables(text, env, scope, hops) {
  for (const [, variable] of text.matchAll(/\$\{?([A-Za-z_]\w*)/g)) {
    const pair = env.find(({ name }) => name.value === variable);
    const source = pair && fromText(pair.value, scope, hops);
    if (source) return source;
  }
  return void 0;
}
var SCRIPTS = contexts_default.scripts;
function* auditUntrustedInput({ workflow }) {
  for (const job of workflow.jobs) {
    for (const step of job.steps) {
      for (const script of scriptsOf(step)) yield* auditScript(script, workflow, job, step);
    }
  }
}
function scriptsOf(step) {
  const scripts = step.run ? [step.run] : [];
  const input = SCRIPTS[actionName(step.uses?.value) ?? ""];
  const pair = step.with.find(({ name }) => name.value.toLowerCase() === input);
  return pair ? [...scripts, pair.value] : scripts;
}
function* auditScript(script, workflow, job, step) {
  for (const expression of script.expressions) {
    const source = findInputSource(expression.body, { workflow, job, step });
    if (!source) continue;
    const stranger2 = source.control === "stranger";
    yield {
      rule: stranger2 ? "untrusted-input" : "member-input",
      place: expression,
      values: {
        expression: expression.body,
        source: source.name,
        who: contexts_default[source.control].who
      },
      identity: [job.id, step.id?.value ?? step.name?.value ?? "", expression.body],
      ...stranger2 && isPrivileged(workflow) ? { severity: "critical" } : {},
      ...!stranger2 && workflow.kind === "action" ? { confidence: "low" } : {}
    };
  }
}
function isPrivileged(workflow) {
  return workflow.events.some(({ name }) => contexts_default.privilegedEvents.includes(name));
}
var AUDITS = [
  auditPinning,
  auditUntrustedInput,
  auditHeadCheckout,
  auditPermissions,
  auditSecrets,
  auditRunners,
  auditCaches,
  auditCredentials,
  auditScripts
];
var rules_default = [
  {
    id: "unpinned-action",
    title: "Action not pinned to a commit",
    severity: "high",
    confidence: "high",
    message: "{uses} follows {ref}, which its owner, or whoever takes over the account, can move to other code; that code then runs here with this job's token and secrets. Pin it to a full commit: uses: {name}@<40 hex digits> # {ref}.",
    link: "https://docs.github.com/en/actions/reference/security/secure-use#using-third-party-actions",
    examples: {
      match: [
        [
          "on: push",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - uses: octo/deploy@v3"
        ],
        [
          "on: push",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - uses: octo/deploy@main"
        ],
        [
          "on: push",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - uses: octo/deploy/sub/dir@v3"
        ],
        [
          "on: push",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - uses: octo/deploy"
        ],
        [
          "on: push",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - uses: octo/deploy@11bd719"
        ],
        {
          path: "tools/action.yml",
          text: [
            "name: x",
            "description: x",
            "inputs:",
            "  title:",
            "    description: x",
            "runs:",
            "  using: composite",
            "  steps:",
            "    - uses: octo/deploy@v3"
          ]
        },
        {
          files: {
            ".github/workflows/ci.yml": [
              "on: push",
              "permissions: {}",
              "jobs:",
              "  build:",
              "    runs-on: ubuntu-latest",
              "    steps:",
              "      - uses: octo/deploy@v3"
            ],
            ".github/workflows/actions.lock": [
              "version: 'v0.0.2'",
              "workflows:",
              "  '.github/workflows/other.yml':",
              "    - 'octo/deploy@v3'",
              "dependencies:",
              "  'octo/deploy@v3':",
              "    ref: 'v3'",
              "    commit: 'sha1-11bd71901bbe5b1630ceea73d27597364c9af683'"
            ]
          }
        },
        {
          files: {
            ".github/workflows/ci.yml": [
              "on: push",
              "permissions: {}",
              "jobs:",
              "  build:",
              "    runs-on: ubuntu-latest",
              "    steps:",
              "      - uses: octo/deploy@v3"
            ],
            ".github/workflows/actions.lock": [
              "workflows:",
              "  '.github/workflows/ci.yml':",
              "    - 'octo/deploy@v3'",
              "dependencies:",
              "  'octo/deploy@v3':",
              "    commit: 'sha1-11bd719'"
            ]
          }
        },
        [
          "on: push",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - uses: actions/checkout@v4"
        ]
      ],
      noMatch: [
        [
          "on: push",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2"
        ],
        [
          "on: push",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - uses: ./tools/build"
        ],
        [
          "on: push",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - uses: $/tools/build"
        ],
        {
          files: {
            ".github/workflows/ci.yml": [
              "on: push",
              "permissions: {}",
              "jobs:",
              "  build:",
              "    runs-on: ubuntu-latest",
              "    steps:",
              "      - uses: octo/deploy@v3"
            ],
            ".github/workflows/actions.lock": [
              "version: 'v0.0.2'",
              "workflows:",
              "  '.github/workflows/ci.yml':",
              "    - 'octo/deploy@v3'",
              "dependencies:",
              "  'octo/deploy@v3':",
              "    ref: 'v3'",
              "    commit: 'sha1-11bd71901bbe5b1630ceea73d27597364c9af683'"
            ]
          }
        }
      ]
    }
  },
  {
    id: "unpinned-reusable-workflow",
    title: "Called workflow not pinned to a commit",
    severity: "high",
    confidence: "high",
    message: "{uses} follows {ref}, which can be moved; the called workflow runs with the token and the secrets that this job passes on. Pin it to a full commit: uses: {name}/.github/workflows/\u2026@<40 hex digits>.",
    link: "https://docs.github.com/en/actions/reference/security/secure-use#reusing-third-party-workflows",
    examples: {
      match: [
        [
          "on: push",
          "permissions: {}",
          "jobs:",
          "  call:",
          "    uses: octo/shared/.github/workflows/ci.yml@v1"
        ]
      ],
      noMatch: [
        [
          "on: push",
          "permissions: {}",
          "jobs:",
          "  call:",
          "    uses: octo/shared/.github/workflows/ci.yml@11bd71901bbe5b1630ceea73d27597364c9af683"
        ],
        ["on: push", "permissions: {}", "jobs:", "  call:", "    uses: ./.github/workflows/ci.yml"]
      ]
    }
  },
  {
    id: "unpinned-docker-action",
    title: "Image of an action not pinned by digest",
    severity: "medium",
    confidence: "high",
    message: "docker://{image} can be replaced at the registry and runs in this job. Name it by digest: docker://{image}@sha256:<64 hex digits>.",
    link: "https://docs.github.com/en/actions/reference/security/secure-use",
    examples: {
      match: [
        [
          "on: push",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - uses: docker://alpine:3.20"
        ],
        [
          "on: push",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - uses: docker://ghcr.io/octo/tool"
        ]
      ],
      noMatch: [
        [
          "on: push",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - uses: docker://alpine@sha256:0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a"
        ],
        [
          "on: push",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - uses: docker://alpine:3.20@sha256:0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a"
        ]
      ]
    }
  },
  {
    id: "unpinned-image",
    title: "Image of a job not pinned by digest",
    severity: "low",
    confidence: "high",
    message: "The image {image} can be replaced at the registry. Name it by digest: {image}@sha256:<64 hex digits>.",
    link: "https://docs.github.com/en/actions/reference/security/secure-use",
    examples: {
      match: [
        [
          "on: push",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    container: node:22",
          "    steps:",
          "      - run: make"
        ],
        [
          "on: push",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    services:",
          "      db:",
          "        image: postgres:16",
          "    steps:",
          "      - run: make"
        ]
      ],
      noMatch: [
        [
          "on: push",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    container: node@sha256:0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a",
          "    steps:",
          "      - run: make"
        ],
        [
          "on: push",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - run: make"
        ]
      ]
    }
  },
  {
    id: "untrusted-input",
    title: "Untrusted input becomes code",
    severity: "high",
    confidence: "high",
    message: '${{ {expression} }} is replaced before the script is read, and {source} is written by {who}: a value such as $(command) or `"; command` then runs with this job\'s token and secrets. Pass it by env: and use it in quotes ("$NAME"; process.env.NAME in github-script).',
    link: "https://docs.github.com/en/actions/reference/security/secure-use#good-practices-for-mitigating-script-injection-attacks",
    examples: {
      match: [
        [
          "on: pull_request",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          '      - run: echo "${{ github.event.pull_request.title }}"'
        ],
        [
          "on: issue_comment",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - run: |",
          "          echo start",
          "          echo ${{ github.event.comment.body }}"
        ],
        [
          "on: push",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - run: echo '${{ github.event.commits[0].message }}'"
        ],
        [
          "on: push",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - run: echo ${{ join(github.event.commits.*.message, ' ') }}"
        ],
        [
          "on: pull_request",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - run: git checkout ${{ github.head_ref }}"
        ],
        [
          "on: pull_request",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - run: git checkout ${{ github['head_ref'] }}"
        ],
        [
          "on: pull_request",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - run: echo ${{ github.event['pull_request'].head.ref }}"
        ],
        [
          "on: pull_request",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - run: echo ${{ format('{0}', github.event.pull_request.body) }}"
        ],
        [
          "on: pull_request",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - run: echo ${{ github.head_ref || github.ref_name }}"
        ],
        [
          "on: pull_request",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - run: echo '${{ toJSON(github.event) }}'"
        ],
        [
          "on: issues",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - uses: actions/github-script@60a0d83039c74a4aee543508d2ffcb1c3799cdea",
          "        with:",
          "          script: |",
          '            console.log("${{ github.event.issue.title }}")'
        ],
        [
          "on: pull_request",
          "permissions: {}",
          "env:",
          "  TITLE: ${{ github.event.pull_request.title }}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - run: echo ${{ env.TITLE }}"
        ],
        [
          "on: pull_request",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - run: echo ${{ env.TITLE }}",
          "        env:",
          "          TITLE: ${{ github.event.pull_request.title }}"
        ],
        [
          "on: pull_request",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    env:",
          "      TITLE: ${{ github.event.pull_request.title }}",
          "    steps:",
          "      - run: echo ${{ env.COPY }}",
          "        env:",
          "          COPY: ${{ env.TITLE }}"
        ],
        [
          "on: pull_request",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - id: changed",
          "        uses: tj-actions/changed-files@11bd71901bbe5b1630ceea73d27597364c9af683",
          "      - run: |",
          '          for file in ${{ steps.changed.outputs.all_changed_files }}; do echo "$file"; done'
        ],
        [
          "on: issues",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - id: get",
          '        run: echo "title=$TITLE" >> "$GITHUB_OUTPUT"',
          "        env:",
          "          TITLE: ${{ github.event.issue.title }}",
          "      - run: echo ${{ steps.get.outputs.title }}"
        ],
        [
          "on: issues",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          '      - run: echo "TITLE=$RAW" >> $GITHUB_ENV',
          "        env:",
          "          RAW: ${{ github.event.issue.title }}",
          "      - run: echo ${{ env.TITLE }}"
        ],
        [
          "on: issues",
          "permissions: {}",
          "jobs:",
          "  one:",
          "    runs-on: ubuntu-latest",
          "    outputs:",
          "      title: ${{ steps.get.outputs.title }}",
          "    steps:",
          "      - id: get",
          '        run: echo "title=$TITLE" >> "$GITHUB_OUTPUT"',
          "        env:",
          "          TITLE: ${{ github.event.issue.title }}",
          "  two:",
          "    needs: one",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - run: echo ${{ needs.one.outputs.title }}"
        ],
        {
          path: "tools/action.yml",
          text: [
            "name: x",
            "description: x",
            "inputs:",
            "  title:",
            "    description: x",
            "runs:",
            "  using: composite",
            "  steps:",
            "    - shell: bash",
            "      run: echo ${{ github.event.pull_request.title }}"
          ]
        },
        [
          "on: workflow_run",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - run: echo ${{ github.event.workflow_run.head_branch }}"
        ]
      ],
      noMatch: [
        [
          "on: pull_request",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          '      - run: echo "$TITLE"',
          "        env:",
          "          TITLE: ${{ github.event.pull_request.title }}"
        ],
        [
          "on: pull_request",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - run: echo ${{ contains(github.event.pull_request.title, 'x') }}"
        ],
        [
          "on: pull_request",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - run: echo ${{ github.event.pull_request.title == 'x' }}"
        ],
        [
          "on: pull_request",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - run: echo ${{ github.event.pull_request.title == 'x' && 'yes' || 'no' }}"
        ],
        [
          "on: pull_request",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - run: echo ${{ startsWith(github.head_ref, 'release/') && 'a' || 'b' }}"
        ],
        [
          "on: pull_request",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - run: echo ${{ github.event.pull_request.number }} ${{ github.sha }} ${{ github.event.pull_request.head.sha }}"
        ],
        [
          "on: pull_request",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - id: a",
          "        run: make",
          "      - run: echo ${{ steps.a.outcome }} ${{ steps.a.conclusion }}"
        ],
        [
          "on: pull_request",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - uses: docker/build-push-action@11bd71901bbe5b1630ceea73d27597364c9af683",
          "        with:",
          "          context: ${{ github.event.pull_request.head.ref }}"
        ],
        [
          "on: pull_request",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - uses: actions/github-script@60a0d83039c74a4aee543508d2ffcb1c3799cdea",
          "        env:",
          "          TITLE: ${{ github.event.pull_request.title }}",
          "        with:",
          "          script: console.log(process.env.TITLE)"
        ],
        [
          "on: pull_request",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - run: echo ${{ github.repository }} ${{ github.run_id }} ${{ runner.os }} ${{ matrix.node }}"
        ],
        [
          "on: pull_request",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - if: github.event.pull_request.title == 0",
          "        run: make"
        ],
        [
          "on: pull_request",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - id: changed",
          "        uses: tj-actions/changed-files@11bd71901bbe5b1630ceea73d27597364c9af683",
          "      - run: echo ${{ steps.changed.outputs.any_changed }}"
        ],
        [
          "on: pull_request",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - run: echo '$${{ hashFiles('**/package-lock.json') }}'"
        ]
      ]
    }
  },
  {
    id: "member-input",
    title: "Input of a member becomes code",
    severity: "medium",
    confidence: "medium",
    message: '${{ {expression} }} is replaced before the script is read, and {source} is chosen by {who}, who gets this job\'s token and secrets with it. Pass it by env: and use it in quotes ("$NAME").',
    link: "https://docs.github.com/en/actions/reference/security/secure-use#good-practices-for-mitigating-script-injection-attacks",
    examples: {
      match: [
        [
          "on:",
          "  workflow_dispatch:",
          "    inputs:",
          "      version:",
          "        type: string",
          "      dry:",
          "        type: boolean",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - run: ./release ${{ inputs.version }}"
        ],
        [
          "on:",
          "  workflow_dispatch:",
          "    inputs:",
          "      version:",
          "        type: string",
          "      dry:",
          "        type: boolean",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - run: ./release ${{ github.event.inputs.version }}"
        ],
        [
          "on: push",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - run: echo ${{ github.ref_name }}"
        ],
        [
          "on: repository_dispatch",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - run: echo ${{ github.event.client_payload.ref }}"
        ],
        {
          path: "tools/action.yml",
          text: [
            "name: x",
            "description: x",
            "inputs:",
            "  title:",
            "    description: x",
            "runs:",
            "  using: composite",
            "  steps:",
            "    - shell: bash",
            "      run: echo ${{ inputs.title }}"
          ]
        }
      ],
      noMatch: [
        [
          "on:",
          "  workflow_dispatch:",
          "    inputs:",
          "      version:",
          "        type: string",
          "      dry:",
          "        type: boolean",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - run: ./release ${{ inputs.dry }}"
        ],
        [
          "on:",
          "  workflow_dispatch:",
          "    inputs:",
          "      version:",
          "        type: string",
          "      dry:",
          "        type: boolean",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          '      - run: ./release "$VERSION"',
          "        env:",
          "          VERSION: ${{ inputs.version }}"
        ],
        [
          "on: pull_request",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - run: echo ${{ github.ref }}"
        ]
      ]
    }
  },
  {
    id: "privileged-head-checkout",
    title: "Code of a pull request runs with the repository's rights",
    severity: "critical",
    confidence: "high",
    message: "On {event} this job has the repository's secrets and token, and here it fetches the pull request's code; its build scripts, hooks or tests can then take them. Build pull requests on pull_request; let a second workflow without a checkout use the result, as data.",
    link: "https://securitylab.github.com/resources/github-actions-preventing-pwn-requests/",
    examples: {
      match: [
        [
          "on: pull_request_target",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683",
          "        with:",
          "          ref: ${{ github.event.pull_request.head.sha }}"
        ],
        [
          "on: pull_request_target",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683",
          "        with:",
          "          ref: refs/pull/${{ github.event.pull_request.number }}/merge"
        ],
        [
          "on: pull_request_target",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683",
          "        with:",
          "          repository: ${{ github.event.pull_request.head.repo.full_name }}"
        ],
        [
          "on: workflow_run",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683",
          "        with:",
          "          ref: ${{ github.event.workflow_run.head_sha }}"
        ],
        [
          "on: issue_comment",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683",
          "      - run: gh pr checkout ${{ github.event.issue.number }}"
        ],
        [
          "on: pull_request_target",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - run: |",
          '          git fetch origin "pull/$NUMBER/head"',
          "        env:",
          "          NUMBER: ${{ github.event.number }}"
        ],
        [
          "on: [pull_request_target]",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683",
          '        with: {ref: "${{ github.head_ref }}"}'
        ]
      ],
      noMatch: [
        [
          "on: pull_request",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683",
          "        with:",
          "          ref: ${{ github.event.pull_request.head.sha }}"
        ],
        [
          "on: pull_request_target",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683"
        ],
        [
          "on: pull_request_target",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          '      - run: gh pr comment "$URL" --body thanks'
        ],
        [
          "on: workflow_run",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683",
          "        with:",
          "          ref: main"
        ]
      ]
    }
  },
  {
    id: "privileged-trigger",
    title: "Workflow that strangers start with the repository's rights",
    severity: "low",
    confidence: "low",
    message: "{event} gives this workflow the repository's secrets and a token that may write, whoever opened the pull request. If it needs neither, use pull_request; if it does, keep it free of checkouts, of values in scripts and of artifacts taken as code.",
    link: "https://securitylab.github.com/resources/github-actions-preventing-pwn-requests/",
    examples: {
      match: [
        [
          "on: pull_request_target",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683"
        ]
      ],
      noMatch: [
        [
          "on: pull_request",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683"
        ],
        [
          "on: push",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - run: make"
        ]
      ]
    }
  },
  {
    id: "write-all-permissions",
    title: "Token may write everything",
    severity: "high",
    confidence: "high",
    message: "{where} gives its token write-all: any action or script in it can change code, releases, packages and settings. Write permissions: contents: read, and per job only what it needs.",
    link: "https://docs.github.com/en/actions/reference/security/secure-use#modifying-the-permissions-for-the-github_token",
    examples: {
      match: [
        [
          "on: push",
          "permissions: write-all",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - run: make"
        ],
        [
          "on: push",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    permissions: write-all",
          "    steps:",
          "      - run: make"
        ]
      ],
      noMatch: [
        [
          "on: push",
          "permissions: read-all",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - run: make"
        ],
        [
          "on: push",
          "permissions:",
          "  contents: read",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - run: make"
        ]
      ]
    }
  },
  {
    id: "missing-permissions",
    title: "No permissions stated",
    severity: "medium",
    confidence: "high",
    message: "No permissions: stands at the top, so that the token of {jobs} has whatever the repository's or organisation's default is, often the right to write. Write permissions: contents: read at the top, and more per job where it is needed.",
    link: "https://docs.github.com/en/actions/reference/security/secure-use#modifying-the-permissions-for-the-github_token",
    examples: {
      match: [
        ["on: push", "jobs:", "  build:", "    runs-on: ubuntu-latest", "    steps:", "      - run: make"]
      ],
      noMatch: [
        [
          "on: push",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - run: make"
        ],
        [
          "on: push",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    permissions:",
          "      contents: read",
          "    steps:",
          "      - run: make"
        ]
      ]
    }
  },
  {
    id: "shared-write-permission",
    title: "Right to write for every job",
    severity: "medium",
    confidence: "medium",
    message: "{scope}: write at the top is given to {jobs}. Move it to the job that needs it and leave contents: read at the top.",
    link: "https://docs.github.com/en/actions/reference/security/secure-use#modifying-the-permissions-for-the-github_token",
    examples: {
      match: [
        [
          "on: push",
          "permissions:",
          "  contents: write",
          "jobs:",
          "  test:",
          "    runs-on: ubuntu-latest",
          "    steps: [{run: make}]",
          "  release:",
          "    runs-on: ubuntu-latest",
          "    steps: [{run: make release}]"
        ]
      ],
      noMatch: [
        [
          "on: push",
          "permissions:",
          "  contents: read",
          "jobs:",
          "  test:",
          "    runs-on: ubuntu-latest",
          "    steps: [{run: make}]",
          "  release:",
          "    runs-on: ubuntu-latest",
          "    steps: [{run: make release}]"
        ],
        [
          "on: push",
          "permissions:",
          "  contents: write",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - run: gh release create"
        ]
      ]
    }
  },
  {
    id: "unused-write-permission",
    title: "Right to write that nothing seems to use",
    severity: "low",
    confidence: "low",
    message: "The job {job} has {scope}: write, and no step of it is known to use it. Remove it if so.",
    link: "https://docs.github.com/en/actions/reference/security/secure-use#modifying-the-permissions-for-the-github_token",
    examples: {
      match: [
        [
          "on: push",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    permissions:",
          "      contents: write",
          "    steps:",
          "      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683",
          "      - run: npm ci"
        ]
      ],
      noMatch: [
        [
          "on: push",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    permissions:",
          "      contents: write",
          "    steps:",
          "      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683",
          "      - run: gh release create v1"
        ],
        [
          "on: push",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    permissions:",
          "      contents: write",
          "    steps:",
          "      - uses: octo/deploy@11bd71901bbe5b1630ceea73d27597364c9af683"
        ]
      ]
    }
  },
  {
    id: "secrets-inherit",
    title: "All secrets passed to a called workflow",
    severity: "medium",
    confidence: "high",
    message: "secrets: inherit hands every secret of this repository and organisation to {uses}. Name the ones that it needs.",
    link: "https://docs.github.com/en/actions/how-tos/reuse-automations/reuse-workflows",
    examples: {
      match: [
        [
          "on: push",
          "permissions: {}",
          "jobs:",
          "  call:",
          "    uses: octo/shared/.github/workflows/ci.yml@11bd71901bbe5b1630ceea73d27597364c9af683",
          "    secrets: inherit"
        ]
      ],
      noMatch: [
        [
          "on: push",
          "permissions: {}",
          "jobs:",
          "  call:",
          "    uses: octo/shared/.github/workflows/ci.yml@11bd71901bbe5b1630ceea73d27597364c9af683",
          "    secrets:",
          "      token: ${{ secrets.DEPLOY_TOKEN }}"
        ]
      ]
    }
  },
  {
    id: "all-secrets-exposed",
    title: "All secrets in one value",
    severity: "high",
    confidence: "high",
    message: "${{ {expression} }} puts every secret into one value, also those that this job does not need. Name the ones that it needs.",
    link: "https://docs.github.com/en/actions/reference/security/secure-use#use-secrets-for-sensitive-information",
    examples: {
      match: [
        [
          "on: push",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - run: ./deploy",
          "        env:",
          "          ALL: ${{ toJSON(secrets) }}"
        ]
      ],
      noMatch: [
        [
          "on: push",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - run: ./deploy",
          "        env:",
          "          ONE: ${{ secrets.DEPLOY_TOKEN }}"
        ]
      ]
    }
  },
  {
    id: "secret-in-log",
    title: "Secret printed to the log",
    severity: "high",
    confidence: "medium",
    message: "`{line}` prints a secret or what was cut out of it. The runner masks only the exact value, and logs are kept and, in public repositories, read by all. Remove the line.",
    link: "https://docs.github.com/en/actions/reference/security/secure-use#use-secrets-for-sensitive-information",
    examples: {
      match: [
        [
          "on: push",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - env:",
          "          KEY: ${{ secrets.KEY }}",
          "        run: |",
          "          PART=$(echo $KEY | jq -r .private)",
          '          echo "part: $PART"'
        ],
        [
          "on: push",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - run: echo ${{ secrets.KEY }}"
        ]
      ],
      noMatch: [
        [
          "on: push",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - env:",
          "          KEY: ${{ secrets.KEY }}",
          '        run: echo "$KEY" | docker login --password-stdin'
        ],
        [
          "on: push",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - env:",
          "          KEY: ${{ secrets.KEY }}",
          "        run: |",
          '          echo "$KEY" > key.pem',
          "          echo done"
        ],
        [
          "on: push",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - env:",
          "          KEY: ${{ secrets.KEY }}",
          '        run: echo "::add-mask::$KEY"'
        ]
      ]
    }
  },
  {
    id: "self-hosted-on-fork-event",
    title: "Self-hosted runner for code of forks",
    severity: "high",
    confidence: "medium",
    message: "The job {job} runs on a self-hosted runner and is started by {event}, also from forks: their code can stay on the machine and reach its network. Use hosted runners, or single-use ones with no access, for this event.",
    link: "https://docs.github.com/en/actions/reference/security/secure-use#hardening-for-self-hosted-runners",
    examples: {
      match: [
        [
          "on: pull_request",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: [self-hosted, linux]",
          "    steps: [{run: make}]"
        ]
      ],
      noMatch: [
        [
          "on: push",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: [self-hosted, linux]",
          "    steps: [{run: make}]"
        ],
        [
          "on: pull_request",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - run: make"
        ]
      ]
    }
  },
  {
    id: "cache-in-release",
    title: "Cache restored in a job that publishes",
    severity: "medium",
    confidence: "low",
    message: "The job {job} publishes, and restores a cache that other jobs can write: whoever poisons the cache is in the release. Build releases without a cache.",
    link: "https://adnanthekhan.com/2024/05/06/the-monsters-in-your-build-cache-github-actions-cache-poisoning/",
    examples: {
      match: [
        [
          "on: push",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - uses: actions/setup-node@11bd71901bbe5b1630ceea73d27597364c9af683",
          "        with:",
          "          cache: npm",
          "      - run: npm publish"
        ],
        [
          "on: push",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - uses: actions/cache@11bd71901bbe5b1630ceea73d27597364c9af683",
          "      - run: twine upload dist/*"
        ]
      ],
      noMatch: [
        [
          "on: push",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - uses: actions/setup-node@11bd71901bbe5b1630ceea73d27597364c9af683",
          "        with:",
          "          cache: npm",
          "      - run: npm test"
        ],
        [
          "on: push",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - uses: actions/setup-node@11bd71901bbe5b1630ceea73d27597364c9af683",
          "      - run: npm publish"
        ]
      ]
    }
  },
  {
    id: "container-password",
    title: "Registry password in the workflow",
    severity: "high",
    confidence: "high",
    message: "The password for the image of {job} stands in the file. Change it, and write ${{ secrets.NAME }}.",
    link: "https://docs.github.com/en/actions/how-tos/use-cases-and-examples",
    examples: {
      match: [
        [
          "on: push",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    container:",
          "      image: ghcr.io/octo/x@sha256:0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a",
          "      credentials:",
          "        username: octo",
          "        password: hunter2",
          "    steps:",
          "      - run: make"
        ]
      ],
      noMatch: [
        [
          "on: push",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    container:",
          "      image: ghcr.io/octo/x@sha256:0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a",
          "      credentials:",
          "        username: octo",
          "        password: ${{ secrets.REGISTRY }}",
          "    steps:",
          "      - run: make"
        ]
      ]
    }
  },
  {
    id: "persisted-credentials",
    title: "Token of the checkout in an artifact",
    severity: "high",
    confidence: "medium",
    message: "checkout writes the token to .git/config, and the job {job} uploads the whole workspace: whoever downloads the artifact in time has the token. Set persist-credentials: false, or upload only what is needed.",
    link: "https://unit42.paloaltonetworks.com/github-repo-artifacts-leak-tokens/",
    examples: {
      match: [
        [
          "on: push",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683",
          "      - uses: actions/upload-artifact@11bd71901bbe5b1630ceea73d27597364c9af683",
          "        with:",
          "          path: ."
        ]
      ],
      noMatch: [
        [
          "on: push",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683",
          "        with:",
          "          persist-credentials: false",
          "      - uses: actions/upload-artifact@11bd71901bbe5b1630ceea73d27597364c9af683",
          "        with:",
          "          path: ."
        ],
        [
          "on: push",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683",
          "      - uses: actions/upload-artifact@11bd71901bbe5b1630ceea73d27597364c9af683",
          "        with:",
          "          path: dist"
        ]
      ]
    }
  },
  {
    id: "fetch-and-run",
    title: "Script fetched and run",
    severity: "medium",
    confidence: "medium",
    message: "`{command}` runs whatever the server sends that day. Fetch a fixed version, compare its digest, then run it.",
    link: "https://docs.github.com/en/actions/reference/security/secure-use",
    examples: {
      match: [
        [
          "on: push",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - run: curl -sSL https://example.org/install.sh | bash"
        ],
        [
          "on: push",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - run: bash <(curl -s https://example.org/i)"
        ]
      ],
      noMatch: [
        [
          "on: push",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - run: curl -sSLo tool.tgz https://example.org/tool.tgz && sha256sum -c tool.sum"
        ],
        [
          "on: push",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - run: curl https://example.org/data | jq ."
        ]
      ]
    }
  },
  {
    id: "spoofable-bot-check",
    title: "Bot recognised by a name that can be borrowed",
    severity: "medium",
    confidence: "medium",
    message: "github.actor is whoever caused the last event, so that a pull request of a stranger passes once the bot has acted on it. Compare github.event.pull_request.user.login, and keep the rights of this workflow small.",
    link: "https://docs.zizmor.sh/audits/#bot-conditions",
    examples: {
      match: [
        [
          "on: pull_request_target",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - if: github.actor == 'dependabot[bot]'",
          '        run: gh pr merge --auto "$URL"'
        ]
      ],
      noMatch: [
        [
          "on: pull_request_target",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - if: github.event.pull_request.user.login == 'dependabot[bot]'",
          '        run: gh pr merge --auto "$URL"'
        ],
        [
          "on: pull_request",
          "permissions: {}",
          "jobs:",
          "  build:",
          "    runs-on: ubuntu-latest",
          "    steps:",
          "      - if: github.actor == 'dependabot[bot]'",
          "        run: make"
        ]
      ]
    }
  }
];
var RULES = new Map(rules_default.map((rule) => [rule.id, rule]));
var workflowsScanner = {
  id: "workflows",
  title: "GitHub workflows",
  wants: (path) => (0, import_chunk_5523CD0A.isWorkflowPath)(path) || (0, import_chunk_5523CD0A.isActionPath)(path) || path === ACTIONS_LOCK_PATH,
  scan: scanWorkflows
};
async function scanWorkflows(input) {
  const findings = [];
  const fileErrors = [];
  const lock = await readLock(input.files, fileErrors);
  for (const file of input.files) {
    input.signal.throwIfAborted();
    if (file.path === ACTIONS_LOCK_PATH) continue;
    await collectErrors(file, fileErrors, async () => {
      const workflow = (0, import_workflow_0E89D206.parseWorkflow)(file.path, (0, import_cli.decodeUtf8)(await file.read()));
      for (const audit of AUDITS) {
        for (const report of audit({ workflow, lock })) findings.push(toFinding(report, file.path));
      }
    });
  }
  return { findings, fileErrors };
}
async function readLock(files, fileErrors) {
  const file = files.find(({ path }) => path === ACTIONS_LOCK_PATH);
  let lock = noActionsLock;
  if (!file) return lock;
  await collectErrors(file, fileErrors, async () => {
    lock = parseActionsLock((0, import_cli.decodeUtf8)(await file.read()));
  });
  return lock;
}
async function collectErrors(file, fileErrors, work) {
  try {
    await work();
  } catch (thrown) {
    if (!(thrown instanceof import_cli2.SallyportError)) throw thrown;
    const line = thrown.place?.line;
    const error = { path: file.path, code: thrown.code, message: (0, import_cli2.messageOf)(thrown) };
    fileErrors.push(line === void 0 ? error : { ...error, line });
  }
}
function toFinding(report, path) {
  const rule = RULES.get(report.rule);
  if (!rule) throw new Error(`an audit reports the unknown rule ${report.rule}`);
  const { line, column, endLine } = report.place;
  return {
    rule: rule.id,
    severity: report.severity ?? rule.severity,
    confidence: report.confidence ?? rule.confidence,
    title: rule.title,
    message: rule.message.replaceAll(/\{(\w+)\}/g, (_, name) => shorten(report.values[name] ?? "")),
    path,
    line,
    column,
    endLine,
    package: null,
    advisory: null,
    identity: report.identity,
    link: rule.link
  };
}
function shorten(text) {
  const flat = text.replaceAll(/\s+/g, " ");
  return flat.length > 160 ? `${flat.slice(0, 159)}\u2026` : flat;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  scanner_4SF3MEXN
});
