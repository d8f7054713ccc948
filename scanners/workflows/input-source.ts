/**
 * Where a value in a workflow comes from: a stranger (attacker-controlled), a member (someone with
 * rights), or neither. Values are followed through `env:` of step, job and workflow, through outputs
 * of steps and jobs, and through what a script writes to `GITHUB_ENV` and `GITHUB_OUTPUT`.
 */
import type {
  Workflow,
  WorkflowJob,
  WorkflowPair,
  WorkflowStep,
  WorkflowText,
} from '../../src/repository/workflow.ts'
import { findEntry, type YamlNode } from '../../src/repository/yaml-tree.ts'
import contexts from './contexts.json' with { type: 'json' }
import { type ContextReference, referencesOf } from './expression.ts'
import { actionName } from './uses.ts'

export type Control = 'stranger' | 'member'

export interface InputSource {
  readonly control: Control
  /** The value as written: `github.event.issue.title`. */
  readonly name: string
}

/** The place from which a value is asked for: what stands before it is in effect. */
export interface InputScope {
  readonly workflow: Workflow
  readonly job: WorkflowJob
  readonly step?: WorkflowStep
}

const MAX_HOPS = 8
const stranger = contexts.stranger.paths.map((path) => path.split('.'))
const member = contexts.member.paths.map((path) => path.split('.'))

/** The worst source of what reaches the text of an expression. */
export function findInputSource(expression: string, scope: InputScope, hops = 0): InputSource | undefined {
  let found: InputSource | undefined
  if (hops > MAX_HOPS) return undefined
  for (const reference of referencesOf(expression)) {
    const source = resolve(reference, scope, hops)
    if (source?.control === 'stranger') return source
    found ??= source
  }
  return found
}

function resolve(reference: ContextReference, scope: InputScope, hops: number): InputSource | undefined {
  const [root, second, third, fourth] = reference.path
  if (root === 'env' && second) return fromEnv(second, scope, hops)
  if (root === 'inputs') return fromInput(second, scope)
  if (root === 'steps' && third === 'outputs') return fromStep(second, fourth ?? '*', scope, hops)
  if (root === 'needs' && third === 'outputs') return fromJob(second, fourth ?? '*', scope, hops)
  if (root === 'matrix') return fromMatrix(second, scope, hops)
  if (root !== 'github') return undefined
  const name = reference.path.join('.')
  if (second === 'event' && third === 'inputs') return fromInput(fourth, scope)
  if (stranger.some((path) => reaches(reference, path))) return { control: 'stranger', name }
  if (isMergeRef(reference, scope)) return undefined
  return member.some((path) => reaches(reference, path)) ? { control: 'member', name } : undefined
}

/** True where the reference names the path, something below it, or spells out an object above it. */
function reaches({ path, whole }: ContextReference, known: readonly string[]): boolean {
  const shared = Math.min(path.length, known.length)
  for (let index = 0; index < shared; index++) {
    if (path[index] !== known[index] && path[index] !== '*' && known[index] !== '*') return false
  }
  return path.length >= known.length || whole
}

/** In a pull request's own event `github.ref` is `refs/pull/N/merge`. */
function isMergeRef({ path }: ContextReference, { workflow }: InputScope): boolean {
  if (path.length !== 2 || !['ref', 'ref_name'].includes(path[1]!)) return false
  return workflow.events.length > 0 && workflow.events.every(({ name }) => name.startsWith('pull_request'))
}

function fromEnv(name: string, scope: InputScope, hops: number): InputSource | undefined {
  for (const pairs of [scope.step?.env ?? [], scope.job.env, scope.workflow.env]) {
    const pair = pairs.find((candidate) => candidate.name.value.toLowerCase() === name)
    if (pair) return fromText(pair.value, scope, hops)
  }
  for (const step of stepsBefore(scope)) {
    const source = fromScript(step, name, 'GITHUB_ENV', scope, hops)
    if (source) return source
  }
  return undefined
}

/** The worst source of the expressions in a text. */
export function fromText(text: WorkflowText, scope: InputScope, hops = 0): InputSource | undefined {
  let found: InputSource | undefined
  for (const { body } of text.expressions) {
    const source = findInputSource(body, scope, hops + 1)
    if (source?.control === 'stranger') return source
    found ??= source
  }
  return found
}

function fromInput(name: string | undefined, { workflow }: InputScope): InputSource | undefined {
  if (!name) return undefined
  const control = 'member'
  if (workflow.kind === 'action') return { control, name: `inputs.${name}` }
  const kinds = workflow.events
    .map(({ filters }) => inputType(filters, name))
    .filter((kind) => kind !== undefined)
  const safe = kinds.length > 0 && kinds.every((kind) => contexts.safeInputs.includes(kind))
  return safe ? undefined : { control, name: `inputs.${name}` }
}

