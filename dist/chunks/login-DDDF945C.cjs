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
  chunk_IU4ZGNNI: () => chunk_IU4ZGNNI_exports,
  login_CE5ARGUS: () => login_CE5ARGUS_exports
});
module.exports = stdin_exports;
var import_chunk_393AA2AF = require("./chunk-393AA2AF.cjs").chunk_X6I64IAV;
var import_chunk_8BE2930D = require("./chunk-8BE2930D.cjs").chunk_ZYJHKVA7;
var import_chunk_393AA2AF2 = require("./chunk-393AA2AF.cjs").chunk_X2XC5NVU;
var import_chunk_393AA2AF3 = require("./chunk-393AA2AF.cjs").chunk_LADPJ4KD;
var import_chunk_8A5887D9 = require("./chunk-8A5887D9.cjs").chunk_DLDCVKX6;
var import_chunk_8A5887D92 = require("./chunk-8A5887D9.cjs").chunk_BGKKW6X2;
var import_chunk_EA47D034 = require("./chunk-EA47D034.cjs").chunk_E3PGXMDL;
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs").chunk_BIEF65K5;
var import_cli = require("../cli.cjs").chunk_FZ44G4XJ;
var import_chunk_2BC21E11 = require("./chunk-2BC21E11.cjs").chunk_COQYJIF4;
var import_cli2 = require("../cli.cjs").chunk_BTVMKBHD;
var import_cli3 = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_2BC21E112 = require("./chunk-2BC21E11.cjs").chunk_M3WSMIIZ;
var import_cli4 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli5 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_node_path = process.getBuiltinModule("node:path");



