const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  equalIp,
  formatIp,
  formatPrefix,
  isIp,
  isLoopback,
  maskPrefix,
  parseIp,
  prefixContains
} from "./chunk-373QJJLG.js";
import {
  SallyportError,
  messageOf
} from "./chunk-XELNXD6A.js";

// src/mesh/system-node.ts
const { lookup } = process.getBuiltinModule("node:dns/promises");

// src/mesh/system-sockets.ts
const { createSocket } = process.getBuiltinModule("node:dgram");
const { connect, createServer } = process.getBuiltinModule("node:net");
function dialBySystem(to, port, timeoutMs) {
  const { promise, resolve, reject } = Promise.withResolvers();
  const host = formatIp(to);
  const socket = connect({ host, port, allowHalfOpen: true });
  const timer = setTimeout(() => {
    const error = new Error(`connect ETIMEDOUT ${host}:${port} after ${timeoutMs} ms`);
    socket.destroy(Object.assign(error, { code: "ETIMEDOUT", syscall: "connect" }));
  }, timeoutMs);
  socket.once("connect", () => {
    socket.removeListener("error", reject);
    resolve(socket);
  });
  socket.once("error", reject);
  return promise.finally(() => clearTimeout(timer));
}
async function exposeBySystem(addresses, port, onConnection) {
  const servers = [];
  const sockets = /* @__PURE__ */ new Set();
  const close = () => {
    for (const server of servers) server.close();
    for (const socket of sockets) socket.destroy();
  };
  try {
    for (const address of addresses) {
      const server = createServer({ allowHalfOpen: true }, (socket) => {
        sockets.add(socket);
        socket.once("close", () => sockets.delete(socket));
        onConnection(socket);
      });
      servers.push(server);
      await listen(server, formatIp(address), port);
    }
  } catch (error) {
    close();
    throw error;
  }
  return { close };
}
function listen(server, host, port) {
  const { promise, resolve, reject } = Promise.withResolvers();
  server.once(
    "error",
    (cause) => reject(
      new SallyportError("TUNNEL_PORT_IN_USE", {
        message: `port ${port} of ${host} cannot be listened on: ${cause.message}`,
        help: "choose another port",
        cause
      })
    )
  );
  server.listen({ host, port }, resolve);
  return promise;
}
function openUdpBySystem(addresses, onDatagram) {
  const sockets = /* @__PURE__ */ new Map();
  const open = (family2) => {
    const known = sockets.get(family2);
    const own = addresses.find((address) => address.family === family2);
    if (known || !own) return known;
    const socket = createSocket(family2 === 4 ? "udp4" : "udp6");
    socket.on("error", () => {
    });
    socket.on(
      "message",
      (bytes, from) => onDatagram(bytes, { address: parseIp(from.address.split("%")[0]), port: from.port })
    );
    socket.bind({ address: formatIp(own) });
    sockets.set(family2, socket);
    return socket;
  };
  return {
    send: (bytes, to) => open(to.address.family)?.send(bytes, to.port, formatIp(to.address), () => {
    }),
    close() {
      for (const socket of sockets.values()) socket.close();
    }
  };
}

// src/mesh/system-node.ts
var SystemNode = class {
  addresses;
  #prefixes;
  constructor(options) {
    this.addresses = options.addresses.map((prefix) => prefix.address);
    this.#prefixes = options.peers.flatMap((peer) => peer.allowedIps);
  }
  async dial(host, port, timeoutMs = 3e4) {
    const bare = host.replace(/^\[(.*)\]$/, "$1");
    const address = isIp(bare) ? bare : (await lookup(bare)).address;
    return dialBySystem(parseIp(address), port, timeoutMs);
  }
  expose(port, onConnection) {
    return exposeBySystem(this.addresses, port, onConnection);
  }
  openUdpPort(onDatagram) {
    return openUdpBySystem(this.addresses, onDatagram);
  }
  /** Names are the machine's resolver's business. */
  async find() {
    return void 0;
  }
  async lookUp() {
    return [];
  }
  hasRoute(address) {
    if (isLoopback(address)) return false;
    return this.#prefixes.some((prefix) => prefixContains(prefix, address)) || this.addresses.some((own) => equalIp(own, address));
  }
};

// src/mesh/tun/system-network.ts
const { spawnSync: spawnSync2 } = process.getBuiltinModule("node:child_process");

