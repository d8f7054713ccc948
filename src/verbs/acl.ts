/** `sallyport acl …`: access rules checked, tested, explained and compared before they are pushed. */
import { resolve } from 'node:path'
import { type AccessRules, parseAccessRules } from '../access/document.ts'
import { AccessEngine } from '../access/engine.ts'
import { answerParties, answerQuery } from '../access/explain.ts'
import { Network } from '../access/network.ts'
import { parseNetwork, parseQueries, type Query } from '../access/network-file.ts'
import { countAssertions, runPolicyTests, type TestFailure } from '../access/policy-tests.ts'
import { diffReachability, formatReachabilityDiff } from '../access/reachability.ts'
import { SallyportError } from '../base/errors.ts'
import { EXIT } from '../base/exit-codes.ts'
import { readFileBounded } from '../platform/files.ts'
import type { Call, Positional, Verb } from './verb.ts'

const MAX_RULES_BYTES = 4 * 1024 * 1024
const MAX_NETWORK_BYTES = 64 * 1024 * 1024
const POLICY: Positional = { name: 'POLICY', doc: 'The access rules, a HuJSON file (access.hujson).' }

export const aclCheck: Verb = {
  name: 'acl check',
  summary: 'Check access rules, and answer who may reach whom.',
  details:
    'A policy that is wrong, or whose own tests fail, ends with exit code 2 and the place. With --queries it answers\neach question in order: whether it is allowed, by which rule, and why not.',
  positionals: [POLICY],
  options: ['network', 'queries'],
  examples: [
    'sallyport acl check access.hujson',
    'sallyport acl check access.hujson --network network.json --queries queries.json --json',
  ],
  async run(call) {
    const rules = await readRules(call, 0)
    const network = await readNetwork(call)
    refuseFailures(runPolicyTests(rules, network.nodes))
    const queries = await readQueries(call)
    const engine = new AccessEngine(rules, network)
    const answers = queries.map((query) => answerQuery(engine, query))
    if (call.options.json) call.ports.stdout(`${JSON.stringify(answers)}\n`)
    else {
      call.ports.stderr(
        `${counted(rules.rules.length, 'rule')} and ${counted(rules.tests.length, 'test')} hold\n`,
      )
      for (const [index, answer] of answers.entries()) {
        call.ports.stderr(
          `${queries[index]!.join(' ')}: ${answer.allow ? 'allowed' : 'denied'}: ${answer.why}\n`,
        )
      }
    }
    return EXIT.ok
  },
}

export const aclTest: Verb = {
  name: 'acl test',
  summary: "Run the access rules' own tests.",
  positionals: [POLICY],
  options: ['network'],
  examples: ['sallyport acl test access.hujson'],
  async run(call) {
    const rules = await readRules(call, 0)
    const failures = runPolicyTests(rules, (await readNetwork(call)).nodes)
    const total = countAssertions(rules)
    if (call.options.json) {
      const failed = failures.map(({ id, value, why }) => ({ id, line: value.place.line, why }))
      call.ports.stdout(`${JSON.stringify({ version: 1, tests: total, failed })}\n`)
    }
    for (const { id, value, why } of failures) call.ports.stderr(`line ${value.place.line}: ${id}: ${why}\n`)
    call.ports.stderr(`${Math.max(0, total - failures.length)} of ${total} hold\n`)
    return failures.length === 0 ? EXIT.ok : EXIT.failed
  },
}

export const aclExplain: Verb = {
  name: 'acl explain',
  summary: 'Say which rule lets one node reach another, or what is missing.',
  positionals: [
    POLICY,
    { name: 'SRC', doc: 'A node of the network by name, or a user, group, tag, address, host or workload.' },
    { name: 'DST:PORT', doc: 'The same, and a port; udp/DST:PORT and icmp/DST:0 for other protocols.' },
  ],
  options: ['network'],
  examples: [
    'sallyport acl explain access.hujson runner-7 web-1:443 --network network.json',
    'sallyport acl explain access.hujson ada@example.org tag:web:22',
  ],
  async run(call) {
    const rules = await readRules(call, 0)
    const network = await readNetwork(call)
    const question = parseTarget(call.positionals[1]!, call.positionals[2]!)
    const families = ['v4', 'v6'] as const
    const answers = families.map((family) => ({
      family,
      ...answerParties(rules, network, [question[0], question[1], family, question[2], question[3]]),
    }))
    if (call.options.json) call.ports.stdout(`${JSON.stringify({ version: 1, answers })}\n`)
    for (const { family, allow, why } of answers)
      call.ports.stderr(`${family}: ${allow ? 'allowed' : 'denied'}: ${why}\n`)
    return answers.some((answer) => answer.allow) ? EXIT.ok : EXIT.failed
  },
}

export const aclDiff: Verb = {
  name: 'acl diff',
  summary: 'Print what a change of the access rules opens and closes.',
  positionals: [
    { name: 'OLD', doc: 'The rules before.' },
    { name: 'NEW', doc: 'The rules after.' },
  ],
  options: ['network'],
  examples: ['sallyport acl diff old.hujson access.hujson --network network.json'],
  async run(call) {
    const before = await readRules(call, 0)
    const after = await readRules(call, 1)
    const diff = diffReachability(before, after, await readNetwork(call))
    call.ports.stdout(
      call.options.json ? `${JSON.stringify({ version: 1, ...diff })}\n` : formatReachabilityDiff(diff),
    )
    return EXIT.ok
  },
}

async function readRules(call: Call, position: number): Promise<AccessRules> {
  const name = call.positionals[position]!
  return parseAccessRules(await readFileBounded(resolve(call.ports.cwd, name), MAX_RULES_BYTES), name)
}

async function readNetwork(call: Call): Promise<Network> {
  const name = call.options.network
  if (name === undefined) return new Network([])
  return parseNetwork(await readFileBounded(resolve(call.ports.cwd, name), MAX_NETWORK_BYTES), name)
}

async function readQueries(call: Call): Promise<Query[]> {
  const name = call.options.queries
  if (name === undefined) return []
  return parseQueries(await readFileBounded(resolve(call.ports.cwd, name), MAX_NETWORK_BYTES), name)
}

function refuseFailures(failures: readonly TestFailure[]): void {
  const first = failures[0]
  if (!first) return
  const more = failures.length === 1 ? '' : `, and ${failures.length - 1} more`
  throw new SallyportError('ACCESS_RULES_INVALID', {
    message: `test(s) failed: ${first.id}: ${first.why}${more}`,
    place: first.value.place,
    help: 'sallyport acl test shows them all',
  })
}

function parseTarget(from: string, text: string): [string, string, Query[3], number] {
  const match = /^(?:(tcp|udp|icmp|sctp)\/)?(.+):(\d{1,5})$/.exec(text)
  if (!match?.[2]) {
    throw new SallyportError('USAGE', {
      message: `${JSON.stringify(text)} is no destination`,
      help: 'write web-1:443 or udp/web-1:53',
    })
  }
  // [fd7a::1]:443 names the address between the brackets.
  return [from, match[2].replace(/^\[(.*)\]$/, '$1'), (match[1] ?? 'tcp') as Query[3], Number(match[3])]
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
