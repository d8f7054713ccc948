import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { readCommand, readInputs } from '../../src/action/inputs.ts'
import { emitActionYml } from '../../tools/action-yml.ts'

const committed = readFileSync(new URL('../../action.yml', import.meta.url), 'utf8')

test('action.yml is what the tables say', () => {
  expect(committed).toBe(emitActionYml())
})

test('every input has a description with type, and a default or an example', () => {
  const { inputs } = parse(committed) as { inputs: Record<string, { description: string; default?: string }> }
  for (const [name, input] of Object.entries(inputs)) {
    expect(input.description, name).toMatch(/\((text|true or false|one a line|integer|duration)\)/)
    expect(input.default !== undefined || input.description.includes('Example:'), name).toBe(true)
  }
})

test('inputs are read with their defaults, empty ones are not given', () => {
  const inputs = readInputs({
    INPUT_ARTIFACT: 'a=x\n b=y \n\n',
    INPUT_ADVISORIES: ' ',
    INPUT_COMMENT: 'false',
  })
  expect(inputs).toMatchObject({ artifact: ['a=x', 'b=y'], comment: false, path: '.' })
  expect(inputs.advisories).toBeUndefined()
  expect(readCommand(inputs)).toBe('gate')
})

test('a wrong input is named', () => {
  expect(() => readInputs({ INPUT_OFFLINE: 'yes' })).toThrow(/offline: write true or false/)
  expect(() => readCommand({ command: 'deplyo' })).toThrow(/"deplyo"/)
})
