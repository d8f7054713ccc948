/** `--label role=web`, repeated: an agent's labels, or the scope of an approval. */
import { SallyportError } from '../base/errors.ts'
import { type Labels, labels } from '../trust/vocabulary.ts'

/** @throws `USAGE` */
export function parseLabels(given: readonly string[] = []): Labels {
  const pairs = given.map((text) => {
    const equals = text.indexOf('=')
    return equals < 1 ? undefined : ([text.slice(0, equals), text.slice(equals + 1)] as const)
  })
  const names = pairs.map((pair) => pair?.[0])
  const parsed = labels.safeParse(Object.fromEntries(pairs.filter((pair) => pair !== undefined)))
  if (!parsed.success || pairs.includes(undefined) || new Set(names).size !== names.length) {
    throw new SallyportError('USAGE', {
      message: `--label ${given.join(' --label ')} is not a list of labels`,
      help: 'write each once, as --label role=web',
    })
  }
  return parsed.data
}
