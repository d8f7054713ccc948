/** The rule engine: `node bench/access.ts [nodes] [rules]`: how long compiling takes, and questions a second. */
import { parseAccessRules } from '../src/access/document.ts'
import { AccessEngine } from '../src/access/engine.ts'
import { Network, type Node } from '../src/access/network.ts'
import { parseIp } from '../src/base/ip.ts'

const nodes = Number(process.argv[2] ?? 5_000)
const ruleCount = Number(process.argv[3] ?? 200)
const QUESTIONS = 1_000_000
const TAGS = 50
const USERS = 100

const rules = parseAccessRules(makePolicy(), 'bench.hujson')
const network = new Network(Array.from({ length: nodes }, (_, index) => makeNode(index)))

const before = process.cpuUsage()
const compiled = performance.now()
const engine = new AccessEngine(rules, network)
const compileMs = performance.now() - compiled
// What a machine that is not shared would take.
const compileCpuMs = process.cpuUsage(before).user / 1_000

let state = 1
const draw = (bound: number): number => {
  state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
  return (state >>> 8) % bound
}
const asked = performance.now()
let allowed = 0
for (let i = 0; i < QUESTIONS; i++) {
  const question = { source: draw(nodes), destination: draw(nodes), protocol: 6, port: draw(1_000) + 1 }
  if (engine.findAllowing({ ...question, family: 4 })) allowed++
}
const seconds = (performance.now() - asked) / 1_000
const perSecond = Math.round(QUESTIONS / seconds)
const result = {
  nodes,
  rules: ruleCount,
  compileMs: Math.round(compileMs),
  compileCpuMs: Math.round(compileCpuMs),
  perSecond,
  allowed,
}
process.stdout.write(`${JSON.stringify(result)}\n`)

function makePolicy(): string {
  const groups = Array.from({ length: 20 }, (_, group) => [
    `group:g${group}`,
    Array.from({ length: 5 }, (_, member) => `u${group * 5 + member}@example.org`),
  ])
  const acls = Array.from({ length: ruleCount }, (_, index) => ({
    action: 'accept',
    src: [`group:g${index % 20}`, `tag:t${index % TAGS}`],
    dst: [`tag:t${(index * 7) % TAGS}:${index + 1}-${index + 20}`, `100.64.${index % 20}.0/24:443`],
  }))
  const tagOwners = Object.fromEntries(Array.from({ length: TAGS }, (_, tag) => [`tag:t${tag}`, []]))
  return JSON.stringify({ groups: Object.fromEntries(groups), tagOwners, acls })
}

function makeNode(index: number): Node {
  const tagged = index % 2 === 0
  return {
    name: `n${index}`,
    ipv4: parseIp(`100.64.${index >> 8}.${index & 255}`),
    ipv6: parseIp(`fd00::${index.toString(16)}`),
    tags: tagged ? [`tag:t${(index / 2) % TAGS}`] : [],
    user: tagged ? undefined : `u${index % USERS}@example.org`,
    routes: [],
    workload: undefined,
  }
}
