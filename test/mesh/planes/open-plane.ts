/** A node of the plane that an order names, by the text of a wg-quick file. */
import type { MeshNode } from '../../../src/mesh/mesh-node.ts'
import { parseWgQuick } from '../../../src/mesh/wg-quick.ts'
import { openWgQuickDevice, openWgQuickNode } from '../../../src/mesh/wg-quick-node.ts'
import { systemClock } from '../../../src/platform/clock.ts'
import { systemRandom } from '../../../src/platform/random.ts'
import type { OpenOrder } from './plane-process.ts'

export function openAs({ plane, config, tier, isNative }: OpenOrder): Promise<MeshNode> {
  const parsed = parseWgQuick(config, 'test.conf')
  const options = {
    ...(tier === undefined ? {} : { aead: tier }),
    ...(isNative === undefined ? {} : { isNative }),
  }
  if (plane !== 'userspace') return openWgQuickDevice(plane, parsed, options)
  return openWgQuickNode(parsed, { clock: systemClock, random: systemRandom, ...options })
}
