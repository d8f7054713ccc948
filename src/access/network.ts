/** The nodes that rules are compiled for. */
import { formatPrefix, type IpAddress, type IpPrefix, prefixContains } from '../base/ip.ts'
import type { Attributes } from './posture.ts'

export interface Node {
  readonly name: string
  readonly ipv4: IpAddress | undefined
  readonly ipv6: IpAddress | undefined
  /** A node with tags belongs to nobody. */
  readonly tags: readonly string[]
  readonly user: string | undefined
  /** What the user is where people log in; absent where nobody says. */
  readonly roles?: readonly string[] | undefined
  readonly routes: readonly IpPrefix[]
  readonly workload: NodeWorkload | undefined
  /** What the device is known to be; absent where nobody says, and then no posture holds. */
  readonly attributes?: Attributes | undefined
}

/** What a runner's identity token said, by immutable ids. */
export interface NodeWorkload {
  readonly forge: Forge
  /** Two issuers may give the same id. */
  readonly issuer: string
  readonly repositoryId: string
  readonly ownerId: string
  readonly ref: string
  readonly environment: string
  readonly event: string
  readonly workflow: string
  readonly runner: string
}

export type Family = 4 | 6
/** Where a workload's repository lives: in a selector, what stands before its colon. */
export type Forge = 'github' | 'gitlab'

const ANY_USER = 'user:*@'

/** Nodes by what selectors ask for. */
export class Network {
  readonly nodes: readonly Node[]
  readonly #byUser: ReadonlyMap<string, readonly number[]>
  readonly #byTag: ReadonlyMap<string, readonly number[]>
  readonly #byName: ReadonlyMap<string, number>
  /** Rules name the same few prefixes again and again. */
  readonly #byPrefix = new Map<string, readonly number[]>()

  constructor(nodes: readonly Node[]) {
    this.nodes = nodes
    this.#byUser = group(nodes, (node) =>
      node.tags.length === 0 && node.user !== undefined ? [node.user] : [],
    )
    this.#byTag = group(nodes, (node) => node.tags)
    this.#byName = new Map(nodes.map((node, index) => [node.name, index]))
  }

  indexOf(name: string): number | undefined {
    return this.#byName.get(name)
  }

  everybody(): readonly number[] {
    return this.nodes.map((_, index) => index)
  }

  /** `user:*@example.org` is everybody of that domain. */
  ofUser(user: string): readonly number[] {
    if (!user.startsWith(ANY_USER)) return this.#byUser.get(user) ?? []
    const domain = user.slice(ANY_USER.length - 1)
    return [...this.#byUser].flatMap(([name, indices]) => (name.endsWith(domain) ? indices : []))
  }

  where(predicate: (node: Node) => boolean): readonly number[] {
    return this.nodes.flatMap((node, index) => (predicate(node) ? [index] : []))
  }

  withTag(tag: string): readonly number[] {
    return this.#byTag.get(tag) ?? []
  }

  members(): readonly number[] {
    return [...this.#byUser.values()].flat()
  }

  tagged(): readonly number[] {
    return this.where(({ tags }) => tags.length > 0)
  }

  within(prefix: IpPrefix): readonly number[] {
    const key = formatPrefix(prefix)
    let found = this.#byPrefix.get(key)
    if (!found) {
      found = this.nodes.flatMap((node, index) => {
        const address = prefix.address.family === 4 ? node.ipv4 : node.ipv6
        return address && prefixContains(prefix, address) ? [index] : []
      })
      this.#byPrefix.set(key, found)
    }
    return found
  }
}

function group(nodes: readonly Node[], keys: (node: Node) => readonly string[]): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  for (const [index, node] of nodes.entries()) {
    for (const key of keys(node)) {
      const members = groups.get(key)
      if (members) members.push(index)
      else groups.set(key, [index])
    }
  }
  return groups
}
