/** What a run needs before it begins: a coordinator's data directory, an issuer, enrolled nodes, 200 rules. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { decodeBase64url, encodeBase64url } from '../../src/base/bytes.ts'
import { ed25519KeyPair } from '../../src/base/ed25519.ts'
import { HOUR, type Timestamp } from '../../src/base/time.ts'
import { registerAccessRules } from '../../src/coordinator/access/rules-registration.ts'
import { leaseAddress } from '../../src/coordinator/addresses/address-pool.ts'
import { initialise } from '../../src/coordinator/identity/initialise.ts'
import { postgresAt, storeLocationOf } from '../../src/coordinator/identity/store-of-directory.ts'
import { nextMapVersion } from '../../src/coordinator/netmap/network-map.ts'
import type { NodeRecord } from '../../src/coordinator/store/records.ts'
import { openStore } from '../../src/coordinator/store/store-location.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { systemRandom } from '../../src/platform/random.ts'
import { parseKeyFile, parsePublicKey } from '../../src/trust/keys.ts'
import { createIssuer, type Issuer } from '../../test/support/issuer.ts'

export const RULES = 200
export const AGENTS_PER_EDGE = 5

export interface World {
  readonly folder: string
  readonly root: string
  readonly coordinatorId: string
  readonly issuer: Issuer
  /** Where the streams' processes read the nodes' keys. */
  readonly keysFile: string
}

/** Groups of five agents, one to a rule; nodes beyond the last rule are connected, and concerned by nothing. */
export async function makeWorld(base: string, nodes: number, database: string | undefined): Promise<World> {
  const issuer = createIssuer('https://token.example')
  const folder = join(base, 'data')
  await mkdir(base, { recursive: true })
  const made = await initialise({
    folder,
    operatorFolder: join(base, 'operator'),
    environments: { text: environments(issuer.url), source: 'environments.yml', folder: base },
    ...(database === undefined ? {} : { store: postgresAt(folder, database, 'the benchmark') }),
    clock: systemClock,
    random: systemRandom,
  })
  const root = parseKeyFile('root', await readFile(made.rootKeyFile, 'utf8'), 'root.key')
  const now = systemClock.now()
  const window = { notBefore: (now - HOUR) as Timestamp, notAfter: (now + 24 * HOUR) as Timestamp }
  await writeFile(join(base, 'jwks.json'), JSON.stringify(issuer.snapshot(root, window)))
  const keysFile = join(base, 'keys.json')
  await writeFile(keysFile, JSON.stringify(await enrolAll(folder, made.root, nodes)))
  return { folder, root: made.root, coordinatorId: made.coordinatorId, issuer, keysFile }
}

export function applicationOf(rule: number): string {
  return `app-${rule}`
}

export function repositoryOf(rule: number): string {
  return String(1_000 + rule)
}

function environments(issuer: string): string {
  const rules = Array.from({ length: RULES }, (_, rule) =>
    [
      `  - application: ${applicationOf(rule)}`,
      '    environments: [staging]',
      `    issuer: ${issuer}`,
      `    repositoryId: "${repositoryOf(rule)}"`,
      '    ownerId: "65"',
      '    refs: [refs/heads/main]',
      '    gate:',
      '      workflow: octo/ci/.github/workflows/gate.yml',
      `      commits: [${'a'.repeat(40)}]`,
    ].join('\n'),
  )
  return `version: 1
issuers:
  - issuer: ${issuer}
    jwks: snapshot
    snapshot: jwks.json
rules:
${rules.join('\n')}
environments:
  staging:
    tunnel: workload
    maxLease: 30m
    floor:
      scanners: [dependencies]
      policies: ["sha256:${'b'.repeat(64)}"]
      advisories: { maxAge: 7d }
      maxVerdictAge: 1h
`
}

function accessRules(): string {
  const all = Array.from({ length: RULES }, (_, rule) => rule)
  return JSON.stringify({
    tagOwners: Object.fromEntries([...all.map((rule) => [`tag:group-${rule}`, []]), ['tag:other', []]]),
    workloads: Object.fromEntries(
      all.map((rule) => [`github:octo/app-${rule}`, { repositoryId: repositoryOf(rule), ownerId: '65' }]),
    ),
    grants: all.map((rule) => ({
      src: [`github:octo/app-${rule}`],
      dst: [`tag:group-${rule}`],
      ip: ['tcp:7070'],
    })),
  })
}

/** Straight into the store: how fast agents enrol is not the question here. @returns their machine keys' seeds */
async function enrolAll(folder: string, root: string, nodes: number): Promise<string[]> {
  const store = await openStore(await storeLocationOf(folder))
  const now = systemClock.now()
  const rootKey = parsePublicKey('root', root)
  const seeds: string[] = []
  for (let from = 0; from < nodes; from += 500) {
    const batch = Array.from({ length: Math.min(500, nodes - from) }, () => systemRandom.bytes(32))
    seeds.push(...batch.map(encodeBase64url))
    await store.write('enrol', async (tx) => {
      for (const [at, seed] of batch.entries()) {
        const address = await leaseAddress(tx, rootKey, now)
        await tx.nodes.insert({ ...nodeOf(from + at, seed, now, await nextMapVersion(tx)), ...address })
      }
    })
  }
  await store.write('rules', (tx) =>
    registerAccessRules(tx, { text: accessRules(), replaces: null, by: null, now }),
  )
  await store.close()
  return seeds
}

function nodeOf(
  number: number,
  seed: Uint8Array,
  now: Timestamp,
  version: number,
): Omit<NodeRecord, 'ipv4' | 'ipv6'> {
  const group = Math.floor(number / AGENTS_PER_EDGE)
  return {
    id: `n-${number.toString(16).padStart(32, '0')}`,
    kind: 'agent',
    name: `agent-${number}`,
    wireguardKey: encodeBase64url(systemRandom.bytes(32)),
    machineKey: encodeBase64url(ed25519KeyPair(seed).publicKey),
    state: 'active',
    tags: [group < RULES ? `tag:group-${group}` : 'tag:other'],
    applications: [group < RULES ? applicationOf(group) : 'other'],
    environment: 'staging',
    port: 7070,
    endpoints: ['192.0.2.7:41641'],
    createdAt: now,
    changedVersion: version,
  }
}

export function readSeeds(text: string): Uint8Array[] {
  return (JSON.parse(text) as string[]).map(decodeBase64url)
}
