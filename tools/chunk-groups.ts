/**
 * Which chunks of the command line come to lie in one file. The bundler makes a chunk of all that the same verbs load,
 * down to some hundred bytes; to find, read and wrap a file takes as long as to parse thousands of them.
 */

export interface Chunk {
  readonly name: string
  readonly bytes: number
  /** The chunks that it imports at once. Nobody imports himself, over whomever. */
  readonly imports: readonly string[]
  /** Folders that its sources are of: no start loads a folder's code only because it lies beside another's. */
  readonly rooms: readonly string[]
}

/** A file costs what it costs to parse so many bytes: a quarter of a millisecond at 30 MB/s. */
const FILE_BYTES = 8_000

interface Group {
  readonly members: readonly Chunk[]
  readonly bytes: number
}

/**
 * Joins two chunks as long as that saves the starts of the program, all together, more than it costs those of them that
 * need only one.
 *
 * @param starts chunks that a start of the program asks for, each beside the first, which is loaded always
 * @returns names, in the order in which the chunks were given
 */
export function groupChunks(chunks: readonly Chunk[], starts: readonly [string, ...string[]]): string[][] {
  let groups: readonly Group[] = chunks.map((chunk) => ({ members: [chunk], bytes: chunk.bytes }))
  const rooms = roomsOf(graphOf(groups, starts), starts.length)
  for (;;) {
    const graph = graphOf(groups, starts)
    const pair = bestPair(graph, rooms)
    if (pair === undefined) break
    groups = joined(groups, pair)
  }
  const order = new Map(chunks.map(({ name }, index) => [name, index]))
  return groups.map(({ members }) =>
    members.map(({ name }) => name).sort((a, b) => order.get(a)! - order.get(b)!),
  )
}

interface Graph {
  readonly groups: readonly Group[]
  /** Of each group: the groups that come with it, itself among them, and those that it imports at once. */
  readonly closures: readonly ReadonlySet<number>[]
  readonly imports: readonly ReadonlySet<number>[]
  /** Of each group: the starts that load it. */
  readonly users: readonly ReadonlySet<number>[]
}

function graphOf(groups: readonly Group[], starts: readonly [string, ...string[]]): Graph {
  const groupOf = new Map(groups.flatMap(({ members }, at) => members.map(({ name }) => [name, at] as const)))
  const imports = groups.map(({ members }, at) => {
    const found = members.flatMap((chunk) => chunk.imports.map((name) => groupOf.get(name)!))
    return new Set(found.filter((each) => each !== at))
  })
  const closures = closuresOf(imports)
  const users = groups.map(() => new Set<number>())
  const closureAt = (name: string) => closures[Number(groupOf.get(name))]!
  const always = closureAt(starts[0])
  for (const [start, name] of starts.entries()) {
    for (const group of [...always, ...closureAt(name)]) users[group]!.add(start)
  }
  return { groups, closures, imports, users }
}

function closuresOf(imports: readonly ReadonlySet<number>[]): ReadonlySet<number>[] {
  const closures: Set<number>[] = []
  const visit = (at: number): Set<number> => {
    const known = closures[at]
    if (known) return known
    const closure = new Set([at, ...[...imports[at]!].flatMap((each) => [...visit(each)])])
    closures[at] = closure
    return closure
  }
  for (const at of imports.keys()) visit(at)
  return closures
}

type Pair = readonly [a: number, b: number]

/** Of each start: the rooms that it loads of its own. */
type Rooms = readonly ReadonlySet<string>[]

function roomsOf({ groups, users }: Graph, starts: number): Rooms {
  const rooms = Array.from({ length: starts }, () => new Set<string>())
  for (const [at, { members }] of groups.entries()) {
    for (const start of users[at]!) {
      for (const room of members.flatMap((chunk) => chunk.rooms)) rooms[start]!.add(room)
    }
  }
  return rooms
}

function bestPair(graph: Graph, rooms: Rooms): Pair | undefined {
  const { groups } = graph
  const promising: { readonly pair: Pair; readonly gain: number }[] = []
  for (let b = 1; b < groups.length; b++) {
    for (let a = 0; a < b; a++) {
      const gain = gainAlone(graph, [a, b])
      if (gain > 0) promising.push({ pair: [a, b], gain })
    }
  }
  promising.sort((one, other) => other.gain - one.gain)
  const isWorthIt = ({ pair, gain }: (typeof promising)[number]): boolean =>
    gain > costOfImports(graph, pair) && !makesCycle(graph, pair) && !bringsRooms(graph, pair, rooms)
  return promising.find(isWorthIt)?.pair
}

/** What is saved, in bytes parsed by all starts, but for what the two import. */
function gainAlone({ groups, users }: Graph, [a, b]: Pair): number {
  const [usersA, usersB] = [users[a]!, users[b]!]
  const both = [...usersA].filter((each) => usersB.has(each)).length
  if (both === 0) return 0
  return both * FILE_BYTES - (usersA.size - both) * groups[b]!.bytes - (usersB.size - both) * groups[a]!.bytes
}

/** Who needs one of them loads all that the other imports. */
function costOfImports({ groups, closures, users }: Graph, [a, b]: Pair): number {
  const anyOf = [...new Set([...users[a]!, ...users[b]!])]
  let cost = 0
  for (const each of new Set([...closures[a]!, ...closures[b]!])) {
    if (each === a || each === b) continue
    const strangers = anyOf.filter((start) => !users[each]!.has(start)).length
    cost += strangers * (groups[each]!.bytes + FILE_BYTES)
  }
  return cost
}

/** Whether one leads to the other by a third, which would then import what it is imported by. */
function makesCycle({ imports, closures }: Graph, [a, b]: Pair): boolean {
  const leads = (from: number, to: number): boolean =>
    [...imports[from]!].some((each) => each !== to && closures[each]!.has(to))
  return leads(a, b) || leads(b, a)
}

/** Whether some start would load code of a room that it has none of. */
function bringsRooms({ groups, closures, users }: Graph, [a, b]: Pair, rooms: Rooms): boolean {
  const anyOf = [...new Set([...users[a]!, ...users[b]!])]
  return [...closures[a]!, ...closures[b]!].some((at) => {
    const strangers = anyOf.filter((start) => !users[at]!.has(start))
    const brought = groups[at]!.members.flatMap((chunk) => chunk.rooms)
    return strangers.some((start) => brought.some((room) => !rooms[start]!.has(room)))
  })
}

function joined(groups: readonly Group[], [a, b]: Pair): readonly Group[] {
  const [one, other] = [groups[a]!, groups[b]!]
  const both = { members: [...one.members, ...other.members], bytes: one.bytes + other.bytes }
  return groups.flatMap((group, at) => (at === a ? [both] : at === b ? [] : [group]))
}
