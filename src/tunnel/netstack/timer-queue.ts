/**
 * Deadlines of many connections, a binary heap with one entry for each owner. Lazy: an entry may be
 * earlier than its owner's deadline and moves when it comes up, so that pushing a deadline back,
 * which every acknowledgment does, costs nothing.
 */
export interface TimerOwner {
  /** When to be called; infinite for never. */
  deadline: number
  /** Where its entry stands, -1 for none; written by the queue alone. */
  timerIndex: number
}

export class TimerQueue<T extends TimerOwner> {
  readonly #times: number[] = []
  readonly #owners: T[] = []

  get size(): number {
    return this.#times.length
  }

  /** Tells the queue that `owner.deadline` has changed. */
  update(owner: T): void {
    const at = owner.timerIndex
    if (at < 0) {
      if (owner.deadline === Number.POSITIVE_INFINITY) return
      this.#siftUp(this.#times.length, owner.deadline, owner)
    } else if (owner.deadline < this.#times[at]!) {
      this.#siftUp(at, owner.deadline, owner)
    }
  }

  remove(owner: T): void {
    const at = owner.timerIndex
    if (at < 0) return
    owner.timerIndex = -1
    const time = this.#times.pop()!
    const last = this.#owners.pop()!
    if (last === owner) return
    if (at > 0 && time < this.#times[(at - 1) >>> 1]!) this.#siftUp(at, time, last)
    else this.#siftDown(at, time, last)
  }

  /** The earliest entry; may be early, never late. */
  next(): number | undefined {
    return this.#times[0]
  }

  /** Takes one owner whose deadline has come. Its deadline is then to be set anew and told. */
  takeDue(now: number): T | undefined {
    while (this.#times.length > 0 && this.#times[0]! <= now) {
      const owner = this.#owners[0]!
      this.remove(owner)
      if (owner.deadline <= now) return owner
      this.update(owner)
    }
    return undefined
  }

  #siftUp(start: number, time: number, owner: T): void {
    let at = start
    while (at > 0) {
      const parent = (at - 1) >>> 1
      if (this.#times[parent]! <= time) break
      this.#put(at, this.#times[parent]!, this.#owners[parent]!)
      at = parent
    }
    this.#put(at, time, owner)
  }

  #siftDown(start: number, time: number, owner: T): void {
    const count = this.#times.length
    let at = start
    for (;;) {
      let child = at * 2 + 1
      if (child >= count) break
      if (child + 1 < count && this.#times[child + 1]! < this.#times[child]!) child++
      if (this.#times[child]! >= time) break
      this.#put(at, this.#times[child]!, this.#owners[child]!)
      at = child
    }
    this.#put(at, time, owner)
  }

  #put(at: number, time: number, owner: T): void {
    this.#times[at] = time
    this.#owners[at] = owner
    owner.timerIndex = at
  }
}
