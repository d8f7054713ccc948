/**
 * What this replica does when others wrote or said something. What they wrote is read from the store, from
 * the map version that was seen last, so a notification that was lost costs time and nothing else.
 */
import { messageOf } from '../../base/errors.ts'
import type { CoordinatorContext } from '../context.ts'
import { distribute, sendSnapshots } from '../netmap/distribution.ts'
import { currentMapVersion } from '../netmap/network-map.ts'
import type { ReplicaLink } from '../store/replica-link.ts'
import { coalesce } from '../transparency/coalesce.ts'
import { emitReplicaMessage, parseReplicaMessage, type ReplicaMessage } from './replica-message.ts'

const ALIVE_MS = 2_000
/** Notices that nothing announces: a replica that was killed, a notification that was lost. */
const LOOK_MS = 5_000

/** Of acknowledgements whose last part has not come yet, by node. */
type Refusals = Map<string, readonly (readonly [string, string])[]>

/** @param from the map version that everything here was built from. @returns stops it */
export async function followReplicas(
  context: CoordinatorContext,
  link: ReplicaLink,
  from: number,
): Promise<() => Promise<void>> {
  let last = from
  const begun: Refusals = new Map()
  const follow = coalesce(async () => {
    last = await distributeSince(context, last)
    await context.log.follow()
  })
  const look = coalesce(async () => {
    if (await context.relays.refresh()) await sendSnapshots(context)
    await follow()
  })
  const attempt = (work: () => Promise<void>) => () => {
    work().catch((thrown: unknown) =>
      context.diagnostics.log('error', 'changes of other replicas could not be followed', {
        error: messageOf(thrown),
      }),
    )
  }
  link.onWritten(attempt(follow))
  link.onMessage((text) => {
    const message = parseReplicaMessage(text)
    if (message?.kind === 'acknowledged') acknowledge(context, begun, message)
    else if (message) handle(context, link, message, attempt(look))
  })
  const timer = setInterval(attempt(look), LOOK_MS)
  timer.unref()
  link.tell([emitReplicaMessage({ kind: 'here' })])
  await look()
  return async () => {
    clearInterval(timer)
    await follow().catch(() => undefined)
  }
}

/** @returns the version up to which everybody here was told */
async function distributeSince(context: CoordinatorContext, last: number): Promise<number> {
  const { version, touched } = await context.store.read(async (tx) => {
    const version = await currentMapVersion(tx)
    return { version, touched: version > last ? await tx.nodes.listTouched(last) : [] }
  })
  if (touched.length > 0) await distribute(context, touched)
  return version
}

function handle(
  context: CoordinatorContext,
  link: ReplicaLink,
  message: Exclude<ReplicaMessage, { kind: 'acknowledged' }>,
  look: () => void,
): void {
  switch (message.kind) {
    case 'ask': {
      const session = context.sessions.find(message.node)
      if (!session) return
      const { question } = message
      session
        .isAlive(ALIVE_MS)
        .then((isAlive) => link.tell([emitReplicaMessage({ kind: 'answer', question, isAlive })]))
        .catch(() => undefined)
      return
    }
    case 'answer':
      context.replicas.answered(message.question, message.isAlive)
      return
    case 'claimed':
      context.sessions.find(message.node)?.end('replaced')
      return
    case 'here':
      look()
  }
}

function acknowledge(
  context: CoordinatorContext,
  begun: Refusals,
  { node, version, refused, isLast }: Extract<ReplicaMessage, { kind: 'acknowledged' }>,
): void {
  const all = [...(begun.get(node) ?? []), ...refused]
  begun.delete(node)
  if (!isLast) begun.set(node, all)
  else context.sessions.acknowledge(node, { version, refused: new Map(all) })
}
