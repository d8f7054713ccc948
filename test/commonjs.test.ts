/** What becomes of a chunk of the command line: run, with a `require` that says what was asked for. */
import { expect, test } from 'vitest'
import { commonJsOf } from '../tools/commonjs.ts'

async function run(script: string): Promise<{ exports: Record<string, unknown>; required: string[] }> {
  const code = await commonJsOf(script, '"file:///bundle.cjs"')
  const required: string[] = []
  const module = { exports: {} as Record<string, unknown> }
  const require = (path: string) => {
    required.push(path)
    return { beside: 7 }
  }
  new Function('module', 'require', code)(module, require)
  return { exports: module.exports, required }
}

test('a built-in that is loaded where it is used can be called, constructed and passed on', async () => {
  const { exports } = await run(`
    import { Agent as Https } from 'node:https'
    import { lookup } from 'node:dns'
    export const agent = () => new Https({ keepAlive: false })
    export const isLookup = () => typeof lookup
    export class Own extends Https {}
  `)
  const made = (exports['agent'] as () => unknown)()
  expect(made).toBeInstanceOf(process.getBuiltinModule('node:https').Agent)
  expect((exports['isLookup'] as () => string)()).toBe('function')
  expect(new (exports['Own'] as new () => object)()).toBeInstanceOf(
    process.getBuiltinModule('node:https').Agent,
  )
})

test('a class in native code is constructed with new', async () => {
  const { exports } = await run(`
    import { DatabaseSync } from 'node:sqlite'
    export const open = () => new DatabaseSync(':memory:')
  `)
  expect((exports['open'] as () => unknown)()).toMatchObject({ isOpen: true })
})

test('built-ins in every form are themselves, and no other module is asked for', async () => {
  const { exports, required } = await run(`
    import path, { join as joined } from 'path'
    import * as fs from 'node:fs'
    export const all = [path.sep, joined('a', 'b'), typeof fs.readFileSync]
    export const later = () => import('node:http').then(({ request }) => typeof request)
  `)
  expect(exports['all']).toEqual(['/', 'a/b', 'function'])
  expect(await (exports['later'] as () => Promise<string>)()).toBe('function')
  expect(required).toEqual([])
})

test('another chunk is required at once, or when it is imported; the bundle knows its place', async () => {
  const { exports, required } = await run(`
    import { beside } from './chunk-A.cjs'
    export const now = [beside, __bundleUrl]
    export const later = () => import('./chunk-B.cjs')
  `)
  expect(exports['now']).toEqual([7, 'file:///bundle.cjs'])
  expect(required).toEqual(['./chunk-A.cjs'])
  expect(await (exports['later'] as () => Promise<unknown>)()).toEqual({ beside: 7 })
  expect(required).toEqual(['./chunk-A.cjs', './chunk-B.cjs'])
})

test('it is strict, as modules are', async () => {
  const { exports } = await run('export function self() { return this }')
  const { self } = exports as { self: () => unknown }
  expect(self()).toBeUndefined()
})
