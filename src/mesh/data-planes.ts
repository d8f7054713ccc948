/** Which data planes work on this machine, and which of them serves. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { messageOf, SallyportError } from '../base/errors.ts'
import { DATA_PLANES, type DataPlaneKind } from './mesh-node.ts'
import { loadKoffi } from './native/koffi.ts'

export type DataPlaneReport =
  | { readonly kind: DataPlaneKind; readonly works: true }
  | { readonly kind: DataPlaneKind; readonly works: false; readonly why: string }

/** What is to be known of a machine. */
export interface Machine {
  readonly isLinux: boolean
  readonly isRoot: boolean
  readonly hasTunDevice: boolean
  /** `undefined` where native code may be called. */
  readonly whyNoNative: string | undefined
  readonly hasProgram: (name: 'ip' | 'wg') => boolean
  readonly hasKernelModule: () => boolean
}

export function listDataPlanes(machine: Machine = thisMachine()): DataPlaneReport[] {
  return DATA_PLANES.map((kind) => {
    const why = kind === 'userspace' ? undefined : kind === 'tun' ? whyNoTun(machine) : whyNoKernel(machine)
    return why === undefined ? { kind, works: true } : { kind, works: false, why }
  })
}

export interface DataPlaneChoice {
  readonly kind: DataPlaneKind
  /** Why, in words. */
  readonly reason: string
  /** What serves in its place where the machine refuses the device after all; none where it was asked for by name. */
  readonly fallbacks: readonly DataPlaneKind[]
}

/**
 * @param forced by `--data-plane`
 * @param opensWays whether forwards, proxies or a command were asked for: these need no device, and then the
 *   machine is left as it is; without any, the machine itself is to join
 * @throws `USAGE` for a name that is not known, `DATA_PLANE_UNAVAILABLE` where it does not work here
 */
export function chooseDataPlane(
  forced: string | undefined,
  opensWays: boolean,
  list: () => readonly DataPlaneReport[] = listDataPlanes,
): DataPlaneChoice {
  if (forced !== undefined && forced !== 'auto')
    return { kind: checkForced(forced, list()), reason: 'as asked for', fallbacks: [] }
  if (opensWays) return { kind: 'userspace', reason: 'what was asked for needs no device', fallbacks: [] }
  const planes = list()
  const working = planes.filter((plane) => plane.works).map((plane) => plane.kind)
  const lacking = planes.filter((plane) => !plane.works).map((plane) => `${plane.kind}: ${plane.why}`)
  const [kind = 'userspace', ...fallbacks] = working.reverse()
  return { kind, reason: lacking.join('; ') || 'the quickest here', fallbacks }
}

export interface OpenedPlane<Node> {
  readonly node: Node
  /** Planes that seemed possible, and how the machine refused them, in words. */
  readonly refusals: readonly string[]
}

/**
 * Opens a node by the plane that was chosen, or by the next where the machine refuses the device: a container may
 * show `/dev/net/tun` and yet let nobody use it, which only the attempt tells.
 *
 * @throws what `open` throws; of `DATA_PLANE_UNAVAILABLE` only the last, when nothing is left to fall back on
 */
export async function openChosen<Node>(
  { kind, fallbacks }: DataPlaneChoice,
  open: (kind: DataPlaneKind) => Promise<Node>,
): Promise<OpenedPlane<Node>> {
  const refusals: string[] = []
  for (const [index, each] of [kind, ...fallbacks].entries()) {
    try {
      return { node: await open(each), refusals }
    } catch (error) {
      const isRefused = error instanceof SallyportError && error.code === 'DATA_PLANE_UNAVAILABLE'
      if (!isRefused || index === fallbacks.length) throw error
      refusals.push(messageOf(error))
    }
  }
  throw new Error('no data plane was left to try')
}

function checkForced(forced: string, planes: readonly DataPlaneReport[]): DataPlaneKind {
  const plane = planes.find((each) => each.kind === forced)
  if (!plane) {
    throw new SallyportError('USAGE', {
      message: `--data-plane ${JSON.stringify(forced)} is not known`,
      help: `choose auto, ${DATA_PLANES.join(', ')}`,
    })
  }
  if (plane.works) return plane.kind
  throw new SallyportError('DATA_PLANE_UNAVAILABLE', {
    message: `the ${forced} data plane cannot be had here: ${plane.why}`,
    help: '--data-plane userspace works everywhere',
  })
}

function whyNoTun(machine: Machine): string | undefined {
  if (!machine.isLinux) return 'this is no Linux'
  if (!machine.isRoot) return 'it needs root'
  if (!machine.hasTunDevice) return 'there is no /dev/net/tun'
  if (machine.whyNoNative !== undefined)
    return `a device can be had by ioctl(2) only, and ${machine.whyNoNative}`
  return machine.hasProgram('ip') ? undefined : 'there is no program ip'
}

function whyNoKernel(machine: Machine): string | undefined {
  if (!machine.isLinux) return 'this is no Linux'
  if (!machine.isRoot) return 'it needs root'
  for (const program of ['ip', 'wg'] as const) {
    if (!machine.hasProgram(program)) return `there is no program ${program}`
  }
  return machine.hasKernelModule() ? undefined : 'the kernel has no module wireguard'
}

export function thisMachine(): Machine {
  const native = loadKoffi()
  const runs = (command: string): boolean =>
    spawnSync('sh', ['-c', command], { stdio: 'ignore' }).status === 0
  return {
    isLinux: process.platform === 'linux',
    isRoot: process.getuid?.() === 0,
    hasTunDevice: existsSync('/dev/net/tun'),
    whyNoNative: native.kind === 'absent' ? native.why : undefined,
    hasProgram: (name) => runs(`command -v ${name}`),
    hasKernelModule: () => existsSync('/sys/module/wireguard') || runs('modprobe wireguard'),
  }
}
