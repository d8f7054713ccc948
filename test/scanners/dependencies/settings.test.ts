import { expect, test } from 'vitest'
import { readSettings } from '../../../scanners/dependencies/settings.ts'

test('without a section holds what an empty one says', async () => {
  expect(await readSettings(undefined)).toEqual(await readSettings({}))
})

test('a key that is not known is refused', async () => {
  await expect(readSettings({ 'private-scope': [] })).rejects.toMatchObject({ code: 'POLICY_INVALID' })
})
