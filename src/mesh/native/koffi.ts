/**
 * The one native part: koffi, which calls C functions of this process by name. Optional; what needs it
 * asks here and does without where it is not. Loaded as the bare addon, so that no installed package is
 * looked for. Linux with glibc on 64-bit little-endian processors only: sizes and offsets of structures are theirs.
 */
import { messageOf } from '../../base/errors.ts'
import { assetPath } from '../../platform/assets.ts'

/** A function of C; pointers go in and out as numbers (user space ends below 2^53). */
export type NativeFunction = (...args: readonly (number | bigint | Uint8Array | null)[]) => number

export interface NativeLibrary {
  func(prototype: string): NativeFunction
}

export interface Koffi {
  load(path: string | null): NativeLibrary
  address(bytes: Uint8Array): bigint
  /** The type of a C function that is called back. */
  proto(prototype: string): unknown
  pointer(type: unknown): unknown
  /** @returns what C calls `callback` by, until it is unregistered */
  register(callback: () => void, type: unknown): bigint
  unregister(callback: bigint): void
  errno(): number
}

export type KoffiReport =
  | { readonly kind: 'loaded'; readonly koffi: Koffi }
  | { readonly kind: 'absent'; readonly why: string }

/** Platform and processor → asset. */
const ADDONS: Readonly<Record<string, string>> = {
  'linux-x64': 'koffi-linux-x64.node',
  'linux-arm64': 'koffi-linux-arm64.node',
}

let report: KoffiReport | undefined

/** Loaded once for the process; never throws. */
export function loadKoffi(): KoffiReport {
  report ??= load()
  return report
}

function load(): KoffiReport {
  const asset = ADDONS[`${process.platform}-${process.arch}`]
  if (asset === undefined)
    return { kind: 'absent', why: `not made for ${process.platform} on ${process.arch}` }
  try {
    // Without the resolution of `require`, which for one absolute path costs as much as the library.
    const addon: { exports: unknown } = { exports: {} }
    process.dlopen(addon, assetPath(asset))
    return { kind: 'loaded', koffi: addon.exports as Koffi }
  } catch (error) {
    return { kind: 'absent', why: messageOf(error) }
  }
}

/** Bytes whose address native code keeps: hold the object for as long as the address is used. */
export interface PinnedBytes {
  readonly bytes: Buffer
  readonly address: number
}

export function pinBytes(koffi: Koffi, size: number): PinnedBytes {
  const bytes = Buffer.allocUnsafeSlow(size).fill(0)
  return { bytes, address: Number(koffi.address(bytes)) }
}
