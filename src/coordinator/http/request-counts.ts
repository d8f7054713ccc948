/** How many requests each route answered, with which status, and how long that took, for /metrics. */
export interface RequestCounts {
  count(route: string, status: number, seconds: number): void
  list(): readonly RouteCount[]
}

export interface RouteCount {
  readonly route: string
  readonly status: number
  readonly count: number
  readonly seconds: number
}

/** Routes are the table's names and statuses are few, so the map is bounded. */
export function createRequestCounts(): RequestCounts {
  const counts = new Map<string, RouteCount>()
  return {
    count(route, status, seconds) {
      const key = `${route} ${status}`
      const before = counts.get(key) ?? { route, status, count: 0, seconds: 0 }
      counts.set(key, { ...before, count: before.count + 1, seconds: before.seconds + seconds })
    },
    list: () => [...counts.values()],
  }
}
