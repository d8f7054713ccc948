/**
 * What a connection is kept in, each against the plainest model of itself. Positions are drawn about the powers of two
 * where an index is masked, and where 32 bits end.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ByteRing } from '../../../src/tunnel/netstack/tcp/byte-ring.ts'
import { RangeSet } from '../../../src/tunnel/netstack/tcp/range-set.ts'
import { LOST, RETRANSMITTED, SACKED, SentSegments } from '../../../src/tunnel/netstack/tcp/sent-segments.ts'
import { type TimerOwner, TimerQueue } from '../../../src/tunnel/netstack/timer-queue.ts'

const START = fc
  .tuple(fc.constantFrom(1, 2 ** 12, 2 ** 31, 2 ** 32, 2 ** 40, 2 ** 52), fc.integer({ min: -40, max: 40 }))
  .map(([power, near]) => Math.max(1, power + near))

test('a ring gives back what stands between its ends, however it grew and wherever it began', () => {
  const size = fc.oneof(
    fc.integer({ min: 1, max: 200 }),
    fc.constantFrom(4_095, 4_096, 4_097, 8_191, 8_192, 8_193),
  )
  const step = fc.record({ write: size, read: fc.double({ min: 0, max: 1, noNaN: true }) })
  fc.assert(
    fc.property(START, fc.array(step, { maxLength: 30 }), (start, steps) => {
      const ring = new ByteRing()
      const held: number[] = []
      let [from, to, next] = [start, start, 0]
      for (const { write, read } of steps) {
        const bytes = Uint8Array.from({ length: write }, () => next++ & 255)
        ring.reserve(from, to + write, to)
        ring.write(to, bytes, 0, write)
        held.push(...bytes)
        to += write
        const taken = new Uint8Array(Math.floor(held.length * read))
        ring.read(from, taken, 0, taken.length)
        expect(Buffer.compare(taken, Uint8Array.from(held.splice(0, taken.length)))).toBe(0)
        from += taken.length
      }
      expect(ring.capacity & (ring.capacity - 1)).toBe(0)
    }),
    { numRuns: 200 },
  )
})

test('a set of ranges holds what a set of numbers holds, in the fewest ranges', () => {
  const piece = fc.tuple(fc.nat(120), fc.integer({ min: 1, max: 25 }))
  const step = fc.oneof(
    { arbitrary: piece.map(([at, length]) => ({ kind: 'add' as const, at, end: at + length })), weight: 6 },
    { arbitrary: fc.nat(150).map((at) => ({ kind: 'advance' as const, at })), weight: 1 },
  )
  fc.assert(
    fc.property(START, fc.array(step, { maxLength: 60 }), fc.array(piece), (start, steps, asked) => {
      const ranges = new RangeSet(1_000)
      const model = new Set<number>()
      let reached = 0
      for (const each of steps) {
        if (each.kind === 'add') {
          if (each.at <= reached) continue
          const index = ranges.add(start + each.at, start + each.end)
          for (let i = each.at; i < each.end; i++) model.add(i)
          expect(ranges.startOf(index)).toBeLessThanOrEqual(start + each.at)
          expect(ranges.endOf(index)).toBeGreaterThanOrEqual(start + each.end)
        } else if (each.at >= reached) {
          reached = each.at
          while (model.has(reached)) reached++
          expect(ranges.advance(start + each.at)).toBe(start + reached)
          for (const i of model) if (i < reached) model.delete(i)
        }
        expect(rangesOf(ranges, start)).toEqual(rangesIn(model))
      }
      for (const [at, length] of asked) {
        const isHeld = Array.from({ length }, (_, i) => model.has(at + i)).every(Boolean)
        expect(ranges.covers(start + at, start + at + length)).toBe(isHeld)
        const held = Array.from({ length }, (_, i) => model.has(at + i))
        const gap = held.indexOf(true) < 0 ? length : held.indexOf(true)
        expect(ranges.gapEnd(start + at, start + at + length)).toBe(start + at + gap)
        let end = at
        while (model.has(end)) end++
        expect(ranges.heldEnd(start + at)).toBe(start + end)
      }
    }),
    { numRuns: 300 },
  )
})

test('a set of ranges that is full takes what joins others, and no further island', () => {
  const ranges = new RangeSet(2)
  ranges.add(10, 20)
  ranges.add(30, 40)
  expect(ranges.add(50, 60)).toBe(-1)
  expect(ranges.add(20, 30)).toBe(0)
  expect([ranges.count, ranges.startOf(0), ranges.endOf(0)]).toEqual([1, 10, 40])
})

interface Segment {
  end: number
  sentAt: number
  flags: number
}

test('the segments in flight and their sums are those of a plain list, whatever is done to them in any order', () => {
  const draw = fc.double({ min: 0, max: 0.999, noNaN: true })
  const kinds = [
    'push',
    'push',
    'push',
    'shift',
    'trim',
    'sack',
    'lose',
    'resend',
    'split',
    'unsack',
  ] as const
  const step = fc.tuple(fc.constantFrom(...kinds, 'unlose'), draw, fc.integer({ min: 2, max: 1_460 }))
  fc.assert(
    fc.property(START, fc.array(step, { maxLength: 120 }), (start, steps) => {
      const segments = new SentSegments()
      let model: Segment[] = []
      let [first, end, now] = [start, start, 0]
      for (const [kind, where, size] of steps) {
        now++
        const index = Math.floor(where * model.length)
        const one = model[index]
        const from = index === 0 ? first : (model[index - 1]?.end ?? first)
        if (kind === 'push') {
          segments.push(end, end + size, now)
          if (model.length === 0) first = end
          end += size
          model.push({ end, sentAt: now, flags: 0 })
        } else if (one === undefined) continue
        else if (kind === 'shift') {
          segments.shift()
          first = model.shift()!.end
        } else if (kind === 'trim' && model[0]!.end - first > 1) {
          first += 1
          segments.trim(first)
        } else if (kind === 'sack' && (one.flags & SACKED) === 0) {
          segments.markSacked(index)
          one.flags = (one.flags | SACKED) & ~LOST
        } else if (kind === 'lose') {
          segments.markLost(index)
          if ((one.flags & SACKED) === 0) one.flags |= LOST
        } else if (kind === 'resend' && (one.flags & SACKED) === 0) {
          segments.markRetransmitted(index, now)
          Object.assign(one, { flags: (one.flags & ~LOST) | RETRANSMITTED, sentAt: now })
        } else if (kind === 'split' && one.end - from > 1) {
          segments.split(index, from + 1)
          model.splice(index, 0, { ...one, end: from + 1 })
        } else if (kind === 'unsack') {
          segments.unmarkSacked()
          model = model.map((each) => ({ ...each, flags: each.flags & ~SACKED }))
        } else if (kind === 'unlose') {
          segments.unmarkLost()
          model = model.map((each) => ({ ...each, flags: each.flags & ~LOST }))
        }
        expectSame(segments, model, first)
      }
    }),
    { numRuns: 300 },
  )
})

test('timers come up in their order, and only those that are due, however their deadlines were moved', () => {
  const action = fc.tuple(
    fc.constantFrom('set', 'set', 'remove', 'take' as const),
    fc.nat(11),
    fc.oneof(fc.integer({ min: 0, max: 500 }), fc.constant(Number.POSITIVE_INFINITY)),
  )
  fc.assert(
    fc.property(fc.array(action, { maxLength: 200 }), (actions) => {
      const queue = new TimerQueue<TimerOwner>()
      const owners = Array.from({ length: 12 }, () => ({
        deadline: Number.POSITIVE_INFINITY,
        timerIndex: -1,
      }))
      let now = 0
      for (const [kind, which, deadline] of actions) {
        const owner = owners[which]!
        if (kind === 'set') {
          owner.deadline = now + deadline
          queue.update(owner)
        } else if (kind === 'remove') {
          owner.deadline = Number.POSITIVE_INFINITY
          queue.remove(owner)
        } else {
          now += which * 10
          takeAllDue(queue, owners, now)
        }
        const earliest = Math.min(...owners.map((each) => each.deadline))
        expect(queue.next() ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(earliest)
      }
    }),
    { numRuns: 300 },
  )
})

/** What is due comes up once each, and nothing else does. */
function takeAllDue(queue: TimerQueue<TimerOwner>, owners: readonly TimerOwner[], now: number): void {
  const due = new Set(owners.filter((owner) => owner.deadline <= now))
  for (let owner = queue.takeDue(now); owner !== undefined; owner = queue.takeDue(now)) {
    expect(due.delete(owner)).toBe(true)
    owner.deadline = Number.POSITIVE_INFINITY
    queue.update(owner)
  }
  expect(due.size).toBe(0)
}

