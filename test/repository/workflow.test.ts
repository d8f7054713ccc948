import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SallyportError } from '../../src/base/errors.ts'
import { parseWorkflow } from '../../src/repository/workflow.ts'
import { isActionPath, isWorkflowPath } from '../../src/repository/workflow-path.ts'

const read = (text: string) => parseWorkflow('.github/workflows/ci.yml', text)

const CI = `name: CI
on:
  pull_request_target:
    types: [opened]
  push:
permissions:
  contents: read
  id-token: write
env:
  TITLE: \${{ github.event.issue.title }}
jobs:
  build:
    runs-on: [self-hosted, linux]
    container: node:20
    permissions: write-all
    steps:
      - uses: actions/checkout@v4
        with:
          ref: \${{ github.event.pull_request.head.sha }}
      - name: say
        if: github.actor == 'x'
        run: |
          echo one
            echo "\${{ github.event.issue.title }}" \${{ 'a}}b' }}
        env:
          A: 1
  call:
    uses: ./.github/workflows/other.yml
    secrets: inherit
    needs: build
    environment:
      name: production
`

test('events, permissions, jobs and steps carry their place', () => {
  const workflow = read(CI)

  expect(workflow.kind).toBe('workflow')
  expect(workflow.events.map(({ name, line, column }) => [name, line, column])).toEqual([
    ['pull_request_target', 3, 3],
    ['push', 5, 3],
  ])
  expect(workflow.permissions).toMatchObject({ all: null, line: 6, column: 1 })
  expect(workflow.permissions?.scopes.map((pair) => [pair.name.value, pair.value.value])).toEqual([
    ['contents', 'read'],
    ['id-token', 'write'],
  ])
  const [build, call] = workflow.jobs
  expect(build).toMatchObject({
    id: 'build',
    line: 12,
    column: 3,
    permissions: { all: 'write-all', line: 15 },
  })
  expect(build?.runsOn.map((label) => label.value)).toEqual(['self-hosted', 'linux'])
  expect(build?.images[0]).toMatchObject({ value: 'node:20', line: 14 })
  expect(build?.steps[0]?.uses).toMatchObject({ value: 'actions/checkout@v4', line: 17, column: 15 })
  expect(build?.steps[1]).toMatchObject({ line: 20, column: 9, if: { value: "github.actor == 'x'" } })
  expect(call?.secrets).toMatchObject({ inherit: true, line: 29 })
  expect(call?.needs[0]?.value).toBe('build')
  expect(call?.environment?.value).toBe('production')
})

test('an expression in a block scalar is placed on its own line and column', () => {
  const run = read(CI).jobs[0]?.steps[1]?.run

  expect(run?.expressions).toEqual([
    { body: 'github.event.issue.title', line: 24, column: 19, endLine: 24 },
    { body: "'a}}b'", line: 24, column: 52, endLine: 24 },
  ])
})

test('every expression of the file is listed', () => {
  expect(read(CI).expressions.map((expression) => expression.line)).toEqual([10, 19, 24, 24])
})

test('an expression hidden by an escape is still found, at its scalar', () => {
  const workflow = read('on: push\njobs:\n  a:\n    steps:\n      - run: "\\x24{{ github.head_ref }}"\n')

  expect(workflow.jobs[0]?.steps[0]?.run?.expressions).toEqual([
    { body: 'github.head_ref', line: 5, column: 14, endLine: 5 },
  ])
})

test.each([
  ['on: push', ['push']],
  ['on: [push, pull_request]', ['push', 'pull_request']],
  ['"on":\n  workflow_dispatch:', ['workflow_dispatch']],
])('%j has the events %j', (text, events) => {
  expect(read(`${text}\njobs: {}`).events.map((event) => event.name)).toEqual(events)
})

test('the steps of a composite action are a job named runs', () => {
  const action = parseWorkflow(
    'action.yml',
    'name: x\nruns:\n  using: composite\n  steps:\n    - run: echo\n      shell: bash\n',
  )

  expect(action.kind).toBe('action')
  expect(action.jobs).toMatchObject([{ id: 'runs', steps: [{ run: { value: 'echo', line: 5 } }] }])
})

test('an alias stands for its anchor', () => {
  const workflow = read('on: push\njobs:\n  a:\n    steps: &s\n      - run: make all\n  b:\n    steps: *s\n')

  expect(workflow.jobs[1]?.steps[0]?.run?.value).toBe('make all')
})

test.each([
  ['a: &a [*a]', 'CONFIG_INVALID'],
  ['a: 1\na: 2', 'CONFIG_INVALID'],
  ['a: 1\n---\nb: 2', 'CONFIG_INVALID'],
  ['- 1', 'CONFIG_INVALID'],
  ['', 'CONFIG_INVALID'],
  ['a: !!js/function x', 'CONFIG_INVALID'],
  ['a: !x y', 'CONFIG_INVALID'],
  ['? [a]\n: 1', 'CONFIG_INVALID'],
  [`a: ${'['.repeat(20_000)}`, 'LIMIT_EXCEEDED'],
  [`a: ${'['.repeat(2_000)}${']'.repeat(2_000)}`, 'LIMIT_EXCEEDED'],
  [`a: ${'x'.repeat(3_000_000)}`, 'LIMIT_EXCEEDED'],
  [
    `a0: &a0 [1,1,1,1,1,1,1,1,1,1]\n${[1, 2, 3, 4, 5, 6]
      .map(
        (n) =>
          `a${n}: &a${n} [${Array(10)
            .fill(`*a${n - 1}`)
            .join(',')}]`,
      )
      .join('\n')}`,
    'LIMIT_EXCEEDED',
  ],
])('hostile or broken YAML %# is refused', (text, code) => {
  expect(() => read(text)).toThrow(expect.objectContaining({ code }))
})

test('an error names line and column', () => {
  expect(() => read('on: push\njobs: [\n')).toThrow(
    expect.objectContaining({
      place: expect.objectContaining({ file: '.github/workflows/ci.yml', line: 3 }),
    }),
  )
})

test('any text gives a workflow or a typed error', () => {
  const piece = fc.constantFrom(
    'on',
    ':',
    ' ',
    '\n',
    '- ',
    '&a ',
    '*a',
    '|',
    '${{',
    '}}',
    '[',
    '}',
    '"',
    "'",
    '!!',
    '\t',
    'x',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      try {
        read(pieces.join(''))
      } catch (error) {
        expect(error).toBeInstanceOf(SallyportError)
      }
    }),
    { numRuns: 2_000 },
  )
})

test('paths of workflows and actions are told apart', () => {
  expect(isWorkflowPath('.github/workflows/a.yaml')).toBe(true)
  expect(isWorkflowPath('.github/workflows/sub/a.yml')).toBe(false)
  expect(isWorkflowPath('x/.github/workflows/a.yml')).toBe(false)
  expect(isActionPath('a/action.yml')).toBe(true)
  expect(isActionPath('reaction.yml')).toBe(false)
})
