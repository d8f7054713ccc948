/**
 * GitHub's lockfile of actions, `.github/workflows/actions.lock` (a preview: versions `v0.0.1` and
 * `v0.0.2`). `dependencies` maps `owner/repository@ref` to its commit, the `ref` or `tag` that the commit
 * has, and what it `uses` itself; `workflows` says who asks for what.
 */
import type { LockfileContent, LockfileFormat, LockfileText } from '../lockfile.ts'
import { ROOT } from '../lockfile.ts'
import { actionPackage, parseActionReference, releaseOf } from './actions/action-package.ts'
import { type DocumentNode, isWhole, memberOf, membersOf, textOf, textsOf } from './document/node.ts'
import { readYaml } from './document/yaml.ts'
import { Graph } from './graph.ts'

export const actionsLock: LockfileFormat = {
  id: 'actions.lock',
  ecosystems: ['GitHub Actions'],
  wants: (path) => path === '.github/workflows/actions.lock',
  parse: parseActionsLock,
}

async function parseActionsLock(file: LockfileText): Promise<LockfileContent> {
  const { root, problems } = await readYaml(file.text)
  const graph = new Graph()
  graph.problems(problems)
  const version = textOf(root, 'version')
  if (version !== undefined && !/^v0\.0\.[12]$/.test(version)) {
    graph.problem(memberOf(root, 'version')?.line, `version ${version} is not known`, 'LOCKFILE_UNSUPPORTED')
  }
  const dependencies = memberOf(root, 'dependencies')
  const byReference = new Map<string, number>()
  for (const [key, node] of membersOf(dependencies)) {
    const draft = isWhole(node) ? draftOf(key, node) : undefined
    if (draft) byReference.set(normal(key), graph.add(draft))
    else if (isWhole(node)) graph.problem(node.line, `${JSON.stringify(key.slice(0, 200))} is no reference`)
  }
  const connect = (from: number, list: DocumentNode | undefined) => {
    for (const reference of textsOf(list)) {
      const to = byReference.get(normal(reference))
      if (to !== undefined) graph.connect(from, to, from === ROOT ? 'build' : 'prod')
    }
  }
  for (const [, list] of membersOf(memberOf(root, 'workflows'))) connect(ROOT, list)
  for (const [key, node] of membersOf(dependencies)) {
    const from = byReference.get(normal(key))
    if (from !== undefined) connect(from, memberOf(node, 'uses'))
  }
  return graph.content({ rootsKnown: true, edgesKnown: true })
}

function draftOf(key: string, node: DocumentNode) {
  const reference = parseActionReference(withoutDigest(key))
  if (!reference) return undefined
  const commit = /^(?:sha1|sha256)-([0-9a-f]{40,64})$/.exec(textOf(node, 'commit') ?? '')?.[1]
  const release = releaseOf(textOf(node, 'ref') ?? textOf(node, 'tag') ?? '')
  return actionPackage(reference, release, commit, node)
}

/** The first preview wrote the commit behind the reference. */
function withoutDigest(reference: string): string {
  return reference.replace(/:sha(?:1|256)-[0-9a-f]+$/, '')
}

/** Names of repositories know no case, refs do. */
function normal(reference: string): string {
  const bare = withoutDigest(reference)
  const at = bare.lastIndexOf('@')
  return at === -1 ? bare.toLowerCase() : bare.slice(0, at).toLowerCase() + bare.slice(at)
}
