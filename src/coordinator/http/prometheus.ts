/**
 * Prometheus' text format 0.0.4, on a listener of its own: what it says is for operations, so it is never on the port
 * that strangers reach. Numbers only; no name, key or address of a node.
 */
import { createServer } from 'node:http'
import type { Diagnostics } from '../../base/diagnostics.ts'
import { messageOf } from '../../base/errors.ts'
import { SECOND } from '../../base/time.ts'
import { type Listener, type ListenerAddress, listenAt } from './listener.ts'

export const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8'

export type Sample = readonly [labels: string, value: number]

export interface Metric {
  readonly name: string
  readonly type: 'gauge' | 'counter'
  readonly help: string
  readonly samples: readonly Sample[]
}

/** @throws `USAGE` where the address cannot be listened on */
export function startMetricsListener(
  render: () => Promise<string>,
  address: ListenerAddress,
  diagnostics: Diagnostics,
): Promise<Listener> {
  const server = createServer(
    { headersTimeout: 5 * SECOND, requestTimeout: 5 * SECOND },
    (request, response) => {
      const isScrape = request.method === 'GET' && request.url === '/metrics'
      if (!isScrape) return void response.writeHead(404).end()
      render().then(
        (text) => response.writeHead(200, { 'content-type': METRICS_TYPE }).end(text),
        (thrown: unknown) => {
          diagnostics.log('error', 'metrics could not be made', { error: messageOf(thrown) })
          response.writeHead(503).end()
        },
      )
    },
  )
  server.maxConnections = 32
  return listenAt(server, address, { failure: 'metrics cannot be served', option: '--metrics' })
}

export function renderAll(metrics: readonly Metric[]): string {
  return metrics.map(renderMetric).join('')
}

export function gauge(name: string, help: string, samples: readonly Sample[]): Metric {
  return { name, type: 'gauge', help, samples }
}

export function counter(name: string, help: string, samples: readonly Sample[]): Metric {
  return { name, type: 'counter', help, samples }
}

export function residentMemory(): Metric {
  return gauge('process_resident_memory_bytes', 'Resident memory.', [['', process.memoryUsage.rss()]])
}

function renderMetric({ name, type, help, samples }: Metric): string {
  const lines = samples.map(([labels, value]) => `${name}${labels === '' ? '' : `{${labels}}`} ${value}\n`)
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join('')}`
}
