/** The binary format by literal bytes, and instructions by what the engine makes of them. */
import { expect, test } from 'vitest'
import { encodeHex } from '../../../src/base/bytes.ts'
import { assembledCipher } from '../../../src/tunnel/cipher/assembled.ts'
import {
  block,
  i32,
  i64,
  Locals,
  local,
  repeatWhile,
  select,
  when,
} from '../../../src/tunnel/cipher/wasm-instructions.ts'
import {
  encodeModule,
  signed,
  signedLong,
  unsigned,
  type WasmFunction,
} from '../../../src/tunnel/cipher/wasm-module.ts'
import { engine } from '../../../src/tunnel/cipher/webassembly.ts'

test.each([
  [0, '00'],
  [127, '7f'],
  [128, '8001'],
  [624_485, 'e58e26'],
])('%d is %s in LEB128', (value, hex) => {
  expect(encodeHex(Uint8Array.from(unsigned(value) as number[]))).toBe(hex)
})

test.each([
  [0, '00'],
  [63, '3f'],
  [64, 'c000'],
  [-1, '7f'],
  [-64, '40'],
  [-65, 'bf7f'],
  [-123_456, 'c0bb78'],
])('%d is %s in signed LEB128', (value, hex) => {
  expect(encodeHex(Uint8Array.from(signed(value) as number[]))).toBe(hex)
  expect(encodeHex(Uint8Array.from(signedLong(BigInt(value)) as number[]))).toBe(hex)
})

test('a module of one function is these bytes', () => {
  const add: WasmFunction = {
    exportedAs: 'add',
    parameters: ['i32', 'i32'],
    results: ['i32'],
    locals: [],
    body: i32.add(local.get({ index: 0 }), local.get({ index: 1 })),
  }
  expect(encodeHex(encodeModule({ module: 'm', name: 'n', initialPages: 3 }, [add]))).toBe(
    [
      '0061736d01000000',
      '01070160027f7f017f',
      '020801016d016e020003',
      '03020100',
      '0707010361646400' + '00',
      '0a0901070020002001' + '6a0b',
    ].join(''),
  )
})

test('a loop, a condition and a choice run', () => {
  const locals = new Locals(['i32'])
  const [left] = locals.parameters as [{ index: number }]
  const sum = locals.take('i32')
  const run = instantiate({
    exportedAs: 'run',
    parameters: ['i32'],
    results: ['i32'],
    locals: locals.types,
    body: block(
      when(
        local.get(left),
        repeatWhile(
          local.get(left),
          block(
            local.set(sum, i32.add(local.get(sum), local.get(left))),
            local.set(left, i32.sub(local.get(left), i32.const(1))),
          ),
        ),
      ),
      select(local.get(sum), i32.const(-7), i32.ge_u(local.get(sum), i32.const(1))),
    ),
  })
  expect([run(0), run(1), run(100)]).toEqual([-7, 1, 5_050])
})

test('a constant of 64 bits comes out as it went in', () => {
  for (const value of [0n, -1n, 1n << 62n, -(1n << 63n), 0x0fff_fffc_0fff_ffffn]) {
    const run = instantiate({
      exportedAs: 'run',
      parameters: [],
      results: ['i64'],
      locals: [],
      body: i64.const(value),
    })
    expect(run()).toBe(value)
  }
})

test('a body that leaves a value too many is no module', () => {
  const body = block(i32.const(1), i32.const(2))
  const wrong: WasmFunction = { parameters: [], results: ['i32'], locals: [], body }
  expect(engine.validate(encodeModule({ module: 'm', name: 'n', initialPages: 1 }, [wrong]))).toBe(false)
})

test('the cipher is valid, and the same each time', () => {
  expect(engine.validate(assembledCipher())).toBe(true)
  expect(encodeHex(assembledCipher())).toBe(encodeHex(assembledCipher()))
})

function instantiate(run: WasmFunction): (argument?: number) => unknown {
  const memory = new engine.Memory({ initial: 1 })
  const module = new engine.Module(encodeModule({ module: 'm', name: 'n', initialPages: 1 }, [run]))
  const { exports } = new engine.Instance(module, { m: { n: memory } })
  return (exports as { run: (argument?: number) => unknown }).run
}
