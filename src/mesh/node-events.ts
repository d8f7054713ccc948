/** What a node of the mesh tells whoever reads its diagnostics. */
import type { Diagnostics } from '../base/diagnostics.ts'
import { formatEndpoint } from '../base/ip.ts'
import type { NodeEvent, NodeOptions } from './node.ts'

export function tellDiagnostics(diagnostics: Diagnostics): NonNullable<NodeOptions['onEvent']> {
  return (event: NodeEvent) => {
    switch (event.kind) {
      case 'path':
        diagnostics.log('debug', 'path changed', { peer: event.peer, path: event.path.kind })
        break
      case 'relay-refused':
        diagnostics.log('warn', 'a relay does not carry our packets', { relay: event.relay, why: event.why })
        break
      case 'port-mapped':
        diagnostics.log('info', 'the router opened a port', { external: formatEndpoint(event.external) })
        break
      case 'port-lost':
        diagnostics.log('warn', 'the router opens no port', { reason: event.reason })
        break
      default:
        diagnostics.log('debug', 'tunnel event', { kind: event.kind, peer: event.peer })
    }
  }
}
