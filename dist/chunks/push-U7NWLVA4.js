const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  OPERATOR_HOW,
  OPERATOR_OPTIONS,
  withOperatorClient
} from "./chunk-QKEHVR3C.js";
import "./chunk-II7SGZQF.js";
import {
  createIdentityTokenSource
} from "./chunk-RIMSFIJB.js";
import {
  createCoordinatorClient,
  unwrap
} from "./chunk-KWERLUGH.js";
import "./chunk-PNBZD6SV.js";
import "./chunk-XMHKMNK5.js";
import {
  pushAudience
} from "./chunk-HSV5RDCE.js";
import {
  readAuthority
} from "./chunk-GSPZSG4H.js";
import "./chunk-LSFF2WNL.js";
import "./chunk-334BH3EO.js";
import "./chunk-4GZJ36TC.js";
import {
  coordinatorIdOf,
  ed25519KeyPair,
  parsePublicKey
} from "./chunk-ZYFGNLJL.js";
import {
  Secret
} from "./chunk-SBZZULRJ.js";
import "./chunk-XHCMOUYR.js";
import "./chunk-7YEXSHNJ.js";
import "./chunk-V4X75XZ6.js";
import {
  createHttpClient
} from "./chunk-MWXHRMN2.js";
import {
  readFileBounded
} from "./chunk-RWTYN6AN.js";
import "./chunk-USSEVVQ4.js";
import "./chunk-SKPPTWLY.js";
import "./chunk-NNHBBYKH.js";
import {
  sha256
} from "./chunk-MGJ2JUMM.js";
import {
  decodeUtf8,
  encodeBase64url,
  encodeUtf8
} from "./chunk-VOIAD42L.js";
import {
  EXIT,
  SallyportError
} from "./chunk-XELNXD6A.js";
import "./chunk-BRIVT672.js";

// src/verbs/push.ts
const { resolve: resolve2 } = process.getBuiltinModule("node:path");

// src/verbs/push-workload.ts
const { resolve } = process.getBuiltinModule("node:path");
const { setTimeout: sleep } = process.getBuiltinModule("node:timers/promises");
function isPipeline({ options, ports: { env } }) {
  return options.key === void 0 && options.session === void 0 && [env["SALLYPORT_ID_TOKEN"], env["ACTIONS_ID_TOKEN_REQUEST_URL"]].some(
    (value) => value !== void 0 && value !== ""
  );
}
function audienceOf({ options }, texts) {
  if (options.root === void 0) {
    throw new SallyportError("USAGE", { message: "--root is missing", help: "sallyport push --help" });
  }
  const digestOf = (text) => text === null ? void 0 : sha256(encodeUtf8(text));
  return pushAudience({
    coordinatorId: coordinatorIdOf(parsePublicKey("root", options.root)),
    environments: digestOf(texts.environments),
    access: digestOf(texts.access),
    acceptLockOut: texts.acceptLockOut
  });
}
async function pushAsWorkload(call, texts) {
  const { options, ports } = call;
  const { url, root } = options;
  if (url === void 0 || root === void 0) {
    throw new SallyportError("USAGE", {
      message: "--url and --root say which coordinator",
      help: "sallyport push --help"
    });
  }
  const place = (path) => resolve(ports.cwd, path);
  const ca = options.ca === void 0 ? void 0 : await readAuthority(options.ca, url, place);
  const http = createHttpClient(ca === void 0 ? {} : { ca });
  const key = ed25519KeyPair(ports.random.bytes(32));
  try {
    const token = await findToken(call, audienceOf(call, texts));
    const client = createCoordinatorClient({
      url: url.replace(/\/+$/, ""),
      root: parsePublicKey("root", root),
      key,
      http,
      clock: ports.clock,
      random: ports.random
    });
    const body = { ...texts, machineKey: encodeBase64url(key.publicKey), token: token.reveal() };
    return unwrap(await client.call("pushByWorkload", { params: void 0, body }), "REQUEST_REFUSED");
  } finally {
    await http.close();
  }
}
async function findToken({ ports }, audience) {
  const given = ports.env["SALLYPORT_ID_TOKEN"];
  if (given !== void 0 && given !== "") return new Secret(given);
  const http = createHttpClient();
  try {
    return await createIdentityTokenSource(
      ports.env,
      http,
      () => {
      },
      (ms) => sleep(ms)
    ).request(audience);
  } finally {
    await http.close();
  }
}

