/** Makes a device part of this machine's network, and undoes it. */
import { spawnSync } from 'node:child_process'
import { messageOf, SallyportError } from '../../base/errors.ts'
import { type Endpoint, formatIp } from '../../base/ip.ts'
import { type Command, type NetworkWishes, planNetwork, readWayOut, type WayOut } from './network-plan.ts'
import {
  findResolverTools,
  planResolver,
  type ResolverPlan,
  type ResolverWishes,
  writeResolverFile,
} from './resolver.ts'
import { prepareRestoration, type Restoration, restoreLeftovers, scriptOf } from './restoration.ts'

export interface SystemNetwork {
  /** What was done, in words. */
  readonly description: string
  /** Undoes what does not go with the device. */
  close(): void
}

export interface SystemWishes extends NetworkWishes {
  readonly resolver: Omit<ResolverWishes, 'device'>
  readonly endpoints: readonly Endpoint[]
  /** What makes the device, where it is not there yet; and what takes it away. */
  readonly before?: readonly { readonly command: Command; readonly input?: string }[]
  readonly after?: readonly Command[]
}

/** @throws `DATA_PLANE_UNAVAILABLE` where no device is made, `NETWORK_CHANGE_FAILED`; then all is as before */
export function joinSystemNetwork(wishes: SystemWishes): SystemNetwork {
  restoreLeftovers()
  const plan = planNetwork(
    wishes,
    wishes.endpoints.map(findWayOut).filter((way) => way !== undefined),
  )
  const resolver = planResolver({ ...wishes.resolver, device: wishes.device }, findResolverTools())
  const undo = [scriptOf([...plan.down, ...(wishes.after ?? [])]), resolver.undo]
    .filter((part) => part !== '')
    .join('\n')
  const restoration: Restoration = undo === '' ? { run() {} } : prepareUndo(wishes.device, undo)
  try {
    for (const { command, input } of wishes.before ?? []) makeDevice(command, input)
    for (const command of plan.up) runCommand(command)
    setResolver(resolver)
  } catch (error) {
    restoration.run()
    throw error
  }
  const routes = wishes.hasRoutes === false ? 'no routes' : `${wishes.prefixes.length} route(s)`
  return {
    description: resolver.kind === 'none' ? routes : `${routes}, names by ${resolver.kind}`,
    close: () => restoration.run(),
  }
}

/** A change that nothing could undo is not made. */
function prepareUndo(device: string, undo: string): Restoration {
  try {
    return prepareRestoration(device, undo)
  } catch (cause) {
    throw unavailable(`what undoes its changes cannot be kept: ${messageOf(cause)}`, cause)
  }
}

function makeDevice(command: Command, input: string | undefined): void {
  try {
    runCommand(command, input)
  } catch (cause) {
    throw unavailable(messageOf(cause), cause)
  }
}

function unavailable(why: string, cause: unknown): SallyportError {
  return new SallyportError('DATA_PLANE_UNAVAILABLE', {
    message: `the machine refuses a device: ${why}`,
    help: 'take --data-plane userspace, which needs none',
    cause,
  })
}

function findWayOut(endpoint: Endpoint): WayOut | undefined {
  const { stdout } = spawnSync('ip', ['-o', 'route', 'get', formatIp(endpoint.address)], { encoding: 'utf8' })
  return readWayOut(endpoint, stdout ?? '')
}

function setResolver(plan: ResolverPlan): void {
  if (plan.kind === 'file') writeResolverFile(plan)
  else if (plan.kind !== 'none') for (const { command, input } of plan.commands) runCommand(command, input)
}

/** @throws `NETWORK_CHANGE_FAILED` */
export function runCommand([program, ...args]: Command, input?: string): string {
  const done = spawnSync(program, args, { encoding: 'utf8', ...(input === undefined ? {} : { input }) })
  if (done.status === 0) return done.stdout
  const why = done.error?.message ?? done.stderr.trim()
  throw new SallyportError('NETWORK_CHANGE_FAILED', {
    message: `${[program, ...args].join(' ')}: ${why}`,
    help: 'what was changed before is undone; take --data-plane userspace to leave the machine as it is',
  })
}
