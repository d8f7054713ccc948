/**
 * How far V8's old generation may grow before it is marked anew. What lies outside of the heap counts: each datagram of
 * `node:dgram` and each chunk of a stream brings memory of its own, and beside a small heap the bytes of a tenth of a
 * second look like growth, so that all is marked ten times a second, for nothing.
 */
import { setFlagsFromString } from 'node:v8'

/** V8 by itself goes between 30 and 300, by how busy the program is. */
const GROWTH_PERCENT = 300

/** The first second's traffic fills no heap, and the module of V8 is not for a start to wait for. */
const AFTER_MS = 500

/** Gives the heap the room soon that V8 would come to by itself; of this process, for good. */
export function allowHeapGrowth(): void {
  setTimeout(() => setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`), AFTER_MS).unref()
}