// src/mesh/tun/network-plan.ts
function planNetwork(wishes, waysOut) {
  const { device, addresses, mtu, prefixes } = wishes;
  const mayFallIn = ({ endpoint }) => wishes.hasRoutes !== false && prefixes.some((prefix) => prefixContains(prefix, endpoint.address));
  const detours = distinct(waysOut.filter(mayFallIn), (way) => formatIp(way.endpoint.address));
  const routes = wishes.hasRoutes === false ? [] : distinct(prefixes.map(maskPrefix), text).flatMap(halves);
  return {
    up: [
      ...addresses.map(
        (each) => ["ip", ...family(each), "address", "add", text(each), "dev", device]
      ),
      ["ip", "link", "set", "mtu", `${mtu}`, "up", "dev", device],
      ...detours.map((way) => ["ip", ...detour("add", way)]),
      ...routes.filter((route) => !addresses.some((own) => isLinkRoute(own, route))).map((route) => ["ip", ...family(route), "route", "add", text(route), "dev", device])
    ],
    down: detours.map((way) => ["ip", ...detour("del", way)])
  };
}
function distinct(all, nameOf) {
  return [...new Map(all.map((each) => [nameOf(each), each])).values()];
}
function isLinkRoute(own, route) {
  return own.bits === route.bits && prefixContains(own, route.address) && prefixContains(route, own.address);
}
function halves(prefix) {
  if (prefix.bits !== 0) return [prefix];
  const { family: kind, bytes } = prefix.address;
  const upper = new Uint8Array(bytes.length);
  upper[0] = 128;
  return [
    { address: { family: kind, bytes: new Uint8Array(bytes.length) }, bits: 1 },
    { address: { family: kind, bytes: upper }, bits: 1 }
  ];
}
function detour(verb, { endpoint, device, gateway }) {
  const { address } = endpoint;
  const host = { address, bits: address.family === 4 ? 32 : 128 };
  const via = gateway === void 0 ? [] : ["via", gateway];
  return [...family(host), "route", verb, text(host), ...via, "dev", device];
}
function family(prefix) {
  return [prefix.address.family === 4 ? "-4" : "-6"];
}
function text(prefix) {
  return formatPrefix(prefix);
}
function readWayOut(endpoint, answer) {
  const words = answer.trim().split(/\s+/);
  if (words.length < 2 || words[0] === "unreachable" || words[0] === "local") return void 0;
  const after = (key) => {
    const at = words.indexOf(key);
    return at < 0 ? void 0 : words[at + 1];
  };
  const device = after("dev");
  const gateway = after("via");
  if (device === void 0) return void 0;
  return { endpoint, device, ...gateway === void 0 ? {} : { gateway } };
}

// src/mesh/tun/resolver.ts
const { spawnSync } = process.getBuiltinModule("node:child_process");
const { existsSync, readFileSync: readFileSync2, writeFileSync: writeFileSync2 } = process.getBuiltinModule("node:fs");

