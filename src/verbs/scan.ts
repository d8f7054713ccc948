/** `sallyport scan`: what the scanners say about a folder, without a verdict. */
import { EXIT, type ExitCode } from '../base/exit-codes.ts'
import { emitScanJson } from '../gate/reports/json.ts'
import { plainLine } from '../gate/reports/sanitise.ts'
import { renderScanText } from '../gate/reports/text.ts'
import { type FolderScan, folderArgument, type JudgingOptions, scanFolder } from './judging.ts'
import { pathOption } from './path-option.ts'
import type { Call, Verb } from './verb.ts'

export const scan: Verb = {
  name: 'scan',
  summary: 'Scan a folder and list the findings.',
  details:
    'Findings do not change the exit code: that is the gate. 11 says that a scanner or a file was not read wholly, 3 that no scanner found a file that it reads.',
  positionals: [{ name: 'PATH', doc: 'The folder to scan.' }],
  options: ['scanner', 'advisories', 'offline'],
  examples: ['sallyport scan .', 'sallyport scan . --json --scanner secrets --scanner workflows'],
  async run(call: Call): Promise<ExitCode> {
    const { options, ports } = call
    const judging: JudgingOptions = {
      folder: await folderArgument(call.positionals[0]!, ports),
      offline: options.offline === true,
      ...pathOption('advisories', options.advisories, ports),
      ...(options.scanner === undefined ? {} : { scanners: options.scanner }),
    }
    const found = await scanFolder(judging, ports)
    for (const { path, message } of found.problems) ports.stderr(`unread ${plainLine(path)}: ${message}\n`)
    ports.stderr(renderScanText(found.report, ports.style))
    if (options.json) for (const piece of emitScanJson(found.report)) await ports.stdout(piece)
    return exitOf(found)
  },
}

function exitOf({ report, problems }: FolderScan): ExitCode {
  const unread = report.scanners.some(({ status }) => status === 'partial' || status === 'failed')
  if (unread || problems.length > 0) return EXIT.undecided
  return report.scanners.every((scanner) => scanner.files === 0) ? EXIT.nothingToScan : EXIT.ok
}
