/** Rows of unsigned 32-bit numbers, outside of the heap: what many small objects say, at four bytes a field. */
export class PackedRows {
  readonly #width: number
  #cells: Uint32Array
  #count = 0

  /** @param width how many numbers a row has */
  constructor(width: number) {
    this.#width = width
    this.#cells = new Uint32Array(width * FIRST_ROWS)
  }

  get length(): number {
    return this.#count
  }

  /** Adds a row of zeros. @returns its position */
  add(): number {
    if ((this.#count + 1) * this.#width > this.#cells.length) {
      const grown = new Uint32Array(this.#cells.length * 2)
      grown.set(this.#cells)
      this.#cells = grown
    }
    return this.#count++
  }

  get(row: number, column: number): number {
    return this.#cells[row * this.#width + column]!
  }

  set(row: number, column: number, value: number): void {
    this.#cells[row * this.#width + column] = value
  }
}

const FIRST_ROWS = 64
