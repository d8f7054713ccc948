/** What `agent doctor` says of the mesh: whether the coordinator answers as the pinned root, and the keys' files. */
import { stat } from 'node:fs/promises'
import { type AgentConfig, loadTrust, type MeshSettings } from '../agent/config/load.ts'
import type { Check } from '../agent/doctor.ts'
import { createCoordinatorClient } from '../api/coordinator-client.ts'
import { ed25519KeyPair } from '../base/ed25519.ts'
import { messageOf } from '../base/errors.ts'
import { createHttpClient } from '../platform/http.ts'
import { parsePublicKey } from '../trust/keys.ts'
import { conflictPath } from './agent-mesh.ts'
import type { Ports } from './verb.ts'

/** Changes nothing: it asks with a key of its own, not the machine's. */
export async function examineMesh(config: AgentConfig, mesh: MeshSettings, ports: Ports): Promise<Check[]> {
  return [
    await checkCoordinator(config, mesh, ports),
    await checkWireguardKey(mesh),
    await checkConflict(config),
    mesh.relayOnly
      ? { name: 'mesh: path', status: 'notice', message: 'relayOnly: true: UDP is never tried' }
      : { name: 'mesh: path', status: 'ok', message: 'UDP is tried first, the relay carries what it cannot' },
  ]
}

async function checkCoordinator(config: AgentConfig, mesh: MeshSettings, ports: Ports): Promise<Check> {
  const name = 'mesh: coordinator'
  const http = createHttpClient(mesh.ca === undefined ? {} : { ca: mesh.ca })
  try {
    const trust = await loadTrust(config)
    if (trust.signers !== 'coordinator') {
      return {
        name,
        status: 'problem',
        message: 'the trust file says "signers: key": no coordinator is trusted',
      }
    }
    const { clock, random } = ports
    const root = parsePublicKey('root', trust.root)
    const key = ed25519KeyPair(random.bytes(32))
    await createCoordinatorClient({ url: mesh.coordinator, root, key, http, clock, random }).keyList()
    return {
      name,
      status: 'ok',
      message: `${mesh.coordinator} answers with keys that the pinned root signed`,
    }
  } catch (error) {
    return { name, status: 'problem', message: messageOf(error) }
  } finally {
    await http.close()
  }
}

async function checkWireguardKey({ wireguardKey }: MeshSettings): Promise<Check> {
  const name = 'mesh: key'
  const found = await stat(wireguardKey).catch(() => undefined)
  if (!found) return { name, status: 'notice', message: 'there is none yet: sallyport agent enroll makes it' }
  return (found.mode & 0o077) === 0
    ? { name, status: 'ok', message: 'there, and only for its owner' }
    : { name, status: 'problem', message: `others may read it: chmod 600 ${wireguardKey}` }
}

async function checkConflict(config: AgentConfig): Promise<Check> {
  const name = 'mesh: log'
  const path = conflictPath(config)
  const found = await stat(path).catch(() => undefined)
  return found
    ? { name, status: 'problem', message: `the log contradicted itself, nothing is deployed: see ${path}` }
    : { name, status: 'ok', message: 'no conflict was recorded' }
}
