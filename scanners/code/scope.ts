/** Variables of a function, and what was checked on the way. */
import { joinValues, UNKNOWN, type Value } from './value.ts'

export class Scope {
  readonly #values = new Map<string, Value>()
  readonly #parent: Scope | undefined
  /** Expressions, as written, that a check has made harmless. */
  readonly #checked = new Set<string>()
  /** True where a branch may or may not be taken, so that an assignment adds to what was known. */
  conditional = 0

  constructor(parent?: Scope) {
    this.#parent = parent
  }

  find(name: string): Value | undefined {
    return this.#values.get(name) ?? this.#parent?.find(name)
  }

  declare(name: string, value: Value): void {
    this.#values.set(name, value)
  }

  assign(name: string, value: Value): void {
    const owner = this.#owner(name) ?? this
    const certain = owner === this && this.conditional === 0
    const before = owner.#values.get(name)
    owner.#values.set(name, certain || !before ? value : joinValues([value, before]))
  }

  check(expression: string): void {
    this.#checked.add(expression)
  }

  uncheck(expression: string): void {
    this.#checked.delete(expression)
  }

  isChecked(expression: string): boolean {
    return this.#checked.has(expression) || (this.#parent?.isChecked(expression) ?? false)
  }

  #owner(name: string): Scope | undefined {
    if (this.#values.has(name)) return this
    return this.#parent ? this.#parent.#owner(name) : undefined
  }
}

/** A name that nothing declares is the platform's, or another file's. */
export function lookUp(scope: Scope, name: string): Value {
  return scope.find(name) ?? (name === 'undefined' ? UNKNOWN : { name })
}
