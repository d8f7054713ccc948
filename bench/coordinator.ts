/**
 * The coordinator under load (issue: goals p99 ≤ 250 ms, resident memory ≤ 1 GiB, a join that costs the
 * same however many nodes there are): nodes with real signed streams in several processes, 200 rules,
 * runners that join and leave, each with edges to five agents.
 *
 *     npm run bench -- coordinator [--nodes 200,1000,5000] [--seconds 60] [--rate 20]
 *                                  [--store sqlite,postgres] [--profile FILE]
 *
 * Everything shares this machine's cores: the coordinator, the nodes, the runners and PostgreSQL.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { POSTGRES_REASON, startPostgres } from '../test/support/postgres.ts'
import { countOf } from './command/arguments.ts'
import './coordinator/own-address.ts'
import { cpuOf, memoryOf, percentile } from './coordinator/measure.ts'
import { runRunners } from './coordinator/runners.ts'
import { makeWorld, type World } from './coordinator/world.ts'

const STREAM_PROCESSES = 4

interface Settings {
  readonly seconds: number
  readonly rate: number
  readonly profile: string
}

export const usage = `npm run bench -- coordinator [--nodes 200,1000,5000] [--seconds 60] [--rate 20]
                                  [--store sqlite,postgres] [--profile FILE]
Joins a second against nodes with real streams.`

export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      nodes: { type: 'string', default: '200,1000,5000' },
      seconds: { type: 'string', default: '60' },
      rate: { type: 'string', default: '20' },
      store: { type: 'string', default: 'sqlite,postgres' },
      profile: { type: 'string', default: '' },
    },
  })
  const settings = {
    seconds: countOf(values.seconds, '--seconds'),
    rate: countOf(values.rate, '--rate'),
    profile: values.profile,
  }
  say(`${availableParallelism()} cores shared by all; ${settings.rate} joins/s for ${settings.seconds} s`)
  const sizes = values.nodes.split(',').map((text) => countOf(text, '--nodes'))
  for (const store of values.store.split(',')) {
    if (store === 'postgres' && POSTGRES_REASON !== undefined) {
      say(`postgres: ${POSTGRES_REASON}`)
      continue
    }
    for (const nodes of sizes) await runStore(store, nodes, settings)
  }
}

async function runStore(store: string, nodes: number, settings: Settings): Promise<void> {
  const base = await mkdtemp(join(tmpdir(), 'sallyport-bench-'))
  // Durable as in production: a figure without syncs would be of another store.
  const server = store === 'postgres' ? await startPostgres({ durable: true }) : undefined
  try {
    const world = await makeWorld(base, nodes, await server?.createDatabase())
    await measure(store, nodes, world, settings)
  } finally {
    await server?.close()
    await rm(base, { recursive: true, force: true })
  }
}

async function measure(store: string, nodes: number, world: World, settings: Settings): Promise<void> {
  const coordinator = fork(child('serve'), [world.folder, settings.profile])
  const { url } = (await nextMessage(coordinator)) as { url: string }
  const begun = performance.now()
  const streams = openStreams(world, url, nodes)
  for (const each of streams) await nextMessage(each)
  const connectSeconds = (performance.now() - begun) / 1_000
  const pid = coordinator.pid!
  await runRunners(world, { url, nodes, perSecond: settings.rate, seconds: 2 })
  const before = { cpu: cpuOf(pid), bytes: await bytesOf(coordinator) }
  coordinator.send('begin')
  const started = performance.now()
  const joins = await runRunners(world, { url, nodes, perSecond: settings.rate, seconds: settings.seconds })
  const elapsed = (performance.now() - started) / 1_000
  coordinator.send('end')
  const after = { cpu: cpuOf(pid), bytes: await bytesOf(coordinator) }
  const held = await countConnected(streams)
  const times = joins.map(({ ms }) => ms)
  report({
    store,
    nodes,
    connected: held,
    connectSeconds: round(connectSeconds),
    joins: joins.length,
    incomplete: joins.filter(({ isComplete }) => !isComplete).length,
    p50Ms: round(percentile(times, 0.5)),
    p99Ms: round(percentile(times, 0.99)),
    worstMs: round(Math.max(...times)),
    bytesPerJoin: Math.round((after.bytes - before.bytes) / joins.length),
    cpuMsPerJoin: round(((after.cpu - before.cpu) * 1_000) / joins.length),
    cpuShareOfOneCore: round((after.cpu - before.cpu) / elapsed),
    rssMiB: memoryOf(pid).now,
    peakRssMiB: memoryOf(pid).peak,
  })
  for (const each of streams) await end(each)
  await end(coordinator)
}

function openStreams(world: World, url: string, nodes: number): ChildProcess[] {
  const share = Math.ceil(nodes / STREAM_PROCESSES)
  return Array.from({ length: STREAM_PROCESSES }, (_, index) => {
    const [from, to] = [index * share, Math.min(nodes, (index + 1) * share)]
    return fork(child('streams'), [url, world.root, world.keysFile, String(from), String(to)])
  })
}

async function countConnected(streams: readonly ChildProcess[]): Promise<number> {
  let connected = 0
  for (const each of streams) {
    each.send('counts')
    connected += ((await nextMessage(each)) as { connected: number }).connected
  }
  return connected
}

/** Over its sockets, as the kernel's own counters would say. */
async function bytesOf(coordinator: ChildProcess): Promise<number> {
  coordinator.send('bytes')
  return ((await nextMessage(coordinator)) as { bytes: number }).bytes
}

async function nextMessage(process: ChildProcess): Promise<unknown> {
  const ended = once(process, 'exit').then(([code]) => {
    throw new Error(`a process of the benchmark ended with ${code}`)
  })
  const [message] = await Promise.race([once(process, 'message'), ended])
  return message
}

async function end(process: ChildProcess): Promise<void> {
  const ended = once(process, 'exit')
  process.send('close')
  await ended
}

function child(name: string): string {
  return join(import.meta.dirname, 'coordinator', `${name}.ts`)
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

function report(figures: Readonly<Record<string, string | number>>): void {
  process.stdout.write(`${JSON.stringify(figures)}\n`)
}

function say(text: string): void {
  process.stderr.write(`${text}\n`)
}
