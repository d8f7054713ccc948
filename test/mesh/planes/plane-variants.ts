/** Each data plane with each tier that may seal its packets, and why one of them is not to be had here. */
import { WHOLE_TIERS } from '../../../src/mesh/aead-tiers.ts'
import { listDataPlanes } from '../../../src/mesh/data-planes.ts'
import type { DataPlaneKind } from '../../../src/mesh/mesh-node.ts'
import { loadKoffi } from '../../../src/mesh/native/koffi.ts'

export interface PlaneVariant {
  readonly name: string
  readonly plane: DataPlaneKind
  /** The cipher's tier; the kernel brings its own. */
  readonly tier?: string
  /** False: no native code is called for datagrams. */
  readonly isNative?: boolean
  readonly whyNot: string | undefined
}

export function listVariants(): PlaneVariant[] {
  return listDataPlanes().flatMap((report) => {
    const whyNot = report.works ? undefined : report.why
    if (report.kind === 'userspace') return inProcess()
    if (report.kind === 'kernel') return [{ name: 'kernel', plane: 'kernel' as const, whyNot }]
    return ['openssl', 'simd', 'sodium', 'node'].map((tier) => ({
      name: `tun, ${tier} cipher`,
      plane: 'tun' as const,
      tier,
      whyNot,
    }))
  })
}

function inProcess(): PlaneVariant[] {
  const native = loadKoffi()
  const tiers = Object.entries(WHOLE_TIERS).flatMap(([letter, { ciphers, isNative }]) =>
    ciphers.map((tier) => ({ name: `userspace, tier ${letter}, ${tier} cipher`, tier, isNative })),
  )
  return tiers.map((variant) => ({
    ...variant,
    plane: 'userspace' as const,
    whyNot: variant.isNative && native.kind === 'absent' ? native.why : undefined,
  }))
}
