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
  acl_resolve_5D7TGO6P: () => acl_resolve_5D7TGO6P_exports
});
module.exports = stdin_exports;
var import_chunk_FACE8E31 = require("./chunk-FACE8E31.cjs").chunk_OFVEZVAZ;
var import_chunk_CF656EE4 = require("./chunk-CF656EE4.cjs").chunk_CRLEFTAS;
var import_chunk_2BC21E11 = require("./chunk-2BC21E11.cjs").chunk_COQYJIF4;
var import_cli = require("../cli.cjs").chunk_SO3KANTK;
var import_chunk_2BC21E112 = require("./chunk-2BC21E11.cjs").chunk_M3WSMIIZ;
var import_chunk_CF656EE42 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_cli2 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli3 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli4 = require("../cli.cjs").chunk_HJAZFC2R;
var import_node_path = process.getBuiltinModule("node:path");
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var acl_resolve_5D7TGO6P_exports = {};
__export2(acl_resolve_5D7TGO6P_exports, {
  aclResolve: () => aclResolve
});
function findUnresolvedWorkloads(text, file) {
  const root = (0, import_chunk_FACE8E31.parseHujson)(text, file).entries();
  const known = new Set(root.get("workloads")?.entries().keys() ?? []);
  const rules = [...root.get("acls")?.list() ?? [], ...root.get("grants")?.list() ?? []];
  const named = rules.flatMap((rule) => (rule.entries().get("src")?.list() ?? []).flatMap(readName));
  return [...new Set(named)].filter((name) => !known.has(name));
}
function writeWorkloads(text, found) {
  const formattingOptions = { insertSpaces: true, tabSize: 2, eol: "\n" };
  let written = text;
  for (const [name, identity] of found)
    written = (0, import_chunk_FACE8E31.applyEdits)(written, (0, import_chunk_FACE8E31.modify)(written, ["workloads", name], identity, { formattingOptions }));
  return written;
}
function readName(source) {
  const text = source.text();
  return /^git(?:hub|lab):/.test(text) ? [text] : [];
}
var MAX_RULES_BYTES = 4 * 1024 * 1024;
var MAX_REPLY_BYTES = 256 * 1024;
var TIMEOUT_MS = 2e4;
var repositorySchema = (0, import_chunk_CF656EE42.object)({
  id: (0, import_chunk_CF656EE42.int)().positive(),
  full_name: (0, import_chunk_CF656EE42.string)(),
  owner: (0, import_chunk_CF656EE42.object)({ id: (0, import_chunk_CF656EE42.int)().positive() })
});
var projectSchema = (0, import_chunk_CF656EE42.object)({
  id: (0, import_chunk_CF656EE42.int)().positive(),
  path_with_namespace: (0, import_chunk_CF656EE42.string)(),
  namespace: (0, import_chunk_CF656EE42.object)({ id: (0, import_chunk_CF656EE42.int)().positive() })
});
var aclResolve = {
  name: "acl resolve",
  summary: "Look up the ids of workloads that access rules name.",
  details: 'Every github:owner/repository that stands as a source and not under "workloads" is asked for at GitHub\n(GITHUB_API_URL, with GITHUB_TOKEN where it is set), every gitlab:group/project at GitLab (CI_API_V4_URL, with\nGITLAB_TOKEN). --write puts the ids into the file, for review with the\nchange; without it they are only shown. Names that the file resolves already are never asked for again.',
  positionals: [{ name: "POLICY", doc: "The access rules, a HuJSON file (access.hujson)." }],
  options: ["write", "ca", "json"],
  examples: ["sallyport acl resolve access.hujson --write"],
  async run(call) {
    const { options, ports } = call;
    const name = call.positionals[0];
    const path = (0, import_node_path.resolve)(ports.cwd, name);
    const text = (0, import_cli2.decodeUtf8)(await (0, import_chunk_2BC21E112.readFileBounded)(path, MAX_RULES_BYTES));
    const wanted = findUnresolvedWorkloads(text, name);
    const found = await lookUpAll(call, wanted);
    if (options.write && found.size > 0) await (0, import_chunk_2BC21E112.writeFileAtomic)(path, (0, import_cli2.encodeUtf8)(writeWorkloads(text, found)));
    if (options.json)
      ports.stdout(`${JSON.stringify({ version: 1, workloads: Object.fromEntries(found) })}
`);
    for (const [workload, { repositoryId, ownerId }] of found)
      ports.stderr(`${workload}: repository ${repositoryId}, owner ${ownerId}
`);
    ports.stderr(summarise(found.size, options.write ?? false));
    return import_cli3.EXIT.ok;
  }
};
function summarise(count, written) {
  if (count === 0) return "every workload is resolved\n";
  return written ? `${count} written
` : `${count} to write: --write
`;
}
async function lookUpAll(call, names) {
  const { options, ports } = call;
  const ca = options.ca === void 0 ? {} : { ca: (0, import_cli2.decodeUtf8)(await (0, import_chunk_2BC21E112.readFileBounded)((0, import_node_path.resolve)(ports.cwd, options.ca), MAX_REPLY_BYTES)) };
  const http = (0, import_chunk_2BC21E11.createHttpClient)(ca);
  const found = /* @__PURE__ */ new Map();
  try {
    for (const name of names) found.set(name, await lookUp(call, http, name));
    return found;
  } finally {
    await http.close();
  }
}
async function lookUp(call, http, workload) {
  const [forge, path] = [workload.slice(0, 6), workload.slice(7)];
  const { url, headers, read } = forge === "gitlab" ? askGitlab(call, path) : askGithub(call, path);
  const { status, body } = await http.request({
    method: "GET",
    url,
    headers: { "user-agent": "sallyport", ...headers },
    maxBytes: MAX_REPLY_BYTES,
    timeoutMs: TIMEOUT_MS,
    signal: call.ports.signal
  });
  if (status !== 200) throw unknownRepository(workload, url, status);
  const { name, ...ids } = read((0, import_chunk_CF656EE4.parseStrictJson)(body, { source: url, maxBytes: MAX_REPLY_BYTES }), url);
  if (name.toLowerCase() !== path.toLowerCase()) {
    throw new import_cli3.SallyportError("ACCESS_RULES_INVALID", {
      message: `${workload} is called ${JSON.stringify(name)} now`,
      help: "write the name that it has"
    });
  }
  return ids;
}
function askGithub({ ports: { env } }, path) {
  const api = (env["GITHUB_API_URL"] ?? "https://api.github.com").replace(/\/$/, "");
  const token = env["GITHUB_TOKEN"];
  return {
    url: `${api}/repos/${path}`,
    headers: {
      accept: "application/vnd.github+json",
      ...token === void 0 || token === "" ? {} : { authorization: `Bearer ${token}` }
    },
    read(value, source) {
      const { id, full_name: name, owner } = (0, import_cli.decode)(repositorySchema, value, { source });
      return { name, repositoryId: String(id), ownerId: String(owner.id) };
    }
  };
}
function askGitlab({ ports: { env } }, path) {
  const api = (env["CI_API_V4_URL"] ?? "https://gitlab.com/api/v4").replace(/\/$/, "");
  const token = env["GITLAB_TOKEN"];
  return {
    url: `${api}/projects/${encodeURIComponent(path)}`,
    headers: {
      accept: "application/json",
      ...token === void 0 || token === "" ? {} : { "private-token": token }
    },
    read(value, source) {
      const { id, path_with_namespace: name, namespace } = (0, import_cli.decode)(projectSchema, value, { source });
      return { name, repositoryId: String(id), ownerId: String(namespace.id) };
    }
  };
}
function unknownRepository(workload, url, status) {
  return new import_cli3.SallyportError("HTTP_FAILED", {
    message: `${workload}: ${url} answered ${status}`,
    help: "check the name; a private one needs GITHUB_TOKEN or GITLAB_TOKEN, a moved one its new name"
  });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  acl_resolve_5D7TGO6P
});
