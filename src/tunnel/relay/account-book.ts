/**
 * What each account has sent through this relay. An account is one lease of one node, named by the coordinator, so
 * that a new login, a renewed grant or another connection begins nothing anew. Bounded: the account unused for
 * longest is forgotten.
 */

const MAX_ACCOUNTS = 65_536

export class AccountBook {
  readonly #spent = new Map<string, number>()

  /** @returns false where the bytes do not fit into the quota, and then the account counts as used up */
  spend(account: string, bytes: number, quota: number): boolean {
    const spent = this.#spent.get(account) ?? 0
    const isWithin = spent + bytes <= quota
    // Written anew, so that the map's order is that of last use.
    this.#spent.delete(account)
    this.#spent.set(account, isWithin ? spent + bytes : quota)
    if (this.#spent.size > MAX_ACCOUNTS) this.#spent.delete(this.#spent.keys().next().value!)
    return isWithin
  }

  isUsedUp(account: string, quota: number): boolean {
    return (this.#spent.get(account) ?? 0) >= quota
  }
}
