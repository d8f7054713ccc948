/** The orders that a test gives to its processes, over Node's channel between parent and child. */
export type Handlers = Readonly<Record<string, (argument: never) => unknown>>

export interface Order {
  readonly id: number
  readonly name: string
  readonly argument: unknown
}

export interface Answer {
  readonly id: number
  readonly result?: unknown
  readonly error?: string
}

/** Obeys until the parent is gone. */
export function obey(handlers: Handlers): void {
  process.on('disconnect', () => process.exit(0))
  process.on('message', (order: Order) => {
    answer(handlers, order).then((reply) => process.send?.(reply))
  })
  process.send?.({ id: 0 })
}

async function answer(handlers: Handlers, { id, name, argument }: Order): Promise<Answer> {
  try {
    const handler = handlers[name] as ((argument: unknown) => unknown) | undefined
    if (handler === undefined) throw new Error(`no such order: ${name}`)
    return { id, result: await handler(argument) }
  } catch (error) {
    return { id, error: String(error) }
  }
}