// src/mesh/tun/restoration.ts
const { execFileSync, spawn } = process.getBuiltinModule("node:child_process");
const { mkdirSync, readdirSync, readFileSync, readlinkSync, renameSync, writeFileSync } = process.getBuiltinModule("node:fs");
const { Socket } = process.getBuiltinModule("node:net");
const { join } = process.getBuiltinModule("node:path");
var STATE_FOLDER = "/run/sallyport";
var SUFFIX = ".restore";
var RUN_ONCE = 'mv "$1" "$1.running" 2>/dev/null && sh "$1.running"; rm -f "$1.running"';
var WATCH = `trap "" INT TERM HUP QUIT; cat >/dev/null; ${RUN_ONCE}`;
function prepareRestoration(device, script, folder = STATE_FOLDER) {
  mkdirSync(folder, { recursive: true, mode: 448 });
  const path = join(folder, `${device}.${networkOf()}.${identityOf(process.pid)}${SUFFIX}`);
  writeFileSync(`${path}.tmp`, `#!/bin/sh
${script}
`, { mode: 448 });
  renameSync(`${path}.tmp`, path);
  const watchdog = spawn("sh", ["-c", WATCH, "sallyport-watchdog", path], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"]
  });
  watchdog.on("error", () => {
  });
  watchdog.unref();
  const pipe = watchdog.stdin;
  pipe.on("error", () => {
  });
  if (pipe instanceof Socket) pipe.unref();
  return {
    run() {
      execFileSync("sh", ["-c", RUN_ONCE, "sallyport-restore", path], { stdio: "ignore" });
      pipe.destroy();
    }
  };
}
function restoreLeftovers(folder = STATE_FOLDER) {
  let count = 0;
  for (const file of list(folder)) {
    const match = /\.([0-9]+)\.([0-9]+-[0-9]+)\.restore$/.exec(file);
    if (!match || match[1] !== networkOf() || isAlive(match[2])) continue;
    execFileSync("sh", ["-c", RUN_ONCE, "sallyport-restore", join(folder, file)], { stdio: "ignore" });
    count++;
  }
  return count;
}
function scriptOf(commands) {
  return commands.map((command) => `${command.map(quote).join(" ")} || true`).join("\n");
}
function quote(word) {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
function list(folder) {
  try {
    return readdirSync(folder).filter((file) => file.endsWith(SUFFIX));
  } catch {
    return [];
  }
}
function networkOf() {
  return /\d+/.exec(readlinkSync("/proc/self/ns/net"))?.[0] ?? "0";
}
function identityOf(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return `${pid}-${fields[19]}`;
}
function isAlive(identity) {
  try {
    return identityOf(Number(identity.split("-")[0])) === identity;
  } catch {
    return false;
  }
}

// src/mesh/tun/resolver.ts
var RESOLVER_FILE = "/etc/resolv.conf";
function planResolver(wishes, tools) {
  const { device, searchDomains } = wishes;
  const servers = wishes.servers.map(formatIp);
  if (servers.length === 0) return { kind: "none", undo: "" };
  if (tools.hasResolved) {
    const domains = searchDomains.length === 0 ? ["~."] : ["~.", ...searchDomains];
    const commands = [
      ["resolvectl", "dns", device, ...servers],
      ["resolvectl", "domain", device, ...domains]
    ];
    return { kind: "resolvectl", commands: commands.map((command) => ({ command })), undo: "" };
  }
  const text2 = fileText(device, servers, searchDomains);
  if (tools.hasResolvconf) {
    const command = ["resolvconf", "-a", device, "-m", "0", "-x"];
    return {
      kind: "resolvconf",
      commands: [{ command, input: text2 }],
      undo: scriptOf([["resolvconf", "-d", device, "-f"]])
    };
  }
  return { kind: "file", path: RESOLVER_FILE, text: text2, undo: undoFile(device, tools.current) };
}
function fileText(device, servers, domains) {
  const lines = [marker(device), ...servers.map((server) => `nameserver ${server}`)];
  if (domains.length > 0) lines.push(`search ${domains.join(" ")}`);
  return `${lines.join("\n")}
`;
}
function marker(device) {
  return `# sallyport ${device}`;
}
function undoFile(device, before) {
  const isOurs = `grep -qx ${quote(marker(device))} ${RESOLVER_FILE}`;
  if (before === void 0) return `${isOurs} && rm -f ${RESOLVER_FILE} || true`;
  return `${isOurs} && printf %s ${quote(before)} > ${RESOLVER_FILE} || true`;
}
function findResolverTools() {
  const has = (program) => spawnSync("sh", ["-c", `command -v ${program}`], { stdio: "ignore" }).status === 0;
  return {
    hasResolved: existsSync("/run/systemd/resolve") && has("resolvectl"),
    hasResolvconf: has("resolvconf"),
    current: existsSync(RESOLVER_FILE) ? readFileSync2(RESOLVER_FILE, "utf8") : void 0
  };
}
function writeResolverFile(plan) {
  writeFileSync2(plan.path, plan.text);
}

// src/mesh/tun/system-network.ts
function joinSystemNetwork(wishes) {
  restoreLeftovers();
  const plan = planNetwork(
    wishes,
    wishes.endpoints.map(findWayOut).filter((way) => way !== void 0)
  );
  const resolver = planResolver({ ...wishes.resolver, device: wishes.device }, findResolverTools());
  const undo = [scriptOf([...plan.down, ...wishes.after ?? []]), resolver.undo].filter((part) => part !== "").join("\n");
  const restoration = undo === "" ? { run() {
  } } : prepareUndo(wishes.device, undo);
  try {
    for (const { command, input } of wishes.before ?? []) makeDevice(command, input);
    for (const command of plan.up) runCommand(command);
    setResolver(resolver);
  } catch (error) {
    restoration.run();
    throw error;
  }
  const routes = wishes.hasRoutes === false ? "no routes" : `${wishes.prefixes.length} route(s)`;
  return {
    description: resolver.kind === "none" ? routes : `${routes}, names by ${resolver.kind}`,
    close: () => restoration.run()
  };
}
function prepareUndo(device, undo) {
  try {
    return prepareRestoration(device, undo);
  } catch (cause) {
    throw unavailable(`what undoes its changes cannot be kept: ${messageOf(cause)}`, cause);
  }
}
function makeDevice(command, input) {
  try {
    runCommand(command, input);
  } catch (cause) {
    throw unavailable(messageOf(cause), cause);
  }
}
function unavailable(why, cause) {
  return new SallyportError("DATA_PLANE_UNAVAILABLE", {
    message: `the machine refuses a device: ${why}`,
    help: "take --data-plane userspace, which needs none",
    cause
  });
}
function findWayOut(endpoint) {
  const { stdout } = spawnSync2("ip", ["-o", "route", "get", formatIp(endpoint.address)], { encoding: "utf8" });
  return readWayOut(endpoint, stdout ?? "");
}
function setResolver(plan) {
  if (plan.kind === "file") writeResolverFile(plan);
  else if (plan.kind !== "none") for (const { command, input } of plan.commands) runCommand(command, input);
}
function runCommand([program, ...args], input) {
  const done = spawnSync2(program, args, { encoding: "utf8", ...input === void 0 ? {} : { input } });
  if (done.status === 0) return done.stdout;
  const why = done.error?.message ?? done.stderr.trim();
  throw new SallyportError("NETWORK_CHANGE_FAILED", {
    message: `${[program, ...args].join(" ")}: ${why}`,
    help: "what was changed before is undone; take --data-plane userspace to leave the machine as it is"
  });
}

export {
  SystemNode,
  joinSystemNetwork,
  runCommand
};
