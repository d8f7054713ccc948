/**
 * A person joins a mesh with their session: a node of their own, with keys made in memory that the session's
 * key signs, for as long as the session. What it reaches is the access rules' to say, and each agent's own.
 */
import { hostname } from 'node:os'
import { resolve } from 'node:path'
import { createCoordinatorClient } from '../api/coordinator-client.ts'
import type { PersonNodeRequest } from '../api/messages/membership.ts'
import type { Peer } from '../api/messages/network-map.ts'
import { decodeUtf8, encodeBase64url } from '../base/bytes.ts'
import { ed25519KeyPair, signEd25519 } from '../base/ed25519.ts'
import { messageOf, SallyportError } from '../base/errors.ts'
import { SECOND } from '../base/time.ts'
import { unwrap } from '../mesh/control/membership.ts'
import { wireguardPublicKey } from '../mesh/wireguard-key-file.ts'
import { readFileBounded } from '../platform/files.ts'
import { createHttpClient } from '../platform/http.ts'
import { personNodeBytes } from '../trust/audience.ts'
import { parseKeyFile, parsePublicKey } from '../trust/keys.ts'
import { privateKey } from '../tunnel/wireguard/keys.ts'
import { deviceName } from './device-name.ts'
import { enterMesh, type MeshMembership } from './mesh-membership.ts'
import { type KeptSession, readSession, sessionPath } from './session-file.ts'
import type { Call } from './verb.ts'

const MAX_KEY_BYTES = 4096
/** The coordinator waits ten seconds for agents. */
const JOIN_TIMEOUT_MS = 40 * SECOND

/** The session that would join: that of `--coordinator`, or the only one there is. */
export async function findOwnSession(call: Call): Promise<KeptSession | undefined> {
  const kept = await readSession(sessionPath(call))
  const { coordinator } = call.options
  return coordinator === undefined || kept?.url === coordinator.replace(/\/+$/, '') ? kept : undefined
}

/** @throws `ADMISSION_REFUSED`, `KEY_INVALID` */
export async function joinAsPerson(call: Call, kept: KeptSession): Promise<MeshMembership> {
  const { options, ports } = call
  const { clock, random } = ports
  const http = createHttpClient(kept.ca === null ? {} : { ca: kept.ca })
  const shared = { url: kept.url, root: parsePublicKey('root', kept.root), http, clock, random }
  const client = createCoordinatorClient({ ...shared, key: kept.key })
  const machineKey = ed25519KeyPair(random.bytes(32))
  const wireguardKey = privateKey(random.bytes(32))
  const keys = { wireguardKey: wireguardPublicKey(wireguardKey), machineKey: machineKey.publicKey }
  const notAfter = kept.session.expiresAt
  const bytes = personNodeBytes({ coordinatorId: client.coordinatorId, ...keys, notAfter })
  const body: PersonNodeRequest = {
    machineKey: encodeBase64url(keys.machineKey),
    wireguardKey: encodeBase64url(keys.wireguardKey),
    name: deviceName(options.name ?? hostname(), 'device'),
    notAfter,
    signature: encodeBase64url(signEd25519(kept.key.privateKey, bytes)),
    own: await signByOwnKey(call, bytes),
    endpoints: [],
  }
  const reply = unwrap(
    await client.call('connectPerson', { params: undefined, body, timeoutMs: JOIN_TIMEOUT_MS }),
    'ADMISSION_REFUSED',
  )
  return enterMesh(
    { client: createCoordinatorClient({ ...shared, key: machineKey }), machineKey, wireguardKey },
    reply,
    {
      ca: kept.ca ?? undefined,
      relayOnly: options['relay-only'] === true,
      portMapping: options['port-mapping'] === true,
      ports: [],
    },
    call.ports,
  )
}

async function signByOwnKey({ options, ports }: Call, bytes: Uint8Array): Promise<PersonNodeRequest['own']> {
  const file = options['person-key']
  if (file === undefined) return null
  const text = decodeUtf8(await readFileBounded(resolve(ports.cwd, file), MAX_KEY_BYTES))
  const key = parseKeyFile('person', text, file)
  return {
    key: encodeBase64url(key.publicKey),
    signature: encodeBase64url(signEd25519(key.privateKey, bytes)),
  }
}

/**
 * Waits for somebody to answer through the tunnel. Whom no rule lets reach anything is there all the same:
 * rules may change while the node stays.
 *
 * @returns a line for each. @throws `AGENT_UNREACHABLE` where none of several answers
 */
export async function reachOpened(mesh: MeshMembership): Promise<string[]> {
  const joined = `joined as ${mesh.name}, ${mesh.address}, until ${new Date(mesh.leaseEnd).toISOString()}`
  const refused = new Map(mesh.refused.map(({ name, reason }) => [name, reason]))
  const turnedAway = [...refused].map(([name, reason]) => `${name} does not let you in: ${reason}`)
  const silent = mesh.unacknowledged.map((name) => `${name} did not acknowledge in time`)
  const open = mesh.agents.filter(({ name }) => !refused.has(name))
  if (mesh.agents.length === 0) return [joined, 'no access rule lets you reach anything']
  const attempts = await Promise.allSettled(open.map((agent) => mesh.reach(agent)))
  const lines = attempts.map((attempt, index) => {
    const { name, address, peer } = open[index]!
    return attempt.status === 'fulfilled'
      ? `${name} ${address} ${portsOf(peer)} (${attempt.value})`
      : `${name} was not reached: ${messageOf(attempt.reason)}`
  })
  if (attempts.some(({ status }) => status === 'fulfilled'))
    return [joined, ...lines, ...turnedAway, ...silent]
  throw new SallyportError('AGENT_UNREACHABLE', {
    message: ['no agent was reached', ...lines, ...turnedAway, ...silent].join('; '),
    help: 'an agent lets in whom its own trust file lists under "visitors", on ports that it exposes',
  })
}

function portsOf({ edges }: Peer): string {
  const ranges = edges.flatMap(({ direction, ranges }) => (direction === 'out' ? (ranges ?? []) : []))
  return ranges.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`)).join(',')
}
