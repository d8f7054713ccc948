/**
 * CocoaPods' `Podfile.lock` (https://guides.cocoapods.org/using/using-cocoapods.html#what-is-podfilelock).
 * A subspec (`Texture/Core`) is part of its pod and counts as it. Advisories know no ecosystem of pods:
 * they are listed and not matched.
 */
import type { LockfileContent, LockfileFormat, LockfileText, PackageSource } from '../lockfile.ts'
import { DEFAULT_REGISTRY } from '../lockfile.ts'
import { type ContentBuilder, openDocument, quote } from './content-builder.ts'
import {
  type DocumentMap,
  type DocumentNode,
  elementsOf,
  isWhole,
  memberOf,
  textOf,
  textsOf,
} from './document/node.ts'
import { readYaml } from './document/yaml.ts'

export const podfileLock: LockfileFormat = {
  id: 'Podfile.lock',
  ecosystems: [],
  wants: (path) => path === 'Podfile.lock' || path.endsWith('/Podfile.lock'),
  parse: parsePodfileLock,
}

interface Pod {
  readonly label: string
  readonly requires: readonly string[]
  readonly node: DocumentNode
}

async function parsePodfileLock(file: LockfileText): Promise<LockfileContent> {
  const { root, builder } = openDocument(file, await readYaml(file.text))
  const pods = [...podsOf(builder, root.get('PODS'))]
  const places = new Map<string, number>()
  for (const pod of pods) addPod(builder, root, places, pod)
  for (const { label, requires } of pods) {
    const from = places.get(podName(label))
    for (const required of from === undefined ? [] : requires) {
      builder.connect(from!, places.get(podName(required)))
    }
  }
  for (const asked of textsOf(root.get('DEPENDENCIES'))) builder.connectRoot(places.get(podName(asked)))
  if (root.has('DEPENDENCIES')) builder.markDirect()
  return builder.content()
}

/** `Name (1.0)`, or a map of that to what it requires. */
function* podsOf(builder: ContentBuilder, list: DocumentNode | undefined): Generator<Pod> {
  for (const node of elementsOf(list)) {
    if (!isWhole(node)) continue
    if (typeof node.value === 'string') yield { label: node.value, requires: [], node }
    else if (node.value instanceof Map && node.value.size === 1) {
      for (const [label, requires] of node.value) yield { label, requires: textsOf(requires), node }
    } else builder.problem(node.line, 'a pod is neither a text nor a map of one')
  }
}

function addPod(builder: ContentBuilder, root: DocumentMap, places: Map<string, number>, pod: Pod): void {
  const { line, endLine } = pod.node
  const name = podName(pod.label)
  const [, version] = /\(([^()]+)\)\s*$/.exec(pod.label) ?? []
  if (name === '' || version === undefined) {
    builder.problem(line, `${quote(pod.label)} is not name (version)`)
    return
  }
  const known = places.get(name)
  if (known !== undefined && builder.packages[known]?.version === version) return
  const source = sourceOf(root, name)
  places.set(name, builder.add({ ecosystem: '', name, version, source, scope: 'prod', line, endLine }))
}

/** The pod's own name, without a subspec and what stands in parentheses. */
function podName(label: string): string {
  const [beforeVersion = ''] = label.split('(', 1)
  const [pod = ''] = beforeVersion.split('/', 1)
  return pod.trim()
}

function sourceOf(root: DocumentMap, name: string): PackageSource {
  const external = memberOf(root.get('EXTERNAL SOURCES'), name)
  const path = textOf(external, ':path') ?? textOf(external, ':podspec')
  if (path !== undefined) return { kind: 'path', path }
  const git = textOf(external, ':git')
  if (git === undefined) return DEFAULT_REGISTRY
  const checkout = memberOf(root.get('CHECKOUT OPTIONS'), name)
  return { kind: 'git', url: git, commit: textOf(checkout, ':commit') ?? textOf(external, ':commit') ?? null }
}
