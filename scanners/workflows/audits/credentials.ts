/** Credentials that stand in the workflow, or that checkout leaves where an artifact takes them along. */
import type { WorkflowJob, WorkflowPlace, WorkflowStep } from '../../../src/repository/workflow.ts'
import { findEntry, type YamlNode } from '../../../src/repository/yaml-tree.ts'
import type { AuditSubject, Report } from '../audit.ts'
import { actionName } from '../uses.ts'

export function* auditCredentials({ workflow }: AuditSubject): Iterable<Report> {
  for (const job of workflow.jobs) {
    yield* auditContainers(job)
    yield* auditPersisted(job)
  }
}

function* auditContainers(job: WorkflowJob): Iterable<Report> {
  const services = findEntry(job.node, 'services')?.value
  const holders: (YamlNode | undefined)[] = [
    findEntry(job.node, 'container')?.value,
    ...(services?.kind === 'map' ? services.entries.map(({ value }) => value) : []),
  ]
  for (const holder of holders) {
    const password = findEntry(findEntry(holder, 'credentials')?.value, 'password')?.value
    if (password?.kind !== 'scalar' || password.text === '' || password.text.includes('${{')) continue
    const { line, column, endLine } = password.span
    const place: WorkflowPlace = { line, column, endLine }
    yield { rule: 'container-password', place, values: { job: job.id }, identity: [job.id] }
  }
}

/** The whole workspace, where `.git/config` lies. */
const WORKSPACE = /^\s*(?:\.\/?|\*\*(?:\/\*)?|\.\/\*\*(?:\/\*)?|\$\{\{\s*github\.workspace\s*\}\}\/?)\s*$/m

function* auditPersisted(job: WorkflowJob): Iterable<Report> {
  const checkout = job.steps.find(leavesToken)
  const upload = job.steps.find(uploadsWorkspace)
  if (!checkout?.uses || !upload) return
  yield { rule: 'persisted-credentials', place: checkout.uses, values: { job: job.id }, identity: [job.id] }
}

function leavesToken(step: WorkflowStep): boolean {
  if (actionName(step.uses?.value) !== 'actions/checkout') return false
  return !step.with.some(({ name, value }) => name.value === 'persist-credentials' && value.value === 'false')
}

function uploadsWorkspace(step: WorkflowStep): boolean {
  if (actionName(step.uses?.value) !== 'actions/upload-artifact') return false
  return step.with.some(({ name, value }) => name.value === 'path' && WORKSPACE.test(value.value))
}
