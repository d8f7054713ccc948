/** Scripts that run what they fetch, or that believe a name. */
import type { AuditSubject, Report } from '../audit.ts'
import { placeOfLine } from '../script-line.ts'

const FETCH_AND_RUN =
  /\b(?:curl|wget)\b[^\n|;&]{0,400}\|\s{0,4}(?:sudo\s+(?:-\S+\s+){0,3})?(?:ba|z|da|k)?sh\b|\b(?:ba|z)?sh\s+(?:-c\s+"?\$\(|<\()\s{0,4}(?:curl|wget)\b|\biwr\b[^\n|]{0,400}\|\s{0,4}iex\b/
const BOT_NAME = /\bgithub\.(?:actor|triggering_actor)\s*==\s*'[^']*\[bot\]'/

export function* auditScripts({ workflow }: AuditSubject): Iterable<Report> {
  const privileged = workflow.events.some(
    ({ name }) => name === 'pull_request_target' || name === 'workflow_run',
  )
  for (const job of workflow.jobs) {
    for (const step of job.steps) {
      const command = FETCH_AND_RUN.exec(step.run?.value ?? '')?.[0]
      if (step.run && command) {
        const place = placeOfLine(step.run, command, workflow)
        yield { rule: 'fetch-and-run', place, values: { command }, identity: [job.id, command] }
      }
    }
    for (const condition of [job.if, ...job.steps.map((step) => step.if)]) {
      if (!privileged || !condition || !BOT_NAME.test(condition.value)) continue
      yield { rule: 'spoofable-bot-check', place: condition, values: {}, identity: [job.id, condition.value] }
    }
  }
}
