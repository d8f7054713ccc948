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
  chunk_HOHJOYQ5: () => chunk_HOHJOYQ5_exports,
  workflow_TULGAFNU: () => workflow_TULGAFNU_exports
});
module.exports = stdin_exports;
var import_yaml_tree_80578C9C = require("./yaml-tree-80578C9C.cjs").chunk_47MVJPOY;
var import_cli = require("../cli.cjs").chunk_TO5RH7DJ;
var import_yaml_tree_80578C9C2 = require("./yaml-tree-80578C9C.cjs").chunk_47MVJPOY;
var import_chunk_LISJZMXW = require("./chunk-LISJZMXW.cjs").chunk_LISJZMXW;
var import_cli2 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli3 = require("../cli.cjs").chunk_HJAZFC2R;
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var workflow_TULGAFNU_exports = {};
__export2(workflow_TULGAFNU_exports, {
  parseWorkflow: () => parseWorkflow
});
var chunk_HOHJOYQ5_exports = {};
__export2(chunk_HOHJOYQ5_exports, {
  parseWorkflow: () => parseWorkflow
});
function readText(scalar, tree) {
  const { line, column, endLine, start, end } = scalar.span;
  const inValue = findExpressions(scalar.text);
  const inSource = findExpressions(tree.text.slice(start, end));
  const aligned = inSource.length === inValue.length;
  const expressions = inValue.map(({ body }, index) => {
    const found = aligned ? inSource[index] : void 0;
    if (!found) return { body, line, column, endLine };
    const from = tree.locate(start + found.start);
    return { body, ...from, endLine: tree.locate(start + found.end).line };
  });
  return { value: scalar.text, line, column, endLine, expressions };
}
function findExpressions(text) {
  const found = [];
  for (let start = text.indexOf("${{"); start !== -1; ) {
    const close = findClose(text, start + 3);
    if (close === -1) break;
    found.push({ body: text.slice(start + 3, close).trim(), start, end: close + 2 });
    start = text.indexOf("${{", close + 2);
  }
  return found;
}
function findClose(text, from) {
  let quoted = false;
  for (let index = from; index < text.length; index++) {
    if (text[index] === "'") quoted = !quoted;
    else if (!quoted && text.startsWith("}}", index)) return index;
  }
  return -1;
}
function parseWorkflow(path, text) {
  const tree = (0, import_yaml_tree_80578C9C.parseYamlTree)(text, { source: path, ...import_yaml_tree_80578C9C.YAML_LIMITS });
  const { root } = tree;
  if (root?.kind !== "map") {
    throw new import_cli.SallyportError("CONFIG_INVALID", {
      message: "the workflow is not a map of keys",
      place: { file: path, line: root?.span.line ?? 1, column: root?.span.column ?? 1 }
    });
  }
  const reader = new WorkflowReader(tree);
  const runs = (0, import_yaml_tree_80578C9C.findEntry)(root, "runs");
  const isAction = runs !== void 0 && (0, import_yaml_tree_80578C9C.findEntry)(root, "jobs") === void 0;
  return {
    kind: isAction ? "action" : "workflow",
    path,
    name: reader.text(root, "name"),
    events: reader.events((0, import_yaml_tree_80578C9C.findEntry)(root, "on")),
    permissions: reader.permissions((0, import_yaml_tree_80578C9C.findEntry)(root, "permissions")),
    env: reader.pairs(root, "env"),
    jobs: isAction ? [reader.job(runs)] : reader.jobs((0, import_yaml_tree_80578C9C.findEntry)(root, "jobs")?.value),
    expressions: reader.allExpressions(root),
    tree
  };
}
var WorkflowReader = class {
  #tree;
  constructor(tree) {
    this.#tree = tree;
  }
  events(entry) {
    if (!entry) return [];
    const { value } = entry;
    if (value.kind === "map") {
      return value.entries.map(({ key, value: filters }) => ({
        name: key.text,
        ...place(key),
        filters: filters.kind === "scalar" && filters.value === null ? null : filters
      }));
    }
    return this.#scalars(value).map((scalar) => ({ name: scalar.text, ...place(scalar), filters: null }));
  }
  permissions(entry) {
    if (!entry) return null;
    const { value } = entry;
    const word = value.kind === "scalar" ? value.text : null;
    return {
      ...place(entry.key),
      all: word === "read-all" || word === "write-all" ? word : null,
      scopes: this.#pairsOf(value)
    };
  }
  jobs(node) {
    return node?.kind === "map" ? node.entries.map((entry) => this.job(entry)) : [];
  }
  job(entry) {
    const node = entry.value;
    return {
      id: entry.key.text,
      ...place(entry.key),
      name: this.text(node, "name"),
      if: this.text(node, "if"),
      needs: this.#texts((0, import_yaml_tree_80578C9C.findEntry)(node, "needs")?.value),
      runsOn: this.#runsOn((0, import_yaml_tree_80578C9C.findEntry)(node, "runs-on")?.value),
      permissions: this.permissions((0, import_yaml_tree_80578C9C.findEntry)(node, "permissions")),
      environment: this.#nameOrText((0, import_yaml_tree_80578C9C.findEntry)(node, "environment")?.value, "name"),
      env: this.pairs(node, "env"),
      uses: this.text(node, "uses"),
      with: this.pairs(node, "with"),
      secrets: this.#secrets((0, import_yaml_tree_80578C9C.findEntry)(node, "secrets")),
      images: this.#images(node),
      steps: this.#steps((0, import_yaml_tree_80578C9C.findEntry)(node, "steps")?.value),
      node
    };
  }
  text(node, key) {
    const value = (0, import_yaml_tree_80578C9C.findEntry)(node, key)?.value;
    return value?.kind === "scalar" ? readText(value, this.#tree) : null;
  }
  pairs(node, key) {
    return this.#pairsOf((0, import_yaml_tree_80578C9C.findEntry)(node, key)?.value);
  }
  allExpressions(root) {
    const found = [];
    const seen = /* @__PURE__ */ new Set();
    const walk = (node) => {
      if (seen.has(node)) return;
      seen.add(node);
      if (node.kind === "scalar") found.push(...readText(node, this.#tree).expressions);
      else if (node.kind === "list") for (const item of node.items) walk(item);
      else {
        for (const { key, value } of node.entries) {
          walk(key);
          walk(value);
        }
      }
    };
    walk(root);
    return found;
  }
  #steps(node) {
    if (node?.kind !== "list") return [];
    return node.items.map((item) => ({
      ...place(item),
      id: this.text(item, "id"),
      name: this.text(item, "name"),
      if: this.text(item, "if"),
      uses: this.text(item, "uses"),
      run: this.text(item, "run"),
      shell: this.text(item, "shell"),
      workingDirectory: this.text(item, "working-directory"),
      with: this.pairs(item, "with"),
      env: this.pairs(item, "env")
    }));
  }
  #runsOn(node) {
    return node?.kind === "map" ? this.#texts((0, import_yaml_tree_80578C9C.findEntry)(node, "labels")?.value) : this.#texts(node);
  }
  #secrets(entry) {
    if (!entry) return null;
    const inherit = entry.value.kind === "scalar" && entry.value.text === "inherit";
    return { ...place(entry.key), inherit, pairs: this.#pairsOf(entry.value) };
  }
  #images(node) {
    const services = (0, import_yaml_tree_80578C9C.findEntry)(node, "services")?.value;
    const holders = [
      (0, import_yaml_tree_80578C9C.findEntry)(node, "container")?.value,
      ...services?.kind === "map" ? services.entries.map((entry) => entry.value) : []
    ];
    return holders.map((holder) => this.#nameOrText(holder, "image")).filter((image) => image !== null);
  }
  #nameOrText(node, key) {
    if (node?.kind === "scalar") return readText(node, this.#tree);
    return this.text(node, key);
  }
  #pairsOf(node) {
    if (node?.kind !== "map") return [];
    return node.entries.map(({ key, value }) => ({
      name: readText(key, this.#tree),
      value: readText(value.kind === "scalar" ? value : this.#asText(value), this.#tree)
    }));
  }
  #asText(node) {
    const text = this.#tree.text.slice(node.span.start, node.span.end);
    return { kind: "scalar", value: text, text, span: node.span };
  }
  #texts(node) {
    return this.#scalars(node).map((scalar) => readText(scalar, this.#tree));
  }
  #scalars(node) {
    if (node?.kind === "scalar") return node.value === null ? [] : [node];
    if (node?.kind !== "list") return [];
    return node.items.filter((item) => item.kind === "scalar");
  }
};
function place(node) {
  const { line, column, endLine } = node.span;
  return { line, column, endLine };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  chunk_HOHJOYQ5,
  workflow_TULGAFNU
});
