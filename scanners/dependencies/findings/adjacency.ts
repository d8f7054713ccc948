/** Edges by one of their ends, in two flat arrays: positions of edges, and where each package's begin. */
import type { Edge, Listing } from '../lockfile.ts'
import { type EdgeEnds, PackedEdges } from '../packed/edges.ts'

export function endsOf(edges: Listing<Edge>): EdgeEnds {
  if (edges instanceof PackedEdges) return edges.ends()
  const ends = { from: new Int32Array(edges.length), to: new Int32Array(edges.length) }
  let position = 0
  for (const [from, to] of edges) {
    ends.from[position] = from
    ends.to[position++] = to
  }
  return ends
}

export interface Adjacency {
  /** Positions in the list of edges, in its order. */
  at(index: number): Int32Array
}

/** `end`: edges by who asks, or by what is asked for. Edges of the project itself are found by the latter alone. */
export function indexEdges(size: number, ends: EdgeEnds, end: 'from' | 'to'): Adjacency {
  const { length } = ends.from
  const keys = ends[end]
  const isWithin = (position: number) => {
    const [from, to] = [ends.from[position]!, ends.to[position]!]
    return keys[position]! >= 0 && from < size && to >= 0 && to < size
  }
  const begins = new Int32Array(size + 1)
  for (let position = 0; position < length; position++) {
    if (isWithin(position)) begins[keys[position]! + 1]!++
  }
  for (let index = 0; index < size; index++) begins[index + 1]! += begins[index]!
  const positions = new Int32Array(begins[size]!)
  const next = begins.slice()
  for (let position = 0; position < length; position++) {
    if (isWithin(position)) positions[next[keys[position]!]!++] = position
  }
  return { at: (index) => positions.subarray(begins[index]!, begins[index + 1]!) }
}
