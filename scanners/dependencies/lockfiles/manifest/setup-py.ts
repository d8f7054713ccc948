/**
 * `setup.py` is a program, and is not run: its string literals that are requirements with a version are what it
 * asks for, wherever they stand. A requirement that is put together at run time is not seen.
 */
import type { LockfileContent, LockfileFormat, LockfileText } from '../../lockfile.ts'
import { eachLine } from '../../text/each-line.ts'
import { ContentBuilder } from '../content-builder.ts'
import { firstNamedVersion, parseRequirement } from '../python/requirement.ts'

export const setupPy: LockfileFormat = {
  id: 'setup.py',
  ecosystems: ['PyPI'],
  wants: () => false,
  parse: parseSetupPy,
}

/** A literal on one line, or a comment up to the line's end. */
const LITERAL = /'([^'\\\n]*)'|"([^"\\\n]*)"|#.*/g
const MAX_LITERAL = 300

function parseSetupPy(file: LockfileText): LockfileContent {
  const builder = new ContentBuilder()
  for (const { text, number: line } of eachLine(file.text)) {
    for (const [, single, double] of text.matchAll(LITERAL)) {
      const literal = (single ?? double ?? '').trim()
      if (literal.length > MAX_LITERAL || !/[=~]=|[<>]=/.test(literal)) continue
      const requirement = parseRequirement(literal)
      const version = requirement && firstNamedVersion(requirement)
      // `==%s` and `=={}` get their version when the program runs.
      if (version && /^\w/.test(version) && !/[%{}$]/.test(version))
        builder.add({ ecosystem: 'PyPI', name: requirement.name, version, line, direct: true })
    }
  }
  return builder.content()
}