var import_chunk_393AA2AF4 = require("./chunk-393AA2AF.cjs").chunk_X6I64IAV;
var import_chunk_8BE2930D2 = require("./chunk-8BE2930D.cjs").chunk_ZYJHKVA7;
var import_chunk_393AA2AF5 = require("./chunk-393AA2AF.cjs").chunk_X2XC5NVU;
var import_chunk_393AA2AF6 = require("./chunk-393AA2AF.cjs").chunk_LADPJ4KD;
var import_chunk_8A5887D93 = require("./chunk-8A5887D9.cjs").chunk_AXPTAZ2E;
var import_chunk_8A5887D94 = require("./chunk-8A5887D9.cjs").chunk_TFFOW3OJ;
var import_chunk_8A5887D95 = require("./chunk-8A5887D9.cjs").chunk_DLDCVKX6;
var import_chunk_8A5887D96 = require("./chunk-8A5887D9.cjs").chunk_BGKKW6X2;
var import_chunk_EA47D0342 = require("./chunk-EA47D034.cjs").chunk_E3PGXMDL;
var import_chunk_EA47D0343 = require("./chunk-EA47D034.cjs").chunk_55ZXGT2M;
var import_chunk_EA47D0344 = require("./chunk-EA47D034.cjs").chunk_B5YHRYI7;
var import_chunk_BIEF65K52 = require("./chunk-BIEF65K5.cjs").chunk_BIEF65K5;
var import_cli6 = require("../cli.cjs").chunk_FZ44G4XJ;
var import_chunk_EA47D0345 = require("./chunk-EA47D034.cjs").chunk_UESRXYTB;
var import_chunk_EA47D0346 = require("./chunk-EA47D034.cjs").chunk_3ZQSXCLB;
var import_chunk_CF656EE4 = require("./chunk-CF656EE4.cjs").chunk_CRLEFTAS;
var import_chunk_2BC21E113 = require("./chunk-2BC21E11.cjs").chunk_COQYJIF4;
var import_cli7 = require("../cli.cjs").chunk_BTVMKBHD;
var import_cli8 = require("../cli.cjs").chunk_SO3KANTK;
var import_cli9 = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_2BC21E114 = require("./chunk-2BC21E11.cjs").chunk_M3WSMIIZ;
var import_chunk_CF656EE42 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_cli10 = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli11 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli12 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli13 = require("../cli.cjs").chunk_HJAZFC2R;
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var login_CE5ARGUS_exports = {};
__export2(login_CE5ARGUS_exports, {
  chooseLogin: () => chooseLogin,
  login: () => login,
  logout: () => logout,
  notLoggedIn: () => notLoggedIn,
  whoami: () => whoami
});
var chunk_IU4ZGNNI_exports = {};
__export2(chunk_IU4ZGNNI_exports, {
  chooseLogin: () => chooseLogin,
  logInAtIssuer: () => logInAtIssuer,
  login: () => login,
  logout: () => logout,
  notLoggedIn: () => notLoggedIn,
  whoami: () => whoami
});
var OPENERS = {
  darwin: ["open"],
  win32: ["rundll32", "url.dll,FileProtocolHandler"]
};
function openBrowser(url, { isTerminal, env }) {
  const isDesktop = process.platform !== "linux" || (env["DISPLAY"] ?? env["WAYLAND_DISPLAY"] ?? "") !== "";
  if (!isTerminal || !isDesktop || !/^https?:\/\//.test(url)) return;
  const [command, ...args] = OPENERS[process.platform] ?? ["xdg-open"];
  const child = (0, (process.getBuiltinModule("node:child_process")).spawn)(command, [...args, url], { stdio: "ignore", detached: true });
  child.on("error", () => void 0);
  child.unref();
}
var WAIT_MS = 5 * import_cli3.MINUTE;
async function logInAtIssuer(call, login2, nonce) {
  const { ports, options } = call;
  const random = () => (0, import_cli4.encodeBase64url)(ports.random.bytes(32));
  const checks = {
    state: random(),
    verifier: random(),
    nonce,
    ...login2.maxAge === null ? {} : { maxAge: login2.maxAge }
  };
  const provider = await (0, import_chunk_8BE2930D.openProvider)({
    issuer: login2.issuer,
    clientId: login2.clientId,
    ...login2.publicSecret === null ? {} : { clientSecret: new import_cli.Secret(login2.publicSecret) },
    ...login2.ca === null ? {} : { ca: login2.ca }
  });
  const server = (0, (process.getBuiltinModule("node:http")).createServer)({ headersTimeout: 1e4, requestTimeout: 1e4, maxHeaderSize: 32 * 1024 });
  try {
    const redirectUri = await listen(server, login2.redirectUri);
    const url = await provider.authorizationUrl({
      redirectUri,
      scope: login2.scope,
      acrValues: login2.acrValues,
      ...checks
    });
    const callback = (0, import_cli2.unlessAborted)(ports.signal, waitForCallback(server, redirectUri, checks.state));
    ports.stderr(`log in at ${login2.issuer}:

  ${url}

`);
    if (!options["no-browser"]) openBrowser(url, ports);
    return await answer(await callback, provider, checks);
  } finally {
    server.closeAllConnections();
    server.close();
    await provider.close();
  }
}
async function answer({ url, response }, provider, checks) {
  try {
    const { idToken } = await provider.exchange(url, checks);
    if (idToken === void 0) throw failed("the issuer gave no ID token");
    await say(response, 200, "You are logged in. You may close this window.");
    return idToken;
  } catch (thrown) {
    await say(
      response,
      400,
      "The login did not succeed. The command line says why; you may close this window."
    );
    throw thrown;
  }
}
async function listen(server, registered) {
  const url = new URL(registered);
  await new Promise((resolve2, reject) => {
    server.once("error", (cause) => reject(failed(`${url.host} cannot be listened on`, cause)));
    server.listen(url.port === "" ? 0 : Number(url.port), "127.0.0.1", resolve2);
  });
  url.port = String(server.address().port);
  return url.toString();
}
function waitForCallback(server, redirectUri, state) {
  const expected = new URL(redirectUri);
  const late = AbortSignal.timeout(WAIT_MS);
  return new Promise((resolve2, reject) => {
    late.addEventListener("abort", () => reject(failed("nobody logged in within five minutes")), {
      once: true
    });
    server.on("request", (request, response) => {
      const url = new URL(request.url ?? "/", expected);
      const isOurs = request.method === "GET" && url.pathname === expected.pathname && url.searchParams.get("state") === state;
      if (isOurs) resolve2({ url: new URL(`${redirectUri}${url.search}`), response });
      else void say(response, 404, "There is nothing here.");
    });
  });
}
function say(response, status, sentence) {
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
    connection: "close"
  });
  const page = `<!doctype html><meta charset="utf-8"><title>Sallyport</title><p>${sentence}</p>`;
  return new Promise((resolve2) => response.end(page, resolve2));
}
function failed(message, cause) {
  return new import_cli5.SallyportError("LOGIN_FAILED", {
    message,
    help: "try again, or by a code: sallyport login --flow device",
    ...cause === void 0 ? {} : { cause }
  });
}
var none = { params: void 0, body: void 0 };
var login = {
  name: "login",
  summary: "Log in at a coordinator, through an issuer that it lists.",
  details: 'The session is a key that is made here and kept in a file that only you read; every request is signed by it.\nThe coordinator and its root are remembered: later "sallyport login" alone renews the session. Without a browser\non this machine choose --flow device. Who is not on the list of environments.yml gets no session.',
  options: ["url", "root", "ca", "login", "flow", "no-browser", "first-admin", "session", "json"],
  examples: [
    "sallyport login --url https://coordinator.example --root sallyport-root-public-v1:\u2026",
    "sallyport login --flow device",
    "sallyport login --first-admin /var/lib/sallyport/first-admin.code"
  ],
  async run(call) {
    const { options, ports } = call;
    const path = (0, import_chunk_393AA2AF2.sessionPath)(call);
    const { url, root, ca } = await findCoordinator(call, path);
    const key = (0, import_chunk_BIEF65K5.ed25519KeyPair)(ports.random.bytes(32));
    const http = (0, import_chunk_2BC21E11.createHttpClient)(ca === null ? {} : { ca });
    try {
      const client = (0, import_chunk_393AA2AF3.createCoordinatorClient)({
        url,
        root: (0, import_chunk_BIEF65K5.parsePublicKey)("root", root),
        key,
        http,
        clock: ports.clock,
        random: ports.random
      });
      const session = await openSession(call, client, key);
      await (0, import_chunk_393AA2AF2.writeSession)(path, { url, root, ca, key, session });
      if (options.json) ports.stdout(`${JSON.stringify({ version: 1, ...session, file: path })}
`);
      ports.stderr(`logged in: ${describe(session)}
`);
      return import_cli5.EXIT.ok;
    } finally {
      await http.close();
    }
  }
};
var logout = {
  name: "logout",
  summary: "End your session, here and at the coordinator.",
  options: ["session", "json"],
  examples: ["sallyport logout"],
  async run(call) {
    const { ports, options } = call;
    const path = (0, import_chunk_393AA2AF2.sessionPath)(call);
    if (!await (0, import_chunk_393AA2AF2.readSession)(path)) throw notLoggedIn(path);
    const ended = await (0, import_chunk_393AA2AF.withOperatorClient)(call, async (client) => {
      const result = await client.call("endSession", { params: void 0, body: {} });
      if (result.kind === "refused" && result.problem.kind !== "login-required")
        (0, import_chunk_393AA2AF3.unwrap)(result, "REQUEST_REFUSED");
      return import_cli5.EXIT.ok;
    });
    await (0, import_chunk_393AA2AF2.removeSession)(path);
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, done: "logged out" })}
`);
    ports.stderr("logged out\n");
    return ended;
  }
};
var whoami = {
  name: "whoami",
  summary: "Show who you are at the coordinator, and as what.",
  options: ["session", "json"],
  examples: ["sallyport whoami", "sallyport whoami --json"],
  run: (call) => (0, import_chunk_393AA2AF.withOperatorClient)(call, async (client) => {
    const session = (0, import_chunk_393AA2AF3.unwrap)(await client.call("session", none), "REQUEST_REFUSED");
    const { ports, options } = call;
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, url: client.url, ...session })}
`);
    else ports.stdout(`${describe(session)}
`);
    return import_cli5.EXIT.ok;
  })
};
async function findCoordinator(call, path) {
  const { options, ports } = call;
  const { url, root } = options;
  if (url !== void 0 && root !== void 0) {
    const place = (path2) => (0, import_node_path.resolve)(ports.cwd, path2);
    const ca = options.ca === void 0 ? null : await (0, import_chunk_8A5887D9.readAuthority)(options.ca, url, place);
    return { url: url.replace(/\/$/, ""), root, ca };
  }
  const before = await (0, import_chunk_393AA2AF2.readSession)(path);
  if (before && url === void 0 && root === void 0) return before;
  throw new import_cli5.SallyportError("USAGE", {
    message: "--url and --root say which coordinator, the first time",
    help: "sallyport login --url https://coordinator.example --root sallyport-root-public-v1:\u2026"
  });
}
async function openSession(call, client, key) {
  const { logins } = (0, import_chunk_393AA2AF3.unwrap)(await client.call("logins", none), "REQUEST_REFUSED");
  const chosen = chooseLogin(logins, call.options.login);
  const flow = chooseFlow(chosen, call.options.flow);
  const firstAdmin = await readCode(call);
  const sessionKey = (0, import_cli4.encodeBase64url)(key.publicKey);
  if (flow !== "loopback")
    return openByCoordinator(call, client, { sessionKey, login: chosen.name, flow, firstAdmin });
  const token = await logInAtIssuer(call, chosen, (0, import_chunk_EA47D034.sessionNonce)(client.coordinatorId, key.publicKey));
  const body = { sessionKey, login: chosen.name, token, firstAdmin };
  return (0, import_chunk_393AA2AF3.unwrap)(await client.call("openSession", { params: void 0, body }), "REQUEST_REFUSED");
}
async function openByCoordinator(call, client, body) {
  const { ports, options } = call;
  const begun = (0, import_chunk_393AA2AF3.unwrap)(await client.call("beginLogin", { params: void 0, body }), "REQUEST_REFUSED");
  const { signal } = ports;
  ports.stderr(
    `open this page, on whichever machine:

  ${begun.url}

and give it the code ${begun.code}
`
  );
  if (body.flow === "browser" && !options["no-browser"]) openBrowser(begun.url, ports);
  let { intervalSeconds } = begun;
  for (; ; ) {
    await (0, (process.getBuiltinModule("node:timers/promises")).setTimeout)(intervalSeconds * import_cli3.SECOND, void 0, { signal });
    const input = { params: { id: begun.attempt }, body: {} };
    const result = (0, import_chunk_393AA2AF3.unwrap)(await client.call("finishLogin", input), "REQUEST_REFUSED");
    if (result.kind === "done") return result.session;
    if (result.kind === "refused") throw new import_cli5.SallyportError("LOGIN_FAILED", { message: result.reason });
    intervalSeconds = result.intervalSeconds;
  }
}
function chooseLogin(logins, name) {
  const names = logins.map((each) => each.name).join(", ");
  const chosen = name === void 0 && logins.length === 1 ? logins[0] : logins.find((each) => each.name === name);
  if (chosen) return chosen;
  const message = logins.length === 0 ? "this coordinator has no logins" : name === void 0 ? `there are several logins: ${names}` : `there is no login ${JSON.stringify(name)}`;
  const help = logins.length === 0 ? 'operations lists them in environments.yml, under "logins"' : `give --login, one of: ${names}`;
  throw new import_cli5.SallyportError("USAGE", { message, help });
}
function chooseFlow({ name, flows }, wanted) {
  const flow = import_chunk_8A5887D92.FLOWS.find((each) => each === (wanted ?? flows[0]));
  if (flow !== void 0 && flows.includes(flow)) return flow;
  throw new import_cli5.SallyportError("USAGE", {
    message: `the login ${name} has no flow ${JSON.stringify(wanted)}`,
    help: `give --flow, one of: ${flows.join(", ")}`
  });
}
async function readCode({ options, ports }) {
  const file = options["first-admin"];
  if (file === void 0) return null;
  return (0, import_cli4.decodeUtf8)(await (0, import_chunk_2BC21E112.readFileBounded)((0, import_node_path.resolve)(ports.cwd, file), 1024)).trim();
}
function describe({ issuer, subject, roles, expiresAt }) {
  return `${subject} of ${issuer}, ${roles.join(", ")}, until ${expiresAt}`;
}
function notLoggedIn(path) {
  return new import_cli5.SallyportError("USAGE", {
    message: `there is no session (${path})`,
    help: "log in: sallyport login --url https://coordinator.example --root sallyport-root-public-v1:\u2026"
  });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  chunk_IU4ZGNNI,
  login_CE5ARGUS
});
