/**
 * Maven's version requirements
 * (https://maven.apache.org/pom.html#dependency-version-requirement-specification). A plain version is
 * what a direct dependency gets; of a range only a repository can tell.
 */
export type Requirement =
  | { readonly kind: 'version'; readonly version: string }
  /** `lowest` is the least version that the range holds, where it says so. */
  | { readonly kind: 'range'; readonly lowest: string | undefined }

export function parseRequirement(text: string): Requirement {
  if (/^(?:LATEST|RELEASE)$/.test(text)) return { kind: 'range', lowest: undefined }
  if (!/^[[(]/.test(text)) return { kind: 'version', version: text }
  const [, exact] = /^\[\s*([^,[\]()\s]+)\s*\]$/.exec(text) ?? []
  if (exact !== undefined) return { kind: 'version', version: exact }
  const [, lowest] = /^\[\s*([^,[\]()\s]+)\s*,/.exec(text) ?? []
  return { kind: 'range', lowest }
}
