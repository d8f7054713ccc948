import { expect, test } from 'vitest'
import { commonJsOf } from '../../tools/commonjs.ts'

test('a class of a built-in that is asked for where it is used is constructed with new', async () => {
  const script =
    "import { DatabaseSync } from 'node:sqlite';\nexport const open = () => new DatabaseSync(':memory:');\n"
  const module = { exports: {} as { open?: () => unknown } }
  new Function('module', 'exports', await commonJsOf(script, '""'))(module, module.exports)
  expect(module.exports.open?.()).toMatchObject({ isOpen: true })
})
