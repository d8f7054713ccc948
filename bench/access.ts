/** The rule engine: how long compiling takes, and questions a second. Prints one line of JSON. */
import { parseAccessRules } from '../src/access/document.ts'
import { AccessEngine } from '../src/access/engine.ts'
import { Network, type Node } from '../src/access/network.ts'
import { parseIp } from '../src/base/ip.ts'
import { countOf } from './command/arguments.ts'

export const usage = `npm run bench -- access [NODES] [RULES]
How long 5,000 nodes and 200 rules take to compile, and how many questions a second are answered then.`

const QUESTIONS = 1_000_000
const TAGS = 50
const USERS = 100

export async function run(args: readonly string[]): Promise<void> {
  const nodes = countOf(args[0] ?? '5000', 'NODES')
  const ruleCount = countOf(args[1] ?? '200', 'RULES')
  const rules = parseAccessRules(makePolicy(ruleCount), 'bench.hujson')
  const network = new Network(Array.from({ length: nodes }, (_, index) => makeNode(index)))
  const before = process.cpuUsage()
  const compiled = performance.now()
  const engine = new AccessEngine(rules, network)
  const compileMs = Math.round(performance.now() - compiled)
  // What a machine that is not shared would take.
  const compileCpuMs = Math.round(process.cpuUsage(before).user / 1_000)
  const result = { nodes, rules: ruleCount, compileMs, compileCpuMs, ...ask(engine, nodes) }
  process.stdout.write(`${JSON.stringify(result)}\n`)
}

function ask(engine: AccessEngine, nodes: number): { readonly perSecond: number; readonly allowed: number } {
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
  return { perSecond: Math.round(QUESTIONS / seconds), allowed }
}

function makePolicy(ruleCount: number): string {
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