function rangesOf(ranges: RangeSet, start: number): [number, number][] {
  return Array.from({ length: ranges.count }, (_, i) => [ranges.startOf(i) - start, ranges.endOf(i) - start])
}

function rangesIn(model: ReadonlySet<number>): [number, number][] {
  const found: [number, number][] = []
  for (const at of [...model].sort((a, b) => a - b)) {
    const last = found.at(-1)
    if (last?.[1] === at) last[1]++
    else found.push([at, at + 1])
  }
  return found
}

function expectSame(segments: SentSegments, model: readonly Segment[], first: number): void {
  const sum = { sackedBytes: 0, lostBytes: 0, sackedSegments: 0 }
  let from = first
  for (const [i, { end, sentAt, flags }] of model.entries()) {
    const got = [segments.startOf(i), segments.endOf(i), segments.sentAtOf(i), segments.flagsOf(i)]
    expect(got).toEqual([from, end, sentAt, flags])
    expect([segments.find(from), segments.find(end - 1), segments.find(end)]).toEqual([i, i, i + 1])
    if ((flags & SACKED) !== 0) sum.sackedSegments++
    if ((flags & SACKED) !== 0) sum.sackedBytes += end - from
    if ((flags & LOST) !== 0) sum.lostBytes += end - from
    from = end
  }
  expect(segments.count).toBe(model.length)
  expect(segments).toMatchObject(sum)
}
