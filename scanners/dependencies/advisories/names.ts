/** How each ecosystem tells that two names are one package. Go's `/v2` is part of the name: another module. */
import { ecosystemBase } from '../versions/ecosystems.ts'

const NORMAL_FORMS: ReadonlyMap<string, (name: string) => string> = new Map([
  // https://packaging.python.org/en/latest/specifications/name-normalization
  ['PyPI', (name: string) => name.toLowerCase().replace(/[-_.]+/g, '-')],
  ['NuGet', (name: string) => name.toLowerCase()],
  ['Packagist', (name: string) => name.toLowerCase()],
  ['GitHub Actions', (name: string) => name.toLowerCase()],
  ['Hex', (name: string) => name.toLowerCase()],
  ['SwiftURL', normalRepository],
  ['GIT', normalRepository],
])

export function normalName(ecosystem: string, name: string): string {
  return NORMAL_FORMS.get(ecosystemBase(ecosystem))?.(name) ?? name
}

/** Under which advisories are looked up: the ecosystem without its suffix, and the normal name. */
export function packageKey(ecosystem: string, name: string): string {
  return `${ecosystemBase(ecosystem)}\n${normalName(ecosystem, name)}`
}

/** A suffix (`Debian:12`) must be the same on both sides where both have one. */
export function sameEcosystem(a: string, b: string): boolean {
  return a === b || (ecosystemBase(a) === ecosystemBase(b) && (!a.includes(':') || !b.includes(':')))
}

/** An address of a repository without what varies: scheme, user, case, `.git`, ssh's colon. */
function normalRepository(name: string): string {
  return name
    .toLowerCase()
    .replace(/^(github|gitlab):/, '$1.com/')
    .replace(/^[a-z+]+:\/\//, '')
    .replace(/^[^@/]+@/, '')
    .replace(/^([^/:]+):(?!\d)/, '$1/')
    .replace(/\.git$/, '')
    .replace(/\/$/, '')
}
