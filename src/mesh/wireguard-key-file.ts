/** The WireGuard key of a node that stays: made on this machine, kept in a file of its own, never sent. */
import { decodeUtf8, encodeBase64 } from '../base/bytes.ts'
import type { Random } from '../base/random.ts'
import { createFile, readFileIfThere } from '../platform/files.ts'
import { type PrivateKey, parseKeyText, privateKey } from '../tunnel/wireguard/keys.ts'
import { nodePrimitives } from '../tunnel/wireguard/primitives-node.ts'

const MAX_KEY_FILE_BYTES = 4096

/** @throws `KEY_INVALID`, `FILE_UNREADABLE`, `FILE_UNWRITABLE` */
export async function openWireguardKey(path: string, random: Random): Promise<PrivateKey> {
  const bytes = await readFileIfThere(path, MAX_KEY_FILE_BYTES)
  if (bytes !== undefined) return privateKey(parseKeyText(decodeUtf8(bytes).trim(), `private key in ${path}`))
  const fresh = random.bytes(32)
  await createFile(path, `${encodeBase64(fresh)}\n`, 0o600)
  return privateKey(fresh)
}

/** 32 bytes, X25519. */
export function wireguardPublicKey(key: PrivateKey): Uint8Array {
  return nodePrimitives.publicOf(nodePrimitives.importPrivateKey(key.reveal().slice()))
}
