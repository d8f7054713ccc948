/** A section of an executable by its name: ELF, PE and Mach-O, little-endian. Attacker-controlled: every place is checked. */

/** `undefined` where the bytes are no executable, or have no such section. */
export function findSection(bytes: Uint8Array, name: string): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const place = placeOfSection(view, name)
    if (!place || place.offset + place.size > bytes.length) return undefined
    return bytes.subarray(place.offset, place.offset + place.size)
  } catch (error) {
    // The view says where the file breaks off.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

interface Place {
  readonly offset: number
  readonly size: number
}

const ELF = 0x464c457f
const MZ = 0x5a4d
const PE = 0x4550
const MACH_O_64 = 0xfeedfacf
const SEGMENT_64 = 0x19
const MAX_SECTIONS = 10_000

function placeOfSection(view: DataView, name: string): Place | undefined {
  if (view.byteLength < 64) return undefined
  const magic = view.getUint32(0, true)
  if (magic === ELF) return inElf(view, name)
  if (magic === MACH_O_64) return inMachO(view, name)
  return (magic & 0xffff) === MZ ? inPe(view, name) : undefined
}

/** The System V ABI: e_shoff, e_shentsize, e_shnum, e_shstrndx; then one header a section. */
function inElf(view: DataView, name: string): Place | undefined {
  const is64 = view.getUint8(4) === 2
  if (view.getUint8(5) !== 1) return undefined
  const word = (at: number) => (is64 ? Number(view.getBigUint64(at, true)) : view.getUint32(at, true))
  const headers = word(is64 ? 0x28 : 0x20)
  const [entrySize, count, strings] = [0, 2, 4].map((at) => view.getUint16((is64 ? 0x3a : 0x2e) + at, true))
  const header = (index: number) => {
    const at = headers + index * entrySize!
    return {
      name: view.getUint32(at, true),
      offset: word(at + (is64 ? 24 : 16)),
      size: word(at + (is64 ? 32 : 20)),
    }
  }
  const names = header(strings!)
  for (let index = 0; index < Math.min(count!, MAX_SECTIONS); index++) {
    const section = header(index)
    if (hasName(view, names.offset + section.name, name)) return section
  }
  return undefined
}

/** Microsoft's PE format: the COFF header's sections, whose names have eight bytes. */
function inPe(view: DataView, name: string): Place | undefined {
  const header = view.getUint32(0x3c, true)
  if (view.getUint32(header, true) !== PE) return undefined
  const count = view.getUint16(header + 6, true)
  const sections = header + 24 + view.getUint16(header + 20, true)
  for (let index = 0; index < Math.min(count, MAX_SECTIONS); index++) {
    const at = sections + index * 40
    if (!hasName(view, at, name)) continue
    const size = Math.min(view.getUint32(at + 8, true), view.getUint32(at + 16, true))
    return { offset: view.getUint32(at + 20, true), size }
  }
  return undefined
}

/** Apple's Mach-O: sections stand in segment commands; their names have sixteen bytes. */
function inMachO(view: DataView, name: string): Place | undefined {
  let at = 32
  for (let left = Math.min(view.getUint32(16, true), MAX_SECTIONS); left > 0; left--) {
    const size = view.getUint32(at + 4, true)
    const sections = view.getUint32(at, true) === SEGMENT_64 ? view.getUint32(at + 64, true) : 0
    for (let index = 0; index < Math.min(sections, MAX_SECTIONS); index++) {
      const section = at + 72 + index * 80
      if (!hasName(view, section, name)) continue
      return {
        offset: view.getUint32(section + 48, true),
        size: Number(view.getBigUint64(section + 40, true)),
      }
    }
    if (size === 0) return undefined
    at += size
  }
  return undefined
}

/** The name, and a zero or another byte that no name has behind it. */
function hasName(view: DataView, at: number, name: string): boolean {
  for (let index = 0; index < name.length; index++) {
    if (view.getUint8(at + index) !== name.charCodeAt(index)) return false
  }
  return view.getUint8(at + name.length) === 0
}
