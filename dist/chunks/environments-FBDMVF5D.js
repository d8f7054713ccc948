const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  shortLifetime
} from "./chunk-HTCSRP7V.js";
import {
  requiredReason
} from "./chunk-Q4NW7DAD.js";
import "./chunk-X235TL25.js";
import "./chunk-ZFHXXJDB.js";
import {
  OPERATOR_OPTIONS,
  withOperatorClient
} from "./chunk-QKEHVR3C.js";
import "./chunk-YCFJPTIN.js";
import "./chunk-II7SGZQF.js";
import {
  unwrap
} from "./chunk-KWERLUGH.js";
import "./chunk-PNBZD6SV.js";
import "./chunk-XMHKMNK5.js";
import "./chunk-HSV5RDCE.js";
import "./chunk-GSPZSG4H.js";
import "./chunk-LSFF2WNL.js";
import "./chunk-334BH3EO.js";
import "./chunk-4GZJ36TC.js";
import "./chunk-CU3PBIPB.js";
import "./chunk-ZYFGNLJL.js";
import "./chunk-SBZZULRJ.js";
import "./chunk-XHCMOUYR.js";
import "./chunk-7YEXSHNJ.js";
import "./chunk-V4X75XZ6.js";
import "./chunk-MWXHRMN2.js";
import "./chunk-RWTYN6AN.js";
import "./chunk-76VWPEQ4.js";
import "./chunk-USSEVVQ4.js";
import "./chunk-SKPPTWLY.js";
import {
  MINUTE,
  formatTimestamp,
  parseTimestamp
} from "./chunk-NNHBBYKH.js";
import "./chunk-MGJ2JUMM.js";
import "./chunk-VOIAD42L.js";
import {
  EXIT
} from "./chunk-XELNXD6A.js";
import "./chunk-BRIVT672.js";

// src/verbs/environments.ts
var ENVIRONMENT = { name: "ENVIRONMENT", doc: "As environments.yml names it." };
var environmentsList = {
  name: "environments list",
  summary: "Show environments, their quorum, and what stops them now.",
  options: OPERATOR_OPTIONS,
  examples: ["sallyport environments list"],
  run: (call) => withOperatorClient(call, async (client) => {
    const reply = await client.call("environments", { params: void 0, body: void 0 });
    const { environments } = unwrap(reply, "REQUEST_REFUSED");
    if (call.options.json) call.ports.stdout(`${JSON.stringify({ version: 1, environments })}
`);
    else for (const environment of environments) call.ports.stdout(`${describe(environment)}
`);
    return EXIT.ok;
  })
};
var environmentsFreeze = {
  name: "environments freeze",
  summary: "Sign no approval of an environment, until a time or until it is unfrozen.",
  details: "What was approved before may still be deployed: revoke it, or freeze on the agent (agent.yml), to stop that.",
  positionals: [ENVIRONMENT],
  options: [...OPERATOR_OPTIONS, "reason", "until"],
  examples: ['sallyport environments freeze production --reason "incident 42" --until 2027-01-04T00:00:00Z'],
  run: (call) => withOperatorClient(call, async (client) => {
    const { options, ports, positionals } = call;
    const reason = requiredReason(call, "environments freeze");
    const until = options.until === void 0 ? null : formatTimestamp(parseTimestamp(options.until));
    const environment = positionals[0];
    unwrap(
      await client.call("freeze", { params: { environment }, body: { reason, until } }),
      "REQUEST_REFUSED"
    );
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, environment, frozen: true, until })}
`);
    ports.stderr(`frozen: ${environment} until ${until ?? "it is unfrozen"}
`);
    return EXIT.ok;
  })
};
var environmentsUnfreeze = {
  name: "environments unfreeze",
  summary: "End a person's freeze of an environment.",
  positionals: [ENVIRONMENT],
  options: OPERATOR_OPTIONS,
  examples: ["sallyport environments unfreeze production"],
  run: (call) => withOperatorClient(call, async (client) => {
    const { options, ports, positionals } = call;
    const environment = positionals[0];
    unwrap(await client.call("unfreeze", { params: { environment }, body: {} }), "REQUEST_REFUSED");
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, environment, frozen: false })}
`);
    ports.stderr(`unfrozen: ${environment}
`);
    return EXIT.ok;
  })
};
var breakGlass = {
  name: "break-glass",
  summary: "In an emergency: lift for an hour at most what keeps an environment from a deployment.",
  details: 'It lifts what "breakGlass" of the environment lists (freezes alone by default; after; quorum), never the gate, and\nnever what agents demand by their own trust file. It stands in the log, with a digest of the reason, and operations\nare told. --end makes the glass whole again.',
  positionals: [ENVIRONMENT],
  options: [...OPERATOR_OPTIONS, "reason", "lifetime", "end"],
  examples: [
    'sallyport break-glass production --reason "shop is down, incident 42" --lifetime 30m',
    "sallyport break-glass production --end"
  ],
  run: (call) => withOperatorClient(call, async (client) => {
    const { options, ports, positionals } = call;
    const environment = positionals[0];
    const params = { environment };
    if (options.end) {
      unwrap(await client.call("endBreakGlass", { params, body: {} }), "REQUEST_REFUSED");
      if (options.json)
        ports.stdout(`${JSON.stringify({ version: 1, environment, until: null, lifts: [] })}
`);
      ports.stderr(`the glass of ${environment} is whole again
`);
      return EXIT.ok;
    }
    const reason = requiredReason(call, "break-glass");
    const lifetimeSeconds = shortLifetime(call, MINUTE);
    const body = { reason, lifetimeSeconds };
    const { until, lifts } = unwrap(await client.call("breakGlass", { params, body }), "REQUEST_REFUSED");
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, environment, until, lifts })}
`);
    ports.stderr(`the glass of ${environment} is broken until ${until}: it lifts ${lifts.join(", ")}
`);
    return EXIT.ok;
  })
};
function describe({ name, quorum, frozenByFile, freeze, breakGlass: glass }) {
  const parts = [
    `quorum ${quorum}`,
    ...frozenByFile === null ? [] : [`frozen by environments.yml ${frozenByFile}`],
    ...freeze ? [`frozen until ${freeze.until ?? "it is unfrozen"}: ${freeze.reason}`] : [],
    ...glass ? [`GLASS BROKEN until ${glass.until}: ${glass.reason}`] : []
  ];
  return `${name}  ${parts.join("  ")}`;
}
export {
  breakGlass,
  environmentsFreeze,
  environmentsList,
  environmentsUnfreeze
};
