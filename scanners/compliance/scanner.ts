/**
 * Compliance: checks of a list of controls that a checkout and the other scanners' results can answer.
 * Each answer is pass, fail, not applicable or not determined; only a fail is a finding, all of them
 * are reported. An answer supports a requirement; it proves no compliance.
 */
import * as z from 'zod'
import { decode } from '../../src/base/decode.ts'
import { messageOf, SallyportError } from '../../src/base/errors.ts'
import { type Finding, SEVERITIES } from '../../src/gate/finding.ts'
import { POLICY_PATH } from '../../src/gate/policy/loaded-policy.ts'
import type {
  ControlAnswer,
  FileError,
  ScanFile,
  ScanInput,
  Scanner,
  ScanOutput,
} from '../../src/gate/scanner.ts'
import type { Outcome } from './answer.ts'
import { checkCodeOwners, checkFile, checkSecurityPolicy, isDocument } from './checks/documents.ts'
import { checkAdvisories, checkFindings } from './checks/findings.ts'
import { checkSuppressions, checkThresholds } from './checks/gate-policy.ts'
import { checkLockfiles, declaringManifests, isManifest } from './checks/lockfiles.ts'
import type { Evidence } from './evidence.ts'
import { COMPLIANCE_RULES, type ComplianceRule } from './rule.ts'

/** `scanners.compliance.settings` of the gate policy. */
const settingsSchema = z.strictObject({
  /** The least severe advisory that fails check 13; what blocks of the dependencies where it is not given. */
  'advisory-threshold': z.enum(SEVERITIES).optional(),
})

/** A policy, a manifest or a list of owners is written by people. */
const MAX_TEXT_BYTES = 2 * 1024 * 1024

export const complianceScanner: Scanner = {
  id: 'compliance',
  title: 'Compliance checks',
  after: ['workflows', 'dependencies', 'secrets', 'code'],
  wants: (path) => path === POLICY_PATH || isDocument(path) || isManifest(path),
  scan: scanCompliance,
}

async function scanCompliance(input: ScanInput): Promise<ScanOutput> {
  const settings = decode(settingsSchema, input.settings ?? {}, {
    source: 'scanners.compliance.settings',
    code: 'POLICY_INVALID',
    knownKeys: ['advisory-threshold'],
  })
  const fileErrors: FileError[] = []
  const texts = await readTexts(input, fileErrors)
  const evidence: Evidence = {
    paths: input.paths,
    texts,
    results: input.results,
    now: input.now,
    advisoryThreshold: settings['advisory-threshold'],
  }
  const outcomes = COMPLIANCE_RULES.map((rule) => ({ rule, outcome: ask(rule, evidence) }))
  const controls = outcomes.map(({ rule, outcome }) => toAnswer(rule, outcome))
  const findings = outcomes.flatMap(({ rule, outcome }) => toFinding(rule, outcome))
  return { findings, fileErrors, controls }
}

async function readTexts(
  input: ScanInput,
  fileErrors: FileError[],
): Promise<Map<string, string | undefined>> {
  const texts = new Map<string, string | undefined>()
  for (const file of input.files) {
    input.signal.throwIfAborted()
    try {
      texts.set(file.path, await readText(file))
    } catch (thrown) {
      if (!(thrown instanceof SallyportError)) throw thrown
      texts.set(file.path, undefined)
      fileErrors.push({ path: file.path, code: thrown.code, message: messageOf(thrown) })
    }
  }
  return texts
}

async function readText(file: ScanFile): Promise<string> {
  if (file.size > MAX_TEXT_BYTES) {
    throw new SallyportError('LIMIT_EXCEEDED', {
      message: `the file has ${file.size} bytes, more than the ${MAX_TEXT_BYTES} that are judged`,
    })
  }
  return new TextDecoder().decode(await file.read())
}

function ask({ question }: ComplianceRule, evidence: Evidence): Outcome {
  switch (question.kind) {
    case 'no-findings':
      return checkFindings(question, evidence)
    case 'advisories':
      return checkAdvisories(question, evidence, declaringManifests(evidence).length > 0)
    case 'lockfiles':
      return checkLockfiles(evidence)
    case 'thresholds':
      return checkThresholds(evidence)
    case 'suppressions':
      return checkSuppressions(evidence)
    case 'security-policy':
      return checkSecurityPolicy(evidence)
    case 'code-owners':
      return checkCodeOwners(evidence)
    case 'file':
      return checkFile(question, evidence)
  }
}

function toAnswer(rule: ComplianceRule, { answer, reason }: Outcome): ControlAnswer {
  const { id, number, title, osps, supports } = rule
  return { check: id, number, title, osps, supports, answer, reason }
}

function toFinding(rule: ComplianceRule, outcome: Outcome): readonly Finding[] {
  if (outcome.answer !== 'fail') return []
  const line = outcome.line ?? 1
  const ids = [...rule.osps.map((id) => `OSPS-${id}`), ...rule.supports]
  return [
    {
      rule: rule.id,
      severity: rule.severity,
      confidence: rule.confidence,
      title: rule.title,
      message: `Check ${rule.number} fails: ${outcome.reason}. ${rule.message} It supports ${ids.join(', ')}.`,
      path: outcome.path ?? POLICY_PATH,
      line,
      column: 1,
      endLine: line,
      package: null,
      advisory: null,
      identity: [],
      link: rule.link,
    },
  ]
}
