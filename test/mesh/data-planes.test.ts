import { expect, test } from 'vitest'
import { chooseDataPlane, listDataPlanes, type Machine } from '../../src/mesh/data-planes.ts'

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
  expect(chooseDataPlane(undefined, false, list({}))).toEqual({ kind: 'kernel', reason: 'the quickest here' })
  const noModule = chooseDataPlane(undefined, false, list({ hasKernelModule: () => false }))
  expect(noModule).toEqual({ kind: 'tun', reason: 'kernel: the kernel has no module wireguard' })
  const noRoot = chooseDataPlane(undefined, false, list({ isRoot: false }))
  expect(noRoot).toEqual({ kind: 'userspace', reason: 'tun: it needs root; kernel: it needs root' })
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
