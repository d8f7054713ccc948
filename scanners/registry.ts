/** Every scanner, in the order of reports. A scanner is loaded when a verb runs it. */
import type { Scanner } from '../src/gate/scanner.ts'

export const SCANNERS: Readonly<Record<string, () => Promise<Scanner>>> = {
  dependencies: async () => (await import('./dependencies/scanner.ts')).dependenciesScanner,
  workflows: async () => (await import('./workflows/scanner.ts')).workflowsScanner,
  secrets: async () => (await import('./secrets/scanner.ts')).secretsScanner,
  code: async () => (await import('./code/scanner.ts')).codeScanner,
  compliance: async () => (await import('./compliance/scanner.ts')).complianceScanner,
}

export const SCANNER_IDS: readonly string[] = Object.keys(SCANNERS)
