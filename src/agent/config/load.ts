/** Reads `agent.yml` and what it names, and checks what a schema cannot. */
import { dirname, resolve } from 'node:path'
import { decodeUtf8 } from '../../base/bytes.ts'
import { SallyportError } from '../../base/errors.ts'
import { parseTimestamp, type Timestamp } from '../../base/time.ts'
import { certificateDigest, fetchPinned, isPin, readAuthority } from '../../platform/authority.ts'
import { readFileBounded, readFileIfThere, writeFileAtomic } from '../../platform/files.ts'
import { MAX_TRUST_FILE_BYTES, parseTrustFile, type TrustFile } from '../../trust/trust-file.ts'
import { decodeYaml } from '../../trust/yaml.ts'
import type { HttpsPrefix } from '../sources/https.ts'
import { parseUrlPrefix } from '../sources/url-prefix.ts'
import {
  AGENT_CONFIG_KEYS,
  type AgentConfigFile,
  type ApplicationConfig,
  agentConfigSchema,
  type MeshConfig,
} from './schema.ts'

const MAX_CONFIG_BYTES = 256 * 1024
const MAX_CA_BYTES = 1024 * 1024

export interface AgentConfig {
  readonly path: string
  /** Absolute. */
  readonly root: string
  readonly machineKeyPath: string
  readonly trustPath: string
  readonly environment: string
  readonly labels: Readonly<Record<string, string>>
  readonly maxStalenessMs: number
  readonly mesh: MeshSettings | undefined
  readonly applications: ReadonlyMap<string, Application>
}

export interface MeshSettings extends Omit<MeshConfig, 'ca'> {
  /** PEM. */
  readonly ca: string | undefined
}

export interface Application {
  readonly name: string
  readonly config: ApplicationConfig
  readonly freezes: readonly Freeze[]
  readonly https: readonly HttpsPrefix[]
  /** Variable name to the absolute path of its file. */
  readonly secrets: Readonly<Record<string, string>>
}

export interface Freeze {
  readonly from: Timestamp
  readonly to: Timestamp
  readonly reason: string
}

/** @throws `CONFIG_INVALID` with file, line and column; `FILE_UNREADABLE` */
export async function loadAgentConfig(path: string): Promise<AgentConfig> {
  const bytes = await readFileBounded(path, MAX_CONFIG_BYTES)
  const file = decodeYaml(agentConfigSchema, bytes, {
    source: path,
    maxBytes: MAX_CONFIG_BYTES,
    knownKeys: AGENT_CONFIG_KEYS,
  })
  const beside = (relative: string): string => resolve(dirname(path), relative)
  const applications = await Promise.all(
    Object.entries(file.applications).map(([name, config]) =>
      loadApplication(name, config, { path, beside }),
    ),
  )
  return {
    path,
    root: beside(file.root),
    machineKeyPath: beside(file.machineKey),
    trustPath: beside(file.trust),
    environment: file.environment,
    labels: file.labels,
    maxStalenessMs: file.maxStaleness,
    mesh: file.mesh && (await loadMesh(file.mesh, beside)),
    applications: new Map(applications.map((application) => [application.name, application])),
  }
}

/** Read anew for each deployment: trust that was withdrawn counts at once. */
export async function loadTrust(config: AgentConfig): Promise<TrustFile> {
  return parseTrustFile(await readFileBounded(config.trustPath, MAX_TRUST_FILE_BYTES), config.trustPath)
}

async function loadMesh(mesh: MeshConfig, beside: (relative: string) => string): Promise<MeshSettings> {
  const ca = mesh.ca === undefined ? undefined : await readMeshAuthority(mesh.ca, mesh.coordinator, beside)
  return { ...mesh, wireguardKey: beside(mesh.wireguardKey), ca }
}

/** A pinned certificate is kept beside the configuration: an agent starts while its coordinator is away. */
async function readMeshAuthority(
  given: string,
  coordinator: string,
  beside: (relative: string) => string,
): Promise<string> {
  if (!isPin(given)) return readAuthority(given, coordinator, beside)
  const kept = beside(`coordinator-${given.slice('sha256:'.length, 'sha256:'.length + 16)}.pem`)
  const found = await readFileIfThere(kept, MAX_CA_BYTES)
  if (found && certificateDigest(decodeUtf8(found)) === given) return decodeUtf8(found)
  const certificate = await fetchPinned(coordinator, given)
  await writeFileAtomic(kept, certificate)
  return certificate
}

interface ConfigPlace {
  readonly path: string
  readonly beside: (relative: string) => string
}

async function loadApplication(
  name: string,
  config: AgentConfigFile['applications'][string],
  place: ConfigPlace,
): Promise<Application> {
  return {
    name,
    config,
    freezes: config.freezes.map((freeze) => toFreeze(name, freeze, place)),
    https: await Promise.all(config.sources.https.map((source) => toHttpsPrefix(source, place))),
    secrets: Object.fromEntries(
      Object.entries(config.secrets).map(([variable, file]) => [variable, place.beside(file)]),
    ),
  }
}

function toFreeze(name: string, freeze: ApplicationConfig['freezes'][number], place: ConfigPlace): Freeze {
  const [from, to] = [parseTimestamp(freeze.from), parseTimestamp(freeze.to)]
  if (from < to) return { from, to, reason: freeze.reason }
  throw new SallyportError('CONFIG_INVALID', {
    message: `applications.${name}.freezes: a freeze ends at ${freeze.to}, not after its beginning`,
    place: { file: place.path },
  })
}

async function toHttpsPrefix(
  source: ApplicationConfig['sources']['https'][number],
  place: ConfigPlace,
): Promise<HttpsPrefix> {
  const ca =
    source.ca === undefined ? undefined : await readFileBounded(place.beside(source.ca), MAX_CA_BYTES)
  return {
    prefix: parseUrlPrefix(source.prefix),
    redirects: source.redirects.map(parseUrlPrefix),
    addresses: source.addresses,
    ...(ca === undefined ? {} : { ca: decodeUtf8(ca) }),
  }
}
