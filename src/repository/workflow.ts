/**
 * The positioned model of a GitHub workflow (`.github/workflows/*.yml`) and of an action
 * (`action.yml`): what a rule asks about, each with line and column. It reads what is there and never
 * refuses a workflow for a key it does not know: GitHub's schema grows, a gate must not go blind.
 *
 * Invariant: everything that GitHub would run (`run`, `uses`, `with`, `env`, `if`) is in the model,
 * also where it stands in a place that GitHub would refuse.
 */
import { SallyportError } from '../base/errors.ts'
import { readText, type WorkflowExpression, type WorkflowText } from './workflow-expression.ts'
import {
  findEntry,
  parseYamlTree,
  YAML_LIMITS,
  type YamlEntry,
  type YamlNode,
  type YamlScalar,
  type YamlTree,
} from './yaml-tree.ts'

export type { WorkflowExpression, WorkflowText } from './workflow-expression.ts'

export interface WorkflowPlace {
  readonly line: number
  readonly column: number
  readonly endLine: number
}

/** `key: value` of `env`, `with`, `secrets`, `outputs`; a value that is no scalar is its source text. */
export interface WorkflowPair {
  readonly name: WorkflowText
  readonly value: WorkflowText
}

export interface WorkflowEvent extends WorkflowPlace {
  readonly name: string
  /** Filters (`types`, `branches`, `inputs`, …) where the event is written as a map. */
  readonly filters: YamlNode | null
}

/** `permissions:` as one word (`read-all`, `write-all`) or per scope; `{}` has no scopes. */
export interface WorkflowPermissions extends WorkflowPlace {
  readonly all: 'read-all' | 'write-all' | null
  readonly scopes: readonly WorkflowPair[]
}

export interface WorkflowStep extends WorkflowPlace {
  readonly id: WorkflowText | null
  readonly name: WorkflowText | null
  readonly if: WorkflowText | null
  readonly uses: WorkflowText | null
  readonly run: WorkflowText | null
  readonly shell: WorkflowText | null
  readonly workingDirectory: WorkflowText | null
  readonly with: readonly WorkflowPair[]
  readonly env: readonly WorkflowPair[]
}

export interface WorkflowJob extends WorkflowPlace {
  readonly id: string
  readonly name: WorkflowText | null
  readonly if: WorkflowText | null
  readonly needs: readonly WorkflowText[]
  /** Labels; an expression counts as one label. */
  readonly runsOn: readonly WorkflowText[]
  readonly permissions: WorkflowPermissions | null
  readonly environment: WorkflowText | null
  readonly env: readonly WorkflowPair[]
  /** A called workflow. */
  readonly uses: WorkflowText | null
  readonly with: readonly WorkflowPair[]
  /** `inherit`, or the secrets passed by name. */
  readonly secrets:
    | (WorkflowPlace & { readonly inherit: boolean; readonly pairs: readonly WorkflowPair[] })
    | null
  /** Images of `container` and `services`. */
  readonly images: readonly WorkflowText[]
  readonly steps: readonly WorkflowStep[]
  readonly node: YamlNode
}

export interface Workflow {
  readonly kind: 'workflow' | 'action'
  readonly path: string
  readonly name: WorkflowText | null
  readonly events: readonly WorkflowEvent[]
  readonly permissions: WorkflowPermissions | null
  readonly env: readonly WorkflowPair[]
  /** An action has one job, named `runs`, with its composite steps. */
  readonly jobs: readonly WorkflowJob[]
  /** Every `${{ … }}` of the file, keys and values, in order. */
  readonly expressions: readonly WorkflowExpression[]
  /** The whole document, for a rule that asks what the model does not hold. */
  readonly tree: YamlTree
}

/** @throws `CONFIG_INVALID` with the place, `LIMIT_EXCEEDED` */
export function parseWorkflow(path: string, text: string): Workflow {
  const tree = parseYamlTree(text, { source: path, ...YAML_LIMITS })
  const { root } = tree
  if (root?.kind !== 'map') {
    throw new SallyportError('CONFIG_INVALID', {
      message: 'the workflow is not a map of keys',
      place: { file: path, line: root?.span.line ?? 1, column: root?.span.column ?? 1 },
    })
  }
  const reader = new WorkflowReader(tree)
  const runs = findEntry(root, 'runs')
  const isAction = runs !== undefined && findEntry(root, 'jobs') === undefined
  return {
    kind: isAction ? 'action' : 'workflow',
    path,
    name: reader.text(root, 'name'),
    events: reader.events(findEntry(root, 'on')),
    permissions: reader.permissions(findEntry(root, 'permissions')),
    env: reader.pairs(root, 'env'),
    jobs: isAction ? [reader.job(runs)] : reader.jobs(findEntry(root, 'jobs')?.value),
    expressions: reader.allExpressions(root),
    tree,
  }
}

class WorkflowReader {
  readonly #tree: YamlTree

  constructor(tree: YamlTree) {
    this.#tree = tree
  }

  events(entry: YamlEntry | undefined): WorkflowEvent[] {
    if (!entry) return []
    const { value } = entry
    if (value.kind === 'map') {
      return value.entries.map(({ key, value: filters }) => ({
        name: key.text,
        ...place(key),
        filters: filters.kind === 'scalar' && filters.value === null ? null : filters,
      }))
    }
    return this.#scalars(value).map((scalar) => ({ name: scalar.text, ...place(scalar), filters: null }))
  }

