/** Which key list counts: the newest that the root signed, of the one in the file and the one we kept. */

import type { Ed25519PublicKey } from '../base/ed25519.ts'
import { messageOf } from '../base/errors.ts'
import { parseStrictJson } from '../base/json.ts'
import { formatTimestamp, type Timestamp } from '../base/time.ts'
import { type Envelope, envelopeSchema } from './dsse.ts'
import { compareKeyLists, isCurrent, type KeyList, verifyKeyList } from './key-list.ts'
import { Refusal } from './refusals.ts'

export interface KeyListChoice {
  readonly root: Ed25519PublicKey
  readonly offered: Envelope | null
  /** JSON text of the envelope of the newest list that we verified. */
  readonly known: string | null
  readonly now: Timestamp
}

/** @throws a refusal of the step `signature` */
export function selectKeyList(choice: KeyListChoice): { readonly list: KeyList; readonly text: string } {
  const known = choice.known === null ? undefined : verified(parseKnown(choice.known), choice.root)
  const offered = choice.offered === null ? undefined : verified(choice.offered, choice.root)
  const list = newest(offered, known)
  if (!isCurrent(list, choice.now)) {
    const [from, to] = [formatTimestamp(list.notBefore), formatTimestamp(list.notAfter)]
    throw new Refusal('KEY_LIST_EXPIRED', `the key list is valid from ${from} to ${to}`)
  }
  const text = list === known ? choice.known! : JSON.stringify(choice.offered)
  return { list, text }
}

function newest(offered: KeyList | undefined, known: KeyList | undefined): KeyList {
  if (!offered || !known) {
    const only = offered ?? known
    if (!only) throw new Refusal('KEY_LIST_MISSING', 'the file carries no key list, and none is known here')
    return only
  }
  const comparison = compareKeyLists(offered, known)
  if (comparison === 'forked') {
    throw new Refusal(
      'KEY_LIST_FORKED',
      `the key list of sequence ${offered.sequence} contradicts the one known here`,
    )
  }
  return comparison === 'newer' ? offered : known
}

function verified(envelope: Envelope, root: Ed25519PublicKey): KeyList {
  try {
    return verifyKeyList(envelope, root)
  } catch (cause) {
    throw new Refusal('KEY_LIST_INVALID', messageOf(cause))
  }
}

function parseKnown(text: string): Envelope {
  return envelopeSchema.parse(parseStrictJson(text, { source: 'the stored key list', maxBytes: 64 * 1024 }))
}
