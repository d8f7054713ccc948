/**
 * Who is at the other end of a socket of the file system: `SO_PEERCRED` of unix(7), which the kernel noted when the
 * connection was made. A client learns who listened, a server who connected. Linux, where native code may be called.
 */
import type { Socket } from 'node:net'
import { loadKoffi, type NativeFunction, pinBytes } from './koffi.ts'

const SOL_SOCKET = 1
const SO_PEERCRED = 17
/** `struct ucred`: pid i32, uid u32, gid u32; behind it the length that the kernel reads and writes. */
const UCRED_SIZE = 12
const UID_AT = 4
/** `(uid_t) -1`: a socket of the network has no peer on this machine. */
const NOBODY = 0xffff_ffff

let getsockopt: NativeFunction | undefined

/** @returns the user's number; `undefined` where it cannot be asked, or the socket is none of the file system */
export function peerUserOf(socket: Socket): number | undefined {
  const native = loadKoffi()
  const fd = descriptorOf(socket)
  if (native.kind === 'absent' || fd === undefined) return undefined
  getsockopt ??= native.koffi
    .load(null)
    .func('int getsockopt(int fd, int level, int name, uintptr_t at, uintptr_t lengthAt)')
  const { bytes, address } = pinBytes(native.koffi, UCRED_SIZE + 4)
  bytes.writeUInt32LE(UCRED_SIZE, UCRED_SIZE)
  const failed = getsockopt(fd, SOL_SOCKET, SO_PEERCRED, address, address + UCRED_SIZE) < 0
  const user = bytes.readUInt32LE(UID_AT)
  return failed || bytes.readUInt32LE(UCRED_SIZE) !== UCRED_SIZE || user === NOBODY ? undefined : user
}

/** Says which user is at the other end of a socket; `undefined` where that cannot be asked. */
export type UserOf = (socket: Socket) => number | undefined

/** True for this process's own user, and where the kernel cannot be asked: there the socket's folder is the check. */
export function isOwnPeer(socket: Socket, userOf: UserOf = peerUserOf): boolean {
  const user = userOf(socket)
  return user === undefined || user === process.getuid?.()
}

/** Node has no public name for the descriptor of a connection. */
function descriptorOf(socket: Socket): number | undefined {
  const { _handle: handle } = socket as Socket & { readonly _handle?: { readonly fd?: unknown } | null }
  return typeof handle?.fd === 'number' && handle.fd >= 0 ? handle.fd : undefined
}