// src/verbs/push.ts
var MAX_POLICY_BYTES = 1024 * 1024;
var push = {
  name: "push",
  summary: "Send environments.yml and access.hujson to the coordinator, in one transaction.",
  details: "The access rules' own tests run first. With --dry-run everything is checked and nothing changes. A change\nafter which no workload could deploy to some agent is refused unless you say --accept-lock-out. The versions\nbefore are kept; who pushed and when stands in the log. What loosens an environment with a quorum waits (exit\ncode 12) until that many people approved it under the old rules; then push the same files again.\nIn a pipeline that environments.yml lists under pushers, no key is needed: the job asks for an identity token whose\naudience is of the very files (--show-audience), or has it in SALLYPORT_ID_TOKEN.",
  options: [...OPERATOR_OPTIONS, "environments", "access", "dry-run", "accept-lock-out", "show-audience"],
  examples: [
    `sallyport push --environments environments.yml --access access.hujson --dry-run ${OPERATOR_HOW}`,
    `sallyport push --environments environments.yml --access access.hujson ${OPERATOR_HOW}`,
    "sallyport push --environments environments.yml --access access.hujson --url https://coordinator.example --root sallyport-root-public-v1:\u2026"
  ],
  async run(call) {
    const { options, ports } = call;
    const texts = await readFiles(call);
    if (options["show-audience"]) {
      ports.stdout(`${audienceOf(call, texts)}
`);
      return EXIT.ok;
    }
    if (isPipeline(call)) return report(call, await pushAsWorkload(call, texts));
    return withOperatorClient(call, async (client) => {
      const policy = await client.call("policy", { params: void 0, body: void 0 });
      const registered = unwrap(policy, "REQUEST_REFUSED");
      const body = {
        ...texts,
        environments: fileOf(texts.environments, registered.environments),
        access: fileOf(texts.access, registered.access)
      };
      return report(call, unwrap(await client.call("push", { params: void 0, body }), "REQUEST_REFUSED"));
    });
  }
};
async function readFiles(call) {
  const { options } = call;
  const environments = await readIfNamed(call, options.environments);
  const access = await readIfNamed(call, options.access);
  if (environments === null && access === null) {
    throw new SallyportError("USAGE", {
      message: "--environments FILE or --access FILE is missing",
      help: "sallyport push --help"
    });
  }
  const dryRun = options["dry-run"] ?? false;
  return { environments, access, dryRun, acceptLockOut: options["accept-lock-out"] ?? false };
}
function report({ options, ports }, reply) {
  const dryRun = options["dry-run"] ?? false;
  if (options.json) ports.stdout(`${JSON.stringify({ version: 1, dryRun, ...reply })}
`);
  ports.stderr(describe(reply, dryRun));
  return reply.waiting && !dryRun ? EXIT.refused : EXIT.ok;
}
async function readIfNamed({ ports }, path) {
  if (path === void 0) return null;
  return decodeUtf8(await readFileBounded(resolve2(ports.cwd, path), MAX_POLICY_BYTES));
}
function fileOf(text, registered) {
  if (text === null || text === registered?.text) return null;
  return { text, replaces: registered?.version ?? null };
}
function describe({ environments, access, edges, lockedOut, waiting }, dryRun) {
  const asked = waiting ? `this loosens an environment with a quorum: ${waiting.given} of ${waiting.wanted} people have approved
` + waiting.loosens.map((each) => `  ${each}
`).join("") + `ask them for: sallyport approvals approve ${waiting.change}
then push the same files again
` : "";
  if (waiting && !dryRun) return asked;
  const file = (name, revision) => revision ? `${name}: version ${revision.version}, ${revision.digest}
` : `${name}: unchanged
`;
  return [
    dryRun ? "checked; nothing was changed. It would be:\n" : "",
    file("environments.yml", environments),
    file("access.hujson", access),
    `edges: ${edges.added} added, ${edges.removed} removed
`,
    asked,
    lockedOut.length > 0 ? `cut off from every workload: ${lockedOut.join(", ")}
` : ""
  ].join("");
}
export {
  push
};
