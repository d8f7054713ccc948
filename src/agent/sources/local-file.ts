/** `--artifact FILE`: a file on this machine, given by the person who runs the agent. */
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { messageOf, SallyportError } from '../../base/errors.ts'
import type { Source } from './source.ts'

export function localFileSource(path: string): Source {
  return {
    kind: 'file',
    label: basename(path),
    async open(offset) {
      try {
        const file = await open(path, 'r')
        if (!(await file.stat()).isFile()) {
          await file.close()
          throw new Error('it is not a regular file')
        }
        const stream = createReadStream('', { fd: file, start: offset, autoClose: true })
        return { offset, bytes: stream, close: () => stream.destroy() }
      } catch (cause) {
        throw new SallyportError('FILE_UNREADABLE', {
          message: `the artifact cannot be read: ${messageOf(cause)}`,
          place: { file: path },
          cause,
        })
      }
    },
  }
}
