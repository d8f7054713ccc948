/** Who a runner is towards the coordinator: two keys made in memory for this job, and tokens bound to them. */
import { type CoordinatorClient, createCoordinatorClient } from '../api/coordinator-client.ts'
import { parseDigest } from '../base/digest.ts'
import { type Ed25519KeyPair, ed25519KeyPair } from '../base/ed25519.ts'
import type { Secret } from '../base/secret.ts'
import type { NodeKeys } from '../mesh/control/membership.ts'
import type { NodeOptions } from '../mesh/node.ts'
import { wireguardPublicKey } from '../mesh/wireguard-key-file.ts'
import type { HttpClient } from '../platform/http.ts'
import { admissionAudience, approvalAudience } from '../trust/audience.ts'
import { parsePublicKey } from '../trust/keys.ts'
import { privateKey } from '../tunnel/wireguard/keys.ts'
import type { CoordinatorAddress } from './deployment-words.ts'
import type { IdentityTokenSource } from './identity-token.ts'
import type { Ports } from './verb.ts'

export interface RunnerIdentity {
  readonly client: CoordinatorClient
  readonly machineKey: Ed25519KeyPair
  readonly wireguardKey: NodeOptions['privateKey']
  readonly keys: NodeKeys
  /** @param approval `sha256:…` of the statement, where the token is to open the tunnel for it */
  admissionToken(approval: string | null): Promise<Secret<string>>
  approvalToken(statementBytes: Uint8Array): Promise<Secret<string>>
}

/** @throws `KEY_INVALID` where the root is none */
export function createRunnerIdentity(
  coordinator: CoordinatorAddress,
  tokens: IdentityTokenSource,
  http: HttpClient,
  ports: Pick<Ports, 'clock' | 'random'>,
): RunnerIdentity {
  const { clock, random } = ports
  const root = parsePublicKey('root', coordinator.root)
  const machineKey = ed25519KeyPair(random.bytes(32))
  const wireguardKey = privateKey(random.bytes(32))
  const keys: NodeKeys = { wireguard: wireguardPublicKey(wireguardKey), machine: machineKey.publicKey }
  const url = coordinator.url.replace(/\/+$/, '')
  const client = createCoordinatorClient({ url, root, key: machineKey, http, clock, random })
  const { coordinatorId } = client
  return {
    client,
    machineKey,
    wireguardKey,
    keys,
    admissionToken(approval) {
      const approvalDigest = approval === null ? undefined : parseDigest(approval)
      const binding = {
        coordinatorId,
        wireguardKey: keys.wireguard,
        machineKey: keys.machine,
        approvalDigest,
      }
      return tokens.request(admissionAudience(binding))
    },
    approvalToken: (statementBytes) => tokens.request(approvalAudience(coordinatorId, statementBytes)),
  }
}
