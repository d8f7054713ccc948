/**
 * The C2SP tlog-proof text: an index, the hashes from leaf to root, and the checkpoint they lead to.
 *
 *     c2sp.org/tlog-proof@v1
 *     extra <base64>            (optional)
 *     index <n>
 *     <base64 hash> …
 *     (empty line)
 *     <checkpoint>
 */
import { decodeBase64, encodeBase64 } from '../base/bytes.ts'
import { SallyportError } from '../base/errors.ts'

const HEADER = 'c2sp.org/tlog-proof@v1'
/** A tree of 2^53 leaves has no longer way. */
export const MAX_PROOF_HASHES = 53

export interface InclusionProof {
  readonly index: number
  readonly hashes: readonly Uint8Array[]
  /** The signed note. */
  readonly checkpoint: string
  readonly extra?: Uint8Array
}

export function emitInclusionProof({ index, hashes, checkpoint, extra }: InclusionProof): string {
  const lines = [
    HEADER,
    ...(extra === undefined ? [] : [`extra ${encodeBase64(extra)}`]),
    `index ${index}`,
    ...hashes.map(encodeBase64),
  ]
  return `${lines.join('\n')}\n\n${checkpoint}`
}

/** @throws `ENCODING_INVALID` */
export function parseInclusionProof(text: string): InclusionProof {
  const split = text.indexOf('\n\n')
  if (split < 0) fail('it has no checkpoint after an empty line')
  const lines = text.slice(0, split).split('\n')
  if (lines.shift() !== HEADER) fail(`its first line is not ${HEADER}`)
  const extra = /^extra ([A-Za-z0-9+/=]+)$/.exec(lines[0] ?? '')?.[1]
  if (extra !== undefined) lines.shift()
  const index = Number(/^index (0|[1-9][0-9]{0,15})$/.exec(lines.shift() ?? '')?.[1])
  if (!Number.isSafeInteger(index)) fail('it has no index')
  if (lines.length > MAX_PROOF_HASHES) fail(`it has more than ${MAX_PROOF_HASHES} hashes`)
  const hashes = lines.map(decodeBase64)
  if (hashes.some((hash) => hash.length !== 32)) fail('a hash does not have 32 bytes')
  const checkpoint = text.slice(split + 2)
  return { index, hashes, checkpoint, ...(extra === undefined ? {} : { extra: decodeBase64(extra) }) }
}

function fail(why: string): never {
  throw new SallyportError('ENCODING_INVALID', { message: `not an inclusion proof: ${why}` })
}
