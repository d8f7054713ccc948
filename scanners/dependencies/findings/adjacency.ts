/** Edges by one of their ends, in two flat arrays: positions of edges, and where each package's begin. */
import type { Edge } from '../lockfile.ts'

export interface Adjacency {
  /** Positions in the list of edges, in its order. */
  at(index: number): Int32Array
}

/** `end` 0: edges by who asks; 1: by what is asked for. Edges of the project itself are found by 1 alone. */
export function indexEdges(size: number, edges: readonly Edge[], end: 0 | 1): Adjacency {
  const begins = new Int32Array(size + 1)
  for (const edge of edges) if (isWithin(edge, end, size)) begins[edge[end] + 1]!++
  for (let index = 0; index < size; index++) begins[index + 1]! += begins[index]!
  const positions = new Int32Array(begins[size]!)
  const next = begins.slice()
  for (let position = 0; position < edges.length; position++) {
    const edge = edges[position]!
    if (isWithin(edge, end, size)) positions[next[edge[end]]!++] = position
  }
  return { at: (index) => positions.subarray(begins[index]!, begins[index + 1]!) }
}

function isWithin(edge: Edge, end: 0 | 1, size: number): boolean {
  return edge[end] >= 0 && edge[0] < size && edge[1] >= 0 && edge[1] < size
}
