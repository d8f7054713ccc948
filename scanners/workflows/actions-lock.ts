/**
 * GitHub's lockfile of actions, `.github/workflows/actions.lock`: per workflow the references it
 * locks, and for each the commit. Where a workflow and its reference stand in it with a full commit,
 * GitHub runs that commit whatever the tag says, so a tag is as good as a pin.
 */
import { parseYamlTree, toPlain, YAML_LIMITS } from '../../src/repository/yaml-tree.ts'

export const ACTIONS_LOCK_PATH = '.github/workflows/actions.lock'

/** Answers whether a workflow's `owner/repository@ref` is locked to a commit. */
export type ActionsLock = (workflow: string, owner: string, repository: string, ref: string) => boolean

export const noActionsLock: ActionsLock = () => false

const COMMIT = /^(?:sha1-[0-9a-f]{40}|sha256-[0-9a-f]{64})$/

/** @throws `CONFIG_INVALID`, `LIMIT_EXCEEDED` for a file that is no YAML; a missing part locks nothing. */
export function parseActionsLock(text: string): ActionsLock {
  const document = toPlain(parseYamlTree(text, { source: ACTIONS_LOCK_PATH, ...YAML_LIMITS }).root)
  const workflows = recordOf(recordOf(document)['workflows'])
  const dependencies = recordOf(recordOf(document)['dependencies'])
  const committed = new Set(
    Object.entries(dependencies)
      .filter(([, entry]) => COMMIT.test(String(recordOf(entry)['commit'])))
      .map(([key]) => normalize(key)),
  )
  return (workflow, owner, repository, ref) => {
    const key = normalize(`${owner}/${repository}@${ref}`)
    const listed = workflows[workflow]
    return committed.has(key) && Array.isArray(listed) && listed.some((one) => normalize(String(one)) === key)
  }
}

/** Names of repositories know no case, refs do. */
function normalize(reference: string): string {
  const at = reference.lastIndexOf('@')
  return at === -1 ? reference.toLowerCase() : reference.slice(0, at).toLowerCase() + reference.slice(at)
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}
