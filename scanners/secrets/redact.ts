/** How a secret is shown: its first characters, enough to find it, never enough to use it. */
const SHOWN = 4

export function redact(secret: string): string {
  const shown = Math.min(SHOWN, Math.floor(secret.length / 5))
  const start = secret
    .trimStart()
    .slice(0, shown)
    .replaceAll(/[^\x21-\x7e]/g, '?')
  return `${start}… (${secret.length} characters)`
}
