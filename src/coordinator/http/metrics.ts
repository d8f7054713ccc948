/**
 * Prometheus' text format 0.0.4, on a listener of its own: what it says is for operations, so it is never
 * on the port that strangers reach. Numbers only; no name, key or address of a node.
 */
import { createServer } from 'node:http'
import { messageOf } from '../../base/errors.ts'
import { SECOND } from '../../base/time.ts'
import type { CoordinatorContext } from '../context.ts'
import { currentMapVersion } from '../netmap/network-map.ts'
import { type Listener, type ListenerAddress, listenAt } from './listener.ts'

export const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8'

type Sample = readonly [labels: string, value: number]

interface Metric {
  readonly name: string
  readonly type: 'gauge' | 'counter'
  readonly help: string
  readonly samples: readonly Sample[]
}

export async function renderMetrics(context: CoordinatorContext): Promise<string> {
  const metrics = [...(await storeMetrics(context)), ...processMetrics(context)]
  return metrics.map(renderMetric).join('')
}

/** @throws `USAGE` where the address cannot be listened on */
export function startMetricsServer(context: CoordinatorContext, address: ListenerAddress): Promise<Listener> {
  const server = createServer(
    { headersTimeout: 5 * SECOND, requestTimeout: 5 * SECOND },
    (request, response) => {
      const isScrape = request.method === 'GET' && request.url === '/metrics'
      if (!isScrape) return void response.writeHead(404).end()
      renderMetrics(context).then(
        (text) => response.writeHead(200, { 'content-type': METRICS_TYPE }).end(text),
        (thrown: unknown) => {
          context.diagnostics.log('error', 'metrics could not be made', { error: messageOf(thrown) })
          response.writeHead(503).end()
        },
      )
    },
  )
  server.maxConnections = 32
  return listenAt(server, address, { failure: 'metrics cannot be served', option: '--metrics' })
}

async function storeMetrics({ store }: CoordinatorContext): Promise<Metric[]> {
  const found = await store.read(async (tx) => ({
    agents: await tx.nodes.count('agent'),
    runners: await tx.nodes.count('runner'),
    people: await tx.nodes.count('person'),
    entries: await tx.log.size(),
    covered: (await tx.log.checkpoint())?.size ?? 0,
    map: await currentMapVersion(tx),
  }))
  return [
    gauge('sallyport_nodes', 'Nodes that are active or suspended.', [
      ['kind="agent"', found.agents],
      ['kind="runner"', found.runners],
      ['kind="person"', found.people],
    ]),
    gauge('sallyport_log_entries', 'Entries of the transparency log.', [['', found.entries]]),
    gauge('sallyport_log_checkpoint_size', 'Entries that the newest checkpoint covers.', [
      ['', found.covered],
    ]),
    gauge('sallyport_map_version', 'Version of the network map.', [['', found.map]]),
  ]
}

function processMetrics({ sessions, requests, identity, clock }: CoordinatorContext): Metric[] {
  const counts = requests.list()
  const labels = ({ route, status }: (typeof counts)[number]) => `route="${route}",status="${status}"`
  return [
    gauge('sallyport_sessions', 'Control streams that are open here.', [['', sessions.list().length]]),
    gauge('sallyport_key_list_seconds_left', 'Until the key list ends.', [
      ['', Math.floor((identity.keyList.notAfter - clock.now()) / SECOND)],
    ]),
    {
      name: 'sallyport_requests_total',
      type: 'counter',
      help: 'Requests that were answered.',
      samples: counts.map((each) => [labels(each), each.count]),
    },
    {
      name: 'sallyport_request_seconds_total',
      type: 'counter',
      help: 'Time that answering them took.',
      samples: counts.map((each) => [labels(each), each.seconds]),
    },
    gauge('process_resident_memory_bytes', 'Resident memory.', [['', process.memoryUsage.rss()]]),
  ]
}

function gauge(name: string, help: string, samples: readonly Sample[]): Metric {
  return { name, type: 'gauge', help, samples }
}

function renderMetric({ name, type, help, samples }: Metric): string {
  const lines = samples.map(([labels, value]) => `${name}${labels === '' ? '' : `{${labels}}`} ${value}\n`)
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join('')}`
}
