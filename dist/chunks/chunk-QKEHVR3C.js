const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  readSession,
  sessionPath
} from "./chunk-II7SGZQF.js";
import {
  createCoordinatorClient
} from "./chunk-KWERLUGH.js";
import {
  readAuthority
} from "./chunk-GSPZSG4H.js";
import {
  parseKeyFile,
  parsePublicKey
} from "./chunk-ZYFGNLJL.js";
import {
  createHttpClient
} from "./chunk-MWXHRMN2.js";
import {
  readFileBounded
} from "./chunk-RWTYN6AN.js";
import {
  decodeUtf8
} from "./chunk-VOIAD42L.js";
import {
  SallyportError
} from "./chunk-XELNXD6A.js";

// src/verbs/operator-client.ts
const { resolve } = process.getBuiltinModule("node:path");
var MAX_FILE_BYTES = 1024 * 1024;
var OPERATOR_OPTIONS = ["url", "root", "key", "ca", "session", "json"];
var OPERATOR_HOW = "--url https://coordinator.example --root sallyport-root-public-v1:\u2026 --key admin.key";
async function withOperatorClient(call, work) {
  const { ports } = call;
  const { url, root, ca, key } = await findConnection(call);
  const http = createHttpClient(ca === void 0 ? {} : { ca });
  try {
    const client = createCoordinatorClient({
      url: url.replace(/\/$/, ""),
      root: parsePublicKey("root", root),
      key,
      http,
      clock: ports.clock,
      random: ports.random
    });
    return await work(client);
  } finally {
    await http.close();
  }
}
async function findConnection(call) {
  const { options, ports } = call;
  const { url, root, key } = options;
  const read = async (path) => decodeUtf8(await readFileBounded(resolve(ports.cwd, path), MAX_FILE_BYTES));
  if (key === void 0) {
    const kept = await readSession(sessionPath(call));
    if (kept)
      return { url: url ?? kept.url, root: root ?? kept.root, ca: kept.ca ?? void 0, key: kept.key };
  }
  if (url === void 0 || root === void 0 || key === void 0) {
    throw new SallyportError("USAGE", {
      message: "there is no session, and --url, --root and --key are not given",
      help: `log in (sallyport login), or give ${OPERATOR_HOW}`
    });
  }
  const place = (path) => resolve(ports.cwd, path);
  const ca = options.ca === void 0 ? void 0 : await readAuthority(options.ca, url, place);
  return { url, root, ca, key: parseKeyFile("operator", await read(key), key) };
}

export {
  OPERATOR_OPTIONS,
  OPERATOR_HOW,
  withOperatorClient
};
