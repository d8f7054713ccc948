/**
 * The addresses of a person's devices: each device has its own, and has it again whenever it comes back. A
 * device is what the person calls so; two that run under one name at a time are two.
 */
import type { Timestamp } from '../../base/time.ts'
import type { MeshAddress } from '../addresses/address-pool.ts'
import { type Account, personIdOf } from '../logins/person.ts'
import { RequestRefusal } from '../request-refusal.ts'
import type { Transaction } from '../store/contract.ts'
import { collection, type Stored } from '../store/documents.ts'

export const MAX_DEVICES = 16

interface Slot {
  readonly name: string
  /** The node that has it, or had it last. */
  readonly node: string
  readonly usedAt: Timestamp
}

const SLOTS = collection<Slot>('person-slot')

/**
 * Takes the slot of that name, a new one, or the one that was not used for longest.
 *
 * @returns the address that it had; undefined where it is to get one
 * @throws RequestRefusal `too-many`
 */
export async function takeSlot(
  tx: Transaction,
  account: Account,
  device: { readonly name: string; readonly node: string; readonly now: Timestamp },
): Promise<MeshAddress | undefined> {
  const { name, node, now } = device
  const group = personIdOf(account)
  const slots = await SLOTS.list(tx, group)
  const idle = await filterIdle(tx, slots)
  const own = idle.find(({ value }) => value.name === name)
  const next: Slot = { name, node, usedAt: now }
  if (!own && slots.length < MAX_DEVICES) {
    await SLOTS.insert(tx, { id: `${group}/${slots.length + 1}`, group, value: next, now })
    return undefined
  }
  const slot = own ?? [...idle].sort((a, b) => a.value.usedAt - b.value.usedAt)[0]
  if (!slot) {
    throw new RequestRefusal('too-many', {
      message: `you have ${MAX_DEVICES} nodes in the mesh already`,
      help: 'end one of them, or all of a session: sallyport sessions end',
    })
  }
  await SLOTS.change(tx, slot.id, () => next)
  return inheritAddress(tx, slot.value.node)
}

/** The person's addresses are anybody's again after the rest that all addresses have. @returns how many */
export async function dropSlots(tx: Transaction, account: Account, freeAt: Timestamp): Promise<number> {
  const slots = await SLOTS.list(tx, personIdOf(account))
  for (const { id, value } of slots) {
    await tx.nodes.releaseAddress(value.node, freeAt)
    await SLOTS.remove(tx, id)
  }
  return slots.length
}

async function filterIdle(tx: Transaction, slots: readonly Stored<Slot>[]): Promise<Stored<Slot>[]> {
  const idle: Stored<Slot>[] = []
  for (const slot of slots) {
    const state = (await tx.nodes.find(slot.value.node))?.state
    if (state !== 'active' && state !== 'suspended') idle.push(slot)
  }
  return idle
}

/** Not that of a node that was revoked: an agent that is away may hold its key with it. */
async function inheritAddress(tx: Transaction, nodeId: string): Promise<MeshAddress | undefined> {
  const before = await tx.nodes.find(nodeId)
  if (!before || before.state === 'revoked' || !(await tx.nodes.giveUpAddress(nodeId))) return undefined
  return { ipv4: before.ipv4, ipv6: before.ipv6 }
}