  permissions(entry: YamlEntry | undefined): WorkflowPermissions | null {
    if (!entry) return null
    const { value } = entry
    const word = value.kind === 'scalar' ? value.text : null
    return {
      ...place(entry.key),
      all: word === 'read-all' || word === 'write-all' ? word : null,
      scopes: this.#pairsOf(value),
    }
  }

  jobs(node: YamlNode | undefined): WorkflowJob[] {
    return node?.kind === 'map' ? node.entries.map((entry) => this.job(entry)) : []
  }

  job(entry: YamlEntry): WorkflowJob {
    const node = entry.value
    return {
      id: entry.key.text,
      ...place(entry.key),
      name: this.text(node, 'name'),
      if: this.text(node, 'if'),
      needs: this.#texts(findEntry(node, 'needs')?.value),
      runsOn: this.#runsOn(findEntry(node, 'runs-on')?.value),
      permissions: this.permissions(findEntry(node, 'permissions')),
      environment: this.#nameOrText(findEntry(node, 'environment')?.value, 'name'),
      env: this.pairs(node, 'env'),
      uses: this.text(node, 'uses'),
      with: this.pairs(node, 'with'),
      secrets: this.#secrets(findEntry(node, 'secrets')),
      images: this.#images(node),
      steps: this.#steps(findEntry(node, 'steps')?.value),
      node,
    }
  }

  text(node: YamlNode | undefined, key: string): WorkflowText | null {
    const value = findEntry(node, key)?.value
    return value?.kind === 'scalar' ? readText(value, this.#tree) : null
  }

  pairs(node: YamlNode, key: string): WorkflowPair[] {
    return this.#pairsOf(findEntry(node, key)?.value)
  }

  allExpressions(root: YamlNode): WorkflowExpression[] {
    const found: WorkflowExpression[] = []
    const seen = new Set<YamlNode>()
    const walk = (node: YamlNode): void => {
      if (seen.has(node)) return
      seen.add(node)
      if (node.kind === 'scalar') found.push(...readText(node, this.#tree).expressions)
      else if (node.kind === 'list') for (const item of node.items) walk(item)
      else {
        for (const { key, value } of node.entries) {
          walk(key)
          walk(value)
        }
      }
    }
    walk(root)
    return found
  }

  #steps(node: YamlNode | undefined): WorkflowStep[] {
    if (node?.kind !== 'list') return []
    return node.items.map((item) => ({
      ...place(item),
      id: this.text(item, 'id'),
      name: this.text(item, 'name'),
      if: this.text(item, 'if'),
      uses: this.text(item, 'uses'),
      run: this.text(item, 'run'),
      shell: this.text(item, 'shell'),
      workingDirectory: this.text(item, 'working-directory'),
      with: this.pairs(item, 'with'),
      env: this.pairs(item, 'env'),
    }))
  }

  #runsOn(node: YamlNode | undefined): WorkflowText[] {
    return node?.kind === 'map' ? this.#texts(findEntry(node, 'labels')?.value) : this.#texts(node)
  }

  #secrets(entry: YamlEntry | undefined): WorkflowJob['secrets'] {
    if (!entry) return null
    const inherit = entry.value.kind === 'scalar' && entry.value.text === 'inherit'
    return { ...place(entry.key), inherit, pairs: this.#pairsOf(entry.value) }
  }

  #images(node: YamlNode): WorkflowText[] {
    const services = findEntry(node, 'services')?.value
    const holders = [
      findEntry(node, 'container')?.value,
      ...(services?.kind === 'map' ? services.entries.map((entry) => entry.value) : []),
    ]
    return holders
      .map((holder) => this.#nameOrText(holder, 'image'))
      .filter((image): image is WorkflowText => image !== null)
  }

  #nameOrText(node: YamlNode | undefined, key: string): WorkflowText | null {
    if (node?.kind === 'scalar') return readText(node, this.#tree)
    return this.text(node, key)
  }

  #pairsOf(node: YamlNode | undefined): WorkflowPair[] {
    if (node?.kind !== 'map') return []
    return node.entries.map(({ key, value }) => ({
      name: readText(key, this.#tree),
      value: readText(value.kind === 'scalar' ? value : this.#asText(value), this.#tree),
    }))
  }

  #asText(node: YamlNode): YamlScalar {
    const text = this.#tree.text.slice(node.span.start, node.span.end)
    return { kind: 'scalar', value: text, text, span: node.span }
  }

  #texts(node: YamlNode | undefined): WorkflowText[] {
    return this.#scalars(node).map((scalar) => readText(scalar, this.#tree))
  }

  #scalars(node: YamlNode | undefined): YamlScalar[] {
    if (node?.kind === 'scalar') return node.value === null ? [] : [node]
    if (node?.kind !== 'list') return []
    return node.items.filter((item): item is YamlScalar => item.kind === 'scalar')
  }
}

function place(node: YamlNode): WorkflowPlace {
  const { line, column, endLine } = node.span
  return { line, column, endLine }
}
