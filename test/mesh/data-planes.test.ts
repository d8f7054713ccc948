import { expect, test } from 'vitest'
import { SallyportError } from '../../src/base/errors.ts'
import {
  chooseDataPlane,
  type DataPlaneChoice,
  listDataPlanes,
  type Machine,
  openChosen,
} from '../../src/mesh/data-planes.ts'
import type { DataPlaneKind } from '../../src/mesh/mesh-node.ts'

const able: Machine = {
  isLinux: true,
  isRoot: true,
  hasTunDevice: true,
  whyNoNative: undefined,
  hasProgram: () => true,
  hasKernelModule: () => true,
}
const list = (machine: Partial<Machine>) => () => listDataPlanes({ ...able, ...machine })

test('with ways asked for the machine is left as it is, whatever it could do', () => {
  expect(chooseDataPlane(undefined, true, list({})).kind).toBe('userspace')
  expect(chooseDataPlane('auto', true, list({})).kind).toBe('userspace')
})

test('without, the machine joins: by its kernel, else by a device of ours, else not, and why is said', () => {
  expect(chooseDataPlane(undefined, false, list({}))).toEqual({
    kind: 'kernel',
    reason: 'the quickest here',
    fallbacks: ['tun', 'userspace'],
  })
  const noModule = chooseDataPlane(undefined, false, list({ hasKernelModule: () => false }))
  expect(noModule).toEqual({
    kind: 'tun',
    reason: 'kernel: the kernel has no module wireguard',
    fallbacks: ['userspace'],
  })
  const noRoot = chooseDataPlane(undefined, false, list({ isRoot: false }))
  expect(noRoot).toEqual({
    kind: 'userspace',
    reason: 'tun: it needs root; kernel: it needs root',
    fallbacks: [],
  })
})

test.each([
  [{ isLinux: false }, 'this is no Linux'],
  [{ isRoot: false }, 'it needs root'],
  [{ hasTunDevice: false }, 'there is no /dev/net/tun'],
  [{ whyNoNative: 'koffi is not here' }, 'a device can be had by ioctl(2) only, and koffi is not here'],
  [{ hasProgram: () => false }, 'there is no program ip'],
] as const)('tun is refused where it cannot be: %j', (machine, why) => {
  expect(() => chooseDataPlane('tun', false, list(machine))).toThrow(
    expect.objectContaining({ code: 'DATA_PLANE_UNAVAILABLE', message: expect.stringContaining(why) }),
  )
  expect(chooseDataPlane('userspace', false, list(machine)).kind).toBe('userspace')
})

test('a name that is not known is refused with those that are', () => {
  expect(() => chooseDataPlane('quantum', false, list({}))).toThrow(
    expect.objectContaining({ code: 'USAGE', message: expect.stringContaining('"quantum"') }),
  )
})

const refuse = (kind: DataPlaneKind) =>
  new SallyportError('DATA_PLANE_UNAVAILABLE', { message: `${kind} was refused` })

test('a device that is refused after all gives way to the next plane, and it is said', async () => {
  const tried: DataPlaneKind[] = []
  const { node, refusals } = await openChosen(chooseDataPlane('auto', false, list({})), async (kind) => {
    tried.push(kind)
    if (kind !== 'userspace') throw refuse(kind)
    return kind
  })
  expect(node).toBe('userspace')
  expect(tried).toEqual(['kernel', 'tun', 'userspace'])
  expect(refusals).toEqual(['kernel was refused', 'tun was refused'])
})

test('a plane that was asked for by name is had or refused', async () => {
  const forced = chooseDataPlane('tun', false, list({}))
  await expect(openChosen(forced, (kind) => Promise.reject(refuse(kind)))).rejects.toThrow('tun was refused')
})

test('what another plane would not do better ends the attempt', async () => {
  const choice: DataPlaneChoice = { kind: 'tun', reason: '', fallbacks: ['userspace'] }
  const taken = new SallyportError('TUNNEL_PORT_IN_USE', { message: 'UDP port 1 is taken' })
  await expect(openChosen(choice, () => Promise.reject(taken))).rejects.toBe(taken)
})