function inputType(filters: YamlNode | null, name: string): string | undefined {
  const inputs = findEntry(filters, 'inputs')?.value
  if (inputs?.kind !== 'map') return undefined
  const entry = inputs.entries.find(({ key }) => key.text.toLowerCase() === name || name === '*')
  if (!entry) return undefined
  const type = findEntry(entry.value, 'type')?.value
  return type?.kind === 'scalar' ? type.text : 'string'
}

function fromStep(
  id: string | undefined,
  output: string,
  scope: InputScope,
  hops: number,
): InputSource | undefined {
  const step = scope.job.steps.find((candidate) => candidate.id?.value.toLowerCase() === id)
  if (!step) return undefined
  const pattern = (contexts.outputs as Readonly<Record<string, string>>)[actionName(step.uses?.value) ?? '']
  if (pattern && (output === '*' || globMatches(pattern, output))) {
    return { control: 'stranger', name: `steps.${id}.outputs.${output}` }
  }
  if (step.run) return fromScript(step, output, 'GITHUB_OUTPUT', { ...scope, step }, hops)
  return undefined
}

function globMatches(pattern: string, text: string): boolean {
  const [start = '', ...rest] = pattern.split('*')
  if (rest.length === 0) return pattern === text
  const end = rest.pop() ?? ''
  return text.startsWith(start) && text.endsWith(end) && rest.every((part) => text.includes(part))
}

function fromJob(
  id: string | undefined,
  output: string,
  scope: InputScope,
  hops: number,
): InputSource | undefined {
  const job = scope.workflow.jobs.find((candidate) => candidate.id.toLowerCase() === id)
  if (!job) return undefined
  const outputs = findEntry(job.node, 'outputs')?.value
  if (outputs?.kind !== 'map') return undefined
  for (const { key, value } of outputs.entries) {
    if (output !== '*' && key.text.toLowerCase() !== output) continue
    if (value.kind !== 'scalar') continue
    for (const [, body] of value.text.matchAll(/\$\{\{(.{1,500}?)\}\}/gs)) {
      const source = findInputSource(body!.trim(), { workflow: scope.workflow, job }, hops + 1)
      if (source) return source
    }
  }
  return undefined
}

function fromMatrix(name: string | undefined, scope: InputScope, hops: number): InputSource | undefined {
  const matrix = findEntry(findEntry(scope.job.node, 'strategy')?.value, 'matrix')?.value
  if (!name || !matrix) return undefined
  const value = matrix.kind === 'map' ? (findEntry(matrix, name)?.value ?? matrix) : matrix
  const { line, endLine } = value.span
  const inside = scope.workflow.expressions.filter((one) => one.line >= line && one.endLine <= endLine)
  for (const { body } of inside) {
    if (/^matrix\b/.test(body)) continue
    const source = findInputSource(body, scope, hops + 1)
    if (source) return source
  }
  return undefined
}

function stepsBefore({ job, step }: InputScope): readonly WorkflowStep[] {
  const end = step
    ? job.steps.findIndex(({ line, column }) => line === step.line && column === step.column)
    : -1
  return end === -1 ? job.steps : job.steps.slice(0, end)
}

/** What a script writes under a name to one of the runner's files: expressions in it, and variables of its `env`. */
function fromScript(
  step: WorkflowStep,
  name: string,
  file: string,
  scope: InputScope,
  hops: number,
): InputSource | undefined {
  if (!step.run?.value.includes(file) && !/set-output|core\.setOutput/.test(step.run?.value ?? ''))
    return undefined
  const inner = { ...scope, step }
  for (const line of step.run!.value.split('\n', 500)) {
    const written = /["'\s]([A-Za-z_][\w-]*)(?:=|<<)(.*)$/.exec(` ${line}`)
    if (!written || (name !== '*' && written[1]!.toLowerCase() !== name)) continue
    for (const [, body] of written[2]!.matchAll(/\$\{\{(.{1,500}?)\}\}/g)) {
      const source = findInputSource(body!.trim(), inner, hops + 1)
      if (source) return source
    }
    const source = fromVariables(written[2]!, step.env, inner, hops)
    if (source) return source
  }
  return undefined
}

function fromVariables(
  text: string,
  env: readonly WorkflowPair[],
  scope: InputScope,
  hops: number,
): InputSource | undefined {
  for (const [, variable] of text.matchAll(/\$\{?([A-Za-z_]\w*)/g)) {
    const pair = env.find(({ name }) => name.value === variable)
    const source = pair && fromText(pair.value, scope, hops)
    if (source) return source
  }
  return undefined
}
