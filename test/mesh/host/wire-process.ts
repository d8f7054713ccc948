/** `node wire-process.ts JSON`: an impairing wire to `host` and `port`; says its port, and its counts when it ends. */
import { openWire, type WireOptions } from '../impairing-wire.ts'

const { host, port, ...options } = JSON.parse(process.argv[2]!) as Partial<WireOptions> & {
  host: string
  port: number
}
const wire = await openWire({ host, port }, options)
process.stdout.write(`wire ${wire.port}\n`)
process.on('SIGTERM', () => {
  process.stdout.write(`${JSON.stringify(wire.counts)}\n`, () => process.exit(0))
})
