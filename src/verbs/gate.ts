/** `sallyport gate`: passed, failed or undecided, with reasons. */
import { resolve } from 'node:path'
import { SallyportError } from '../base/errors.ts'
import { EXIT, type ExitCode } from '../base/exit-codes.ts'
import { MAX_POLICY_BYTES } from '../gate/policy/loaded-policy.ts'
import type { GateReport } from '../gate/report.ts'
import { emitGateJson } from '../gate/reports/json.ts'
import { renderMarkdown } from '../gate/reports/markdown.ts'
import { emitSarif } from '../gate/reports/sarif.ts'
import { renderGateText } from '../gate/reports/text.ts'
import { readFileBounded, writeFileAtomic } from '../platform/files.ts'
import { folderArgument, gateFolder, type JudgingOptions } from './judging.ts'
import { pathOption } from './path-option.ts'
import type { Call, Ports, Verb } from './verb.ts'
import { VERSION } from './version.ts'

export const gate: Verb = {
  name: 'gate',
  summary: 'Judge a change: passed, failed or undecided.',
  details:
    'Runs every scanner and judges by the gate policy (.sallyport/policy.yml). With --base, the policy is read from that revision, never from the change, and only what the change brings blocks. Undecided (exit 11) is said whenever a scanner could not finish; it never counts as passed.',
  positionals: [{ name: 'PATH', doc: 'The folder to judge.' }],
  options: ['base', 'policy', 'advisories', 'offline', 'sarif', 'summary'],
  examples: [
    'sallyport gate . --base origin/main',
    'sallyport gate . --advisories advisories --offline --json --sarif sallyport.sarif',
  ],
  async run(call: Call): Promise<ExitCode> {
    const { options, ports } = call
    const judging: JudgingOptions = {
      folder: await folderArgument(call.positionals[0]!, ports),
      offline: options.offline === true,
      ...pathOption('advisories', options.advisories, ports),
      ...(options.base === undefined ? {} : { base: options.base }),
      ...(await policyOption(options.policy, ports)),
    }
    const report = await gateFolder(judging, ports)
    await writeReports(report, call)
    ports.stderr(renderGateText(report, ports.style))
    if (options.json) ports.stdout(emitGateJson(report, { version: VERSION }))
    return exitOfVerdict(report)
  },
}

/** 3 is said only where nothing else is to be said. */
export function exitOfVerdict({ verdict, reasons }: GateReport): ExitCode {
  if (verdict === 'undecided') return EXIT.undecided
  if (verdict === 'failed') return EXIT.failed
  return reasons.some((reason) => reason.code === 'nothing-to-scan') ? EXIT.nothingToScan : EXIT.ok
}

async function policyOption(path: string | undefined, ports: Ports): Promise<Pick<JudgingOptions, 'policy'>> {
  if (path === undefined) return {}
  if (ports.env['GITHUB_ACTIONS'] === 'true') {
    throw new SallyportError('USAGE', {
      message: '--policy is refused under GitHub Actions: the policy of a change is read from its base',
      help: 'commit it as .sallyport/policy.yml on the base branch',
    })
  }
  const bytes = await readFileBounded(resolve(ports.cwd, path), MAX_POLICY_BYTES)
  return { policy: { bytes, source: 'file', file: path } }
}

async function writeReports(report: GateReport, { options, ports }: Call): Promise<void> {
  if (options.sarif !== undefined) {
    await writeFileAtomic(resolve(ports.cwd, options.sarif), emitSarif(report, { version: VERSION }))
  }
  if (options.summary !== undefined) {
    await writeFileAtomic(resolve(ports.cwd, options.summary), renderMarkdown(report))
  }
}
