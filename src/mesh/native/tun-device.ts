/**
 * A TUN device of our own with `IFF_VNET_HDR` and offloads: packets of up to 64 kB each way. It is gone
 * with the descriptor, and all addresses and routes of it with it, however this process ends.
 */
import { constants, openSync } from 'node:fs'
import { getSystemErrorName } from 'node:util'
import { messageOf, SallyportError } from '../../base/errors.ts'
import { pinBytes } from './koffi.ts'
import type { Linux } from './linux.ts'

const TUNSETIFF = 0x4004_54ca
const TUNSETOFFLOAD = 0x4004_54d0
const TUNSETVNETHDRSZ = 0x4004_54d8
const IFF_TUN = 0x0001
const IFF_NO_PI = 0x1000
const IFF_VNET_HDR = 0x4000
/** Checksums, TCP of both families, UDP of both families. */
const OFFLOADS = 0x01 | 0x02 | 0x04
const UDP_OFFLOADS = 0x20 | 0x40
const NAME_SIZE = 16

export interface TunDevice {
  readonly fd: number
  readonly name: string
}

/**
 * @param name as it should be called; `%d` in it is a number that is free
 * @throws `DATA_PLANE_UNAVAILABLE`
 */
export function openTunDevice(linux: Linux, name: string): TunDevice {
  const fd = openClone()
  const request = pinBytes(linux.koffi, 40)
  request.bytes.write(name.slice(0, NAME_SIZE - 1), 'latin1')
  request.bytes.writeInt16LE(IFF_TUN | IFF_NO_PI | IFF_VNET_HDR, NAME_SIZE)
  if (linux.ioctl(fd, TUNSETIFF, request.address) < 0) {
    const errno = linux.koffi.errno()
    linux.close(fd)
    throw unavailable(`the kernel gives no device (${getSystemErrorName(-errno)})`)
  }
  const made = request.bytes.toString('latin1', 0, NAME_SIZE).replace(/\0.*$/, '')
  request.bytes.writeInt32LE(10, 0)
  linux.ioctl(fd, TUNSETVNETHDRSZ, request.address)
  // Older kernels know no UDP offload; without any, packets come one by one, which serves too.
  if (linux.ioctl(fd, TUNSETOFFLOAD, OFFLOADS | UDP_OFFLOADS) < 0) linux.ioctl(fd, TUNSETOFFLOAD, OFFLOADS)
  return { fd, name: made }
}

function openClone(): number {
  try {
    return openSync('/dev/net/tun', constants.O_RDWR | constants.O_NONBLOCK)
  } catch (cause) {
    throw unavailable(`/dev/net/tun cannot be opened: ${messageOf(cause)}`, cause)
  }
}

function unavailable(message: string, cause?: unknown): SallyportError {
  return new SallyportError('DATA_PLANE_UNAVAILABLE', {
    message: `the tun data plane: ${message}`,
    help: 'run as root where /dev/net/tun is, or take --data-plane userspace, which needs neither',
    cause,
  })
}
