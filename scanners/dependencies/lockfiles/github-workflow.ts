/**
 * What a GitHub workflow or an action's `action.yml` uses: actions, reusable workflows, images. A commit
 * is told by the release that the comment behind it names (`@8ade135… # v4.1.7`), as the tools that
 * pin and update write it; it is the author's word.
 */
import type { WorkflowText } from '../../../src/repository/workflow.ts'
import { isActionPath, isWorkflowPath } from '../../../src/repository/workflow-path.ts'
import type { LockfileContent, LockfileFormat, LockfileText } from '../lockfile.ts'
import { ROOT } from '../lockfile.ts'
import { actionPackage, parseActionReference, releaseOf } from './actions/action-package.ts'
import { imagePackage } from './actions/image-package.ts'
import { Graph } from './graph.ts'

export const githubWorkflow: LockfileFormat = {
  id: 'github-workflow',
  ecosystems: ['GitHub Actions'],
  wants: (path) => isWorkflowPath(path) || isActionPath(path),
  parse: parseGithubWorkflow,
}

async function parseGithubWorkflow(file: LockfileText): Promise<LockfileContent> {
  const { parseWorkflow } = await import('../../../src/repository/workflow.ts')
  const workflow = parseWorkflow(file.path, file.text)
  const lines = file.text.split('\n')
  const graph = new Graph()
  for (const job of workflow.jobs) {
    for (const uses of [job.uses, ...job.steps.map((step) => step.uses)]) {
      if (uses && uses.expressions.length === 0) addUses(graph, uses, lines)
    }
    for (const image of job.images) if (image.expressions.length === 0) addImage(graph, image.value, image)
  }
  return graph.content({ rootsKnown: true, edgesKnown: false })
}

function addUses(graph: Graph, uses: WorkflowText, lines: readonly string[]): void {
  if (uses.value.startsWith('docker://')) {
    addImage(graph, uses.value.slice('docker://'.length), uses)
    return
  }
  const reference = parseActionReference(uses.value)
  if (!reference) return
  const comment = /\s#\s*(?:tag\s*[=:]\s*)?(\S+)/.exec(lines[uses.endLine - 1] ?? '')?.[1]
  const release = comment === undefined ? undefined : releaseOf(comment)
  graph.connect(ROOT, graph.add(actionPackage(reference, release, undefined, uses)), 'build')
}

function addImage(graph: Graph, image: string, place: WorkflowText): void {
  const draft = imagePackage(image, place)
  if (draft) graph.connect(ROOT, graph.add(draft), 'build')
}
