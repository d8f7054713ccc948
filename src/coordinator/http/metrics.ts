/** The coordinator's metrics: what its store holds, and what this process does. */
import { SECOND } from '../../base/time.ts'
import type { CoordinatorContext } from '../context.ts'
import { currentMapVersion } from '../netmap/network-map.ts'
import { relayMetrics } from '../relay/relay-metrics.ts'
import type { Listener, ListenerAddress } from './listener.ts'
import { counter, gauge, type Metric, renderAll, residentMemory, startMetricsListener } from './prometheus.ts'

export async function renderMetrics(context: CoordinatorContext): Promise<string> {
  return renderAll([...(await storeMetrics(context)), ...processMetrics(context)])
}

/** @throws `USAGE` where the address cannot be listened on */
export function startMetricsServer(context: CoordinatorContext, address: ListenerAddress): Promise<Listener> {
  return startMetricsListener(() => renderMetrics(context), address, context.diagnostics)
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

function processMetrics({ sessions, requests, relay, identity, clock }: CoordinatorContext): Metric[] {
  const counts = requests.list()
  const labels = ({ route, status }: (typeof counts)[number]) => `route="${route}",status="${status}"`
  return [
    gauge('sallyport_sessions', 'Control streams that are open here.', [['', sessions.list().length]]),
    gauge('sallyport_key_list_seconds_left', 'Until the key list ends.', [
      ['', Math.floor((identity.keyList.notAfter - clock.now()) / SECOND)],
    ]),
    counter(
      'sallyport_requests_total',
      'Requests that were answered.',
      counts.map((each) => [labels(each), each.count]),
    ),
    counter(
      'sallyport_request_seconds_total',
      'Time that answering them took.',
      counts.map((each) => [labels(each), each.seconds]),
    ),
    ...relayMetrics(relay.counts()),
    residentMemory(),
  ]
}
