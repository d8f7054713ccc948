import fc from 'fast-check'
import { expect, test } from 'vitest'
import { JsonReader, JsonSyntaxError } from '../../../../scanners/dependencies/text/json-reader.ts'

type Told = readonly unknown[]

/** All that a reader tells of a document: values, and where keys stand. */
function tellAll(reader: JsonReader): Told {
  const told: unknown[] = []
  const tell = (): void => {
    const kind = reader.peek()
    told.push(kind, reader.line)
    if (kind === 'object') {
      reader.members((key, place) => {
        told.push(key, place)
        tell()
      })
    } else if (kind === 'array') reader.elements(tell)
    else if (kind === 'string') told.push(reader.string())
    else if (kind === 'number') told.push(reader.numberOrSkip())
    else told.push(reader.isTrue())
  }
  try {
    tell()
    reader.end()
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error
    told.push(error.message, error.offset, error.line)
  }
  return [...told, reader.repeated]
}

/** Cut wherever the numbers say. */
function piecesOf(text: string, cuts: readonly number[]): string[] {
  const places = cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b)
  return [0, ...places].map((start, index) => text.slice(start, places[index]))
}

const value = fc.oneof(
  fc.json(),
  fc.json().map((text) => JSON.stringify(JSON.parse(text), null, 2)),
  fc.constantFrom(
    '{"a":1,"a":2,\n "b":[-1.5e+10,true,false,null,"\\u00e9\\"\\\\x"]}',
    '{"é":"żółć",\n"x" : tru}',
    '["\\',
    '["a\\\n"]',
    '[1.]',
    '{"a":"b',
    '[-]',
    '',
  ),
)

test('a text in pieces is read as the whole of it, with the same places and the same errors', () => {
  fc.assert(
    fc.property(value, fc.array(fc.nat(), { maxLength: 12 }), fc.nat(), (text, cuts, cutOff) => {
      for (const one of [text, text.slice(0, cutOff % (text.length + 1))]) {
        expect(tellAll(new JsonReader(piecesOf(one, cuts).values()))).toEqual(tellAll(new JsonReader(one)))
      }
    }),
    { numRuns: 500 },
  )
})

test('values are those of JSON.parse', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (json) => {
      const told = tellAll(new JsonReader(JSON.stringify(json)))
      if (typeof json === 'string' || typeof json === 'number') expect(told[2]).toBe(json)
      if (typeof json === 'boolean') expect(told[2]).toBe(json)
    }),
  )
})

test('a long string that comes in small pieces is read in time that grows with its length', () => {
  const length = 4_000_000
  function* pieces() {
    yield '["'
    for (let at = 0; at < length; at += 100) yield 'x'.repeat(100)
    yield '"]'
  }
  const reader = new JsonReader(pieces())
  let text = ''
  reader.elements(() => {
    text = reader.string()
  })
  expect(text.length).toBe(length)
})

test('keys have their line and column, counted from 1', () => {
  const places: unknown[] = []
  const reader = new JsonReader(['{ "a"\n: 1,\n  "é', '": 2, "b": 3}'].values())
  reader.members((key, { line, column, offset }) => {
    places.push([key, line, column, offset])
    reader.skip()
  })
  expect(places).toEqual([
    ['a', 1, 3, 2],
    ['é', 3, 3, 13],
    ['b', 3, 11, 21],
  ])
})
