/** Starts one end of a tunnel in its namespace: ours or another's, with a device or with a forward. */
import type { ChildProcess } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Keys, otherSide, writeProtocolFile, writeWgQuick } from './keys.ts'
import { INNER, type Lab, OUTER, PORT, type Side, until } from './lab.ts'

const CLI = resolve(import.meta.dirname, '../../dist/cli.cjs')

export interface End {
  readonly name: string
  /** Starts the end and waits until it could be used. */
  readonly start: (lab: Lab, side: Side, keys: Keys) => Promise<ChildProcess>
}

/** A TUN device of the kernel, wireguard-go behind it. */
export function wireguardGoEnd(name: string, program: string): End {
  return {
    name,
    async start(lab, side, keys) {
      // Its control socket has the name of the device, in a folder that all namespaces share.
      const device = `wg${side[0]}${process.pid}`
      const child = lab.start(side, [program, '-f', device])
      drain(child)
      await until(`${name} makes its device`, () => lab.succeeds(side, ['ip', 'link', 'show', device]))
      lab.run(side, ['wg', 'setconf', device, stripped(lab, side, keys)])
      lab.run(side, ['ip', 'address', 'add', `${INNER[side]}/24`, 'dev', device])
      lab.run(side, ['ip', 'link', 'set', device, 'mtu', '1420', 'up'])
      return child
    },
  }
}

/** `sallyport connect`; `rest` says what for, by which plane. */
export function sallyportEnd(name: string, rest: (side: Side) => readonly string[]): End {
  return {
    name,
    async start(lab, side, keys) {
      const command = [
        process.execPath,
        ...profiling(),
        CLI,
        'connect',
        '--wg-config',
        writeWgQuick(lab, keys, side),
      ]
      return whenSaid(name, lab.start(side, [...command, ...rest(side)]), /^(connected|listening)/m)
    },
  }
}

/** As `SALLYPORT_BENCH_PROFILE` says, a folder for `--cpu-prof`. */
function profiling(): string[] {
  const folder = process.env['SALLYPORT_BENCH_PROFILE']
  return folder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${folder}`]
}

/** A userspace node whose forward listens on `listen` and connects to `target` in the tunnel. */
export interface ForwardAddresses {
  readonly listen: string
  readonly target: string
}

export function sallyportForwardEnd(
  name: string,
  { listen, target }: ForwardAddresses,
  more: readonly string[] = [],
): End {
  return sallyportEnd(name, () => ['--data-plane', 'userspace', '--forward', `${listen}:${target}`, ...more])
}

export function goForwardEnd(name: string, program: string, { listen, target }: ForwardAddresses): End {
  return {
    name,
    async start(lab, side, keys) {
      const config = writeProtocolFile(lab, keys, side)
      const child = lab.start(side, [program, config, INNER[side], listen, target])
      drain(child)
      await listens(lab, side, listen)
      return child
    },
  }
}

export function wireproxyEnd(name: string, program: string, { listen, target }: ForwardAddresses): End {
  return {
    name,
    async start(lab, side, keys) {
      const path = join(lab.folder, 'wireproxy.conf')
      const forward = `[TCPClientTunnel]\nBindAddress = ${listen}\nTarget = ${target}\n`
      writeFileSync(path, `WGConfig = ${writeWgQuick(lab, keys, side)}\n\n${forward}`)
      const child = lab.start(side, [program, '-c', path])
      drain(child)
      await listens(lab, side, listen)
      return child
    },
  }
}

export function onetunEnd(name: string, program: string, { listen, target }: ForwardAddresses): End {
  return {
    name,
    async start(lab, side, keys) {
      const other = otherSide(side)
      const child = lab.start(side, [
        program,
        `${listen}:${target}`,
        '--endpoint-addr',
        `${OUTER[other]}:${PORT[other]}`,
        '--endpoint-public-key',
        keys[other].publicKey.toString('base64'),
        '--private-key',
        keys[side].privateKey.toString('base64'),
        '--source-peer-ip',
        INNER[side],
        '--endpoint-bind-addr',
        `${OUTER[side]}:${PORT[side]}`,
        '--log',
        'off',
      ])
      drain(child)
      await listens(lab, side, listen)
      return child
    },
  }
}

/** What `wg setconf` takes: the file without wg-quick's own keys. */
function stripped(lab: Lab, side: Side, keys: Keys): string {
  const path = join(lab.folder, `${side}.stripped`)
  const text = lab.run(side, ['cat', writeWgQuick(lab, keys, side)])
  writeFileSync(path, text.replace(/^(Address|MTU) .*\n/gm, ''), { mode: 0o600 })
  return path
}

function listens(lab: Lab, side: Side, address: string): Promise<void> {
  const [host, port] = address.split(':')
  const probe = `exec 3<>/dev/tcp/${host}/${port}`
  return until(`${address} listens`, () => lab.succeeds(side, ['bash', '-c', probe]))
}

function drain(child: ChildProcess): void {
  child.stdout?.resume()
  child.stderr?.resume()
}

async function whenSaid(name: string, child: ChildProcess, pattern: RegExp): Promise<ChildProcess> {
  const { promise, resolve: done, reject } = Promise.withResolvers<void>()
  let said = ''
  child.stdout?.resume()
  child.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4_096)
    if (pattern.test(said)) done()
  })
  child.once('exit', (code) => reject(new Error(`${name} ended with ${code}: ${said}`)))
  await promise
  return child
}
