/**
 * Weaknesses in JavaScript and TypeScript: untrusted input that reaches a sink inside one file, and
 * calls and options that are unsafe by themselves. Code is parsed, never run.
 */
import { messageOf, SallyportError } from '../../src/base/errors.ts'
import type { Finding } from '../../src/gate/finding.ts'
import type { FileError, ScanFile, ScanInput, Scanner, ScanOutput } from '../../src/gate/scanner.ts'
import { judgeFile } from './judge.ts'
import { CODE_RULES } from './rule.ts'
import type { ParsePorts } from './syntax.ts'

const CODE = /\.(?:[mc]?js|jsx|[mc]?ts|tsx)$/i
/** Built, bundled or fetched code: its weaknesses are its source's. */
const FOREIGN = /(?:^|\/)(?:node_modules|bower_components|vendor|dist)\/|[.-]min\.[mc]?js$|\.d\.[mc]?ts$/i
/** Larger files are made by machines. */
const MAX_FILE_BYTES = 1024 * 1024

export const codeScanner: Scanner = {
  id: 'code',
  title: 'Code (JavaScript, TypeScript)',
  needs: ['assets', 'stopwatch'],
  perFile: true,
  wants: (path) => CODE.test(path) && !FOREIGN.test(path),
  scan: scanCode,
}

async function scanCode(input: ScanInput): Promise<ScanOutput> {
  const { assets, stopwatch } = input.ports
  if (!assets) return { findings: [], fileErrors: [], incomplete: 'the grammars could not be read' }
  const findings: Finding[] = []
  const fileErrors: FileError[] = []
  for (const file of input.files) {
    input.signal.throwIfAborted()
    try {
      for (const finding of await scanFile(file, { assets, stopwatch })) findings.push(finding)
    } catch (thrown) {
      if (!(thrown instanceof SallyportError)) throw thrown
      fileErrors.push({ path: file.path, code: thrown.code, message: messageOf(thrown) })
    }
  }
  return { findings, fileErrors }
}

async function scanFile(file: ScanFile, ports: ParsePorts): Promise<readonly Finding[]> {
  if (file.size > MAX_FILE_BYTES) {
    throw new SallyportError('LIMIT_EXCEEDED', {
      message: `the file has ${file.size} bytes, more than the ${MAX_FILE_BYTES} of code that are judged`,
    })
  }
  const text = new TextDecoder().decode(await file.read())
  const rules = CODE_RULES.filter(({ literals }) => literals.some((literal) => text.includes(literal)))
  return rules.length === 0 ? [] : judgeFile(file.path, text, rules, ports)
}
