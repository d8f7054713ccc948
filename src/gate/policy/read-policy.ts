/** From the text of a policy to a policy, or an error with line, column and the nearest known word. */
import { decodeUtf8 } from '../../base/bytes.ts'
import { findHiddenKey, formatPath, nearest } from '../../base/decode.ts'
import { formatDigest, sha256 } from '../../base/digest.ts'
import { SallyportError } from '../../base/errors.ts'
import { locatePath, parseYamlTree, toPlain, YAML_LIMITS, type YamlTree } from '../../repository/yaml-tree.ts'
import { type LoadedPolicy, MAX_POLICY_BYTES, POLICY_PATH, POLICY_SCANNER } from './loaded-policy.ts'
import { type GatePolicy, gatePolicySchema, POLICY_KEYS } from './schema.ts'

export interface PolicyReading {
  /** Names the file in errors; default {@link POLICY_PATH}. */
  readonly file?: string
  /** The ids of the scanners, where the caller knows them: others are errors. */
  readonly scanners?: readonly string[]
}

/** @throws `POLICY_INVALID` with the place */
export function readPolicy(bytes: Uint8Array, source: string, reading: PolicyReading = {}): LoadedPolicy {
  const file = reading.file ?? POLICY_PATH
  const tree = parseText(bytes, file)
  const plain = toPlain(tree.root)
  const hidden = findHiddenKey(plain)
  if (hidden) throw at(tree, file, hidden, `${formatPath(hidden)}: this key is not known`, undefined)
  const parsed = gatePolicySchema.safeParse(plain)
  if (!parsed.success) throw invalid(tree, file, parsed.error.issues[0]!)
  refuseUnknownScanners(parsed.data, tree, file, reading.scanners)
  return {
    policy: parsed.data,
    source,
    digest: formatDigest(sha256(bytes)),
    suppressionLines: parsed.data.suppressions.map(
      (_, index) => locatePath(tree.root, ['suppressions', index])?.line ?? 1,
    ),
  }
}

function parseText(bytes: Uint8Array, file: string): YamlTree {
  try {
    if (bytes.length > MAX_POLICY_BYTES) {
      throw new SallyportError('LIMIT_EXCEEDED', {
        message: `the policy has ${bytes.length} bytes, more than ${MAX_POLICY_BYTES}`,
      })
    }
    const text = decodeUtf8(bytes).replace(/^\uFEFF/, '')
    return parseYamlTree(text, { source: file, ...YAML_LIMITS })
  } catch (error) {
    if (!(error instanceof SallyportError)) throw error
    throw new SallyportError('POLICY_INVALID', {
      message: error.message,
      place: error.place ?? { file },
      cause: error,
    })
  }
}

interface Issue {
  readonly code?: string
  readonly path: readonly PropertyKey[]
  readonly message: string
  readonly keys?: readonly string[]
  readonly errors?: readonly (readonly Issue[])[]
}

function invalid(tree: YamlTree, file: string, outer: Issue): SallyportError {
  const issue = innermost(outer)
  const key = issue.code === 'unrecognized_keys' ? issue.keys?.[0] : undefined
  const path = key === undefined ? issue.path : [...issue.path, key]
  const near = key === undefined ? undefined : nearest(key, POLICY_KEYS)
  const what = key === undefined ? issue.message : 'this key is not known'
  return at(tree, file, path, `${formatPath(path)}: ${what}`, near)
}

/** Of a union, the alternative that came furthest: its message speaks of what the author meant. */
function innermost(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue
  const alternatives = (issue.errors ?? []).flatMap((errors) => errors.slice(0, 1))
  const deepest = alternatives.reduce<Issue | undefined>(
    (best, next) => (depth(next) > depth(best) ? next : best),
    undefined,
  )
  if (!deepest) return issue
  return innermost({ ...deepest, path: [...issue.path, ...deepest.path] })
}

function depth(issue: Issue | undefined): number {
  if (!issue) return -1
  return issue.path.length + (issue.code === 'unrecognized_keys' ? 1 : 0)
}

function refuseUnknownScanners(
  policy: GatePolicy,
  tree: YamlTree,
  file: string,
  known: readonly string[] | undefined,
): void {
  if (!known) return
  const named: (readonly [string, readonly PropertyKey[]])[] = [
    ...Object.keys(policy.scanners).map((id) => [id, ['scanners', id]] as const),
    ...Object.keys(policy.thresholds)
      .filter((id) => id !== 'default' && id !== POLICY_SCANNER)
      .map((id) => [id, ['thresholds', id]] as const),
    ...policy.require.map((id, index) => [id, ['require', index]] as const),
  ]
  for (const [id, path] of named) {
    if (known.includes(id)) continue
    const message = `${formatPath(path)}: there is no scanner ${JSON.stringify(id)}; there are ${known.join(', ')}`
    throw at(tree, file, path, message, nearest(id, known))
  }
}

function at(
  tree: YamlTree,
  file: string,
  path: readonly PropertyKey[],
  message: string,
  near: string | undefined,
): SallyportError {
  const span = locatePath(tree.root, path)
  return new SallyportError('POLICY_INVALID', {
    message,
    place: { file, line: span?.line ?? 1, column: span?.column ?? 1 },
    help:
      near === undefined
        ? 'see docs/gate-policy.md, or sallyport schema gate-policy'
        : `did you mean "${near}"?`,
  })
}
