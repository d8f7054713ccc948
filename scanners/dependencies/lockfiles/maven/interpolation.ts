/**
 * `${name}` in a POM (https://maven.apache.org/ref/current/maven-model-builder/, "Model Interpolation").
 * What is not in the tree (the environment, settings, the command line, Java's own properties) is left
 * unresolved. Bounded: properties that name each other in circles, or grow without end, are unresolved.
 */
export type PropertyLookup = (name: string) => string | undefined

const MAX_LENGTH = 2048
const MAX_DEPTH = 32

/** `undefined` where any placeholder has no value. */
export function interpolate(text: string, lookup: PropertyLookup): string | undefined {
  return new Interpolation(lookup).resolve(text, 0)
}

/** The first placeholder, for a message; the text itself where there is none. */
export function firstPlaceholder(text: string): string {
  return /\$\{[^}]*\}?/.exec(text)?.[0] ?? text
}

class Interpolation {
  readonly #lookup: PropertyLookup
  /** Each property is resolved once, so that a tree of properties costs no more than their number. */
  readonly #known = new Map<string, string | undefined>()

  constructor(lookup: PropertyLookup) {
    this.#lookup = lookup
  }

  resolve(text: string, depth: number): string | undefined {
    if (!text.includes('${')) return text
    let isWhole = depth <= MAX_DEPTH && text.length <= MAX_LENGTH
    if (!isWhole) return undefined
    const resolved = text.replace(/\$\{([^}]*)\}/g, (_, name: string) => {
      const value = isWhole ? this.#property(name.trim(), depth) : undefined
      if (value === undefined) isWhole = false
      return value ?? ''
    })
    return isWhole && resolved.length <= MAX_LENGTH && !resolved.includes('${') ? resolved : undefined
  }

  #property(name: string, depth: number): string | undefined {
    if (this.#known.has(name)) return this.#known.get(name)
    // Until it is known it has no value: so ends a circle.
    this.#known.set(name, undefined)
    const text = this.#lookup(name)
    const value = text === undefined ? undefined : this.resolve(text, depth + 1)
    this.#known.set(name, value)
    return value
  }
}
