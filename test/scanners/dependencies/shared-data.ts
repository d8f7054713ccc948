/** The folder of real data beside the checkout, where there is one. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../../../../shared/data/', import.meta.url))

export const sharedData: string | undefined = existsSync(folder) ? folder : undefined
export const whyNoSharedData = sharedData ? '' : ' (skipped: ../shared/data is not there)'
