/**
 * Cryptokey routing: which peer an inner address belongs to, by longest prefix. A binary trie with
 * skipped levels (each node holds a whole prefix), one per family.
 */
import { type IpPrefix, maskPrefix } from '../../base/ip.ts'

interface TrieNode<T> {
  readonly bytes: Uint8Array
  readonly bits: number
  owner: T | undefined
  children: [TrieNode<T> | undefined, TrieNode<T> | undefined]
}

export class AllowedIps<T> {
  #root4: TrieNode<T> | undefined
  #root6: TrieNode<T> | undefined

  /** Gives the prefix to `owner`; a prefix has one owner, the last one to claim it. */
  insert(prefix: IpPrefix, owner: T): void {
    const { address, bits } = maskPrefix(prefix)
    const leaf: TrieNode<T> = { bytes: address.bytes, bits, owner, children: [undefined, undefined] }
    if (address.family === 4) this.#root4 = insertNode(this.#root4, leaf)
    else this.#root6 = insertNode(this.#root6, leaf)
  }

  /** Takes every prefix from `owner`. */
  removeOwner(owner: T): void {
    this.#root4 = withoutOwner(this.#root4, owner)
    this.#root6 = withoutOwner(this.#root6, owner)
  }

  /** The owner of an address that stands at `offset` in a packet; `length` is 4 or 16. */
  find(packet: Uint8Array, offset: number, length: 4 | 16): T | undefined {
    let node = length === 4 ? this.#root4 : this.#root6
    let found: T | undefined
    while (node && matches(node, packet, offset)) {
      if (node.owner !== undefined) found = node.owner
      if (node.bits === length * 8) break
      node = node.children[bitAt(packet, offset, node.bits)]
    }
    return found
  }
}

function insertNode<T>(node: TrieNode<T> | undefined, leaf: TrieNode<T>): TrieNode<T> {
  if (!node) return leaf
  const common = Math.min(commonBits(node.bytes, leaf.bytes), node.bits, leaf.bits)
  if (common === node.bits && common === leaf.bits) {
    node.owner = leaf.owner
    return node
  }
  if (common === node.bits) {
    const side = bitAt(leaf.bytes, 0, common)
    node.children[side] = insertNode(node.children[side], leaf)
    return node
  }
  if (common === leaf.bits) {
    leaf.children[bitAt(node.bytes, 0, common)] = node
    return leaf
  }
  return fork(node, leaf, common)
}

function fork<T>(node: TrieNode<T>, leaf: TrieNode<T>, bits: number): TrieNode<T> {
  const family = leaf.bytes.length === 4 ? 4 : 6
  const bytes = maskPrefix({ address: { family, bytes: leaf.bytes }, bits }).address.bytes
  const parent: TrieNode<T> = { bytes, bits, owner: undefined, children: [undefined, undefined] }
  parent.children[bitAt(node.bytes, 0, bits)] = node
  parent.children[bitAt(leaf.bytes, 0, bits)] = leaf
  return parent
}

/** A node without owner and with one child gives way to the child. */
function withoutOwner<T>(node: TrieNode<T> | undefined, owner: T): TrieNode<T> | undefined {
  if (!node) return undefined
  if (node.owner === owner) node.owner = undefined
  node.children = [withoutOwner(node.children[0], owner), withoutOwner(node.children[1], owner)]
  if (node.owner !== undefined || (node.children[0] && node.children[1])) return node
  return node.children[0] ?? node.children[1]
}

function matches(node: TrieNode<unknown>, packet: Uint8Array, offset: number): boolean {
  const whole = node.bits >> 3
  for (let i = 0; i < whole; i++) if (node.bytes[i] !== packet[offset + i]) return false
  const rest = node.bits & 7
  return rest === 0 || ((node.bytes[whole]! ^ packet[offset + whole]!) & (0xff00 >> rest) & 0xff) === 0
}

function bitAt(bytes: Uint8Array, offset: number, bit: number): 0 | 1 {
  return ((bytes[offset + (bit >> 3)]! >> (7 - (bit & 7))) & 1) as 0 | 1
}

function commonBits(a: Uint8Array, b: Uint8Array): number {
  for (let i = 0; i < a.length; i++) {
    const differing = a[i]! ^ b[i]!
    if (differing !== 0) return i * 8 + Math.clz32(differing) - 24
  }
  return a.length * 8
}
