/** What operations see of a relay, the coordinator's own or one of its own: numbers, and nobody's name. */
import { counter, gauge, type Metric } from '../http/prometheus.ts'
import type { RelayServerCounts } from './relay-server.ts'

export function relayMetrics(counts: RelayServerCounts): Metric[] {
  return [
    gauge('sallyport_relay_connections', 'Connections to the relay.', [
      ['state="member"', counts.members],
      ['state="unproven"', counts.unproven],
    ]),
    counter('sallyport_relay_packets_total', 'Packets that came to the relay.', [
      ['result="forwarded"', counts.forwarded],
      ['result="dropped"', counts.dropped],
      ['result="overflowed"', counts.overflowed],
    ]),
    counter('sallyport_relay_bytes_total', 'Bytes of packets that were forwarded.', [
      ['', counts.forwardedBytes],
    ]),
    counter('sallyport_relay_refusals_total', 'Connections that the relay ended, or did not take.', [
      ['when="arriving"', counts.turnedAway],
      ['when="connected"', counts.refused],
    ]),
  ]
}
