/**
 * Witness cosignatures (C2SP tlog-cosignature v1): `u64 time ‖ Ed25519("cosignature/v1\ntime <t>\n" ‖ text)`.
 * A witness says that it saw no other tree of that log; k of them make two views of one log hard to show.
 */
import { concatBytes, encodeUtf8 } from '../base/bytes.ts'
import { type Ed25519KeyPair, signEd25519, verifyEd25519 } from '../base/ed25519.ts'
import { SallyportError } from '../base/errors.ts'
import {
  type Note,
  type NoteSignature,
  type NoteVerifier,
  noteKeyId,
  SIGNATURE_TYPES,
  signaturesOf,
} from './note.ts'

/** @param time seconds since 1970 */
export function cosign(note: Note, name: string, key: Ed25519KeyPair, time: number): NoteSignature {
  const verifier: NoteVerifier = { name, type: SIGNATURE_TYPES.cosignature, publicKey: key.publicKey }
  const timeBytes = new Uint8Array(8)
  new DataView(timeBytes.buffer).setBigUint64(0, BigInt(time))
  const signature = signEd25519(key.privateKey, cosignedMessage(note.text, BigInt(time)))
  return { name, keyId: noteKeyId(verifier), signature: concatBytes(timeBytes, signature) }
}

/**
 * How many distinct witnesses of the list cosigned.
 *
 * @throws `SIGNATURE_INVALID` where the cosignature of a listed witness fails
 */
export function countCosignatures(note: Note, witnesses: readonly NoteVerifier[]): number {
  const distinct = new Map(
    witnesses.map((witness) => [Buffer.from(witness.publicKey).toString('hex'), witness]),
  )
  return [...distinct.values()].filter((witness) => isCosignedBy(note, witness)).length
}

function isCosignedBy(note: Note, witness: NoteVerifier): boolean {
  if (witness.type !== SIGNATURE_TYPES.cosignature) return false
  const cosignatures = signaturesOf(note, witness)
  for (const { signature } of cosignatures) {
    if (signature.length !== 72 || !verifyCosignature(note, witness, signature)) {
      throw new SallyportError('SIGNATURE_INVALID', {
        message: `the cosignature of ${witness.name} does not verify`,
      })
    }
  }
  return cosignatures.length > 0
}

function verifyCosignature(note: Note, { publicKey }: NoteVerifier, signature: Uint8Array): boolean {
  const time = new DataView(signature.buffer, signature.byteOffset).getBigUint64(0)
  return verifyEd25519(publicKey, cosignedMessage(note.text, time), signature.subarray(8))
}

function cosignedMessage(text: string, time: bigint): Uint8Array {
  return encodeUtf8(`cosignature/v1\ntime ${time}\n${text}`)
}
