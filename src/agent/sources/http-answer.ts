/** What `https` and `runner` have in common: a GET with `Range`, and what its answer means. */
import type { IncomingMessage } from 'node:http'
import { SallyportError } from '../../base/errors.ts'
import type { OpenSource } from './source.ts'

export function requestHeaders(offset: number): Record<string, string> {
  const headers = { accept: 'application/octet-stream', 'accept-encoding': 'identity' }
  return offset > 0 ? { ...headers, range: `bytes=${offset}-` } : headers
}

/** @throws `HTTP_FAILED` for a status that is neither 200 nor 206, or a range that was not asked for */
export function openAnswer(answer: IncomingMessage, offset: number, label: string): OpenSource {
  const close = (): void => void answer.destroy()
  if (answer.statusCode === 200) return { offset: 0, bytes: answer, close }
  const range = /^bytes (\d+)-\d+\/(?:\d+|\*)$/.exec(answer.headers['content-range'] ?? '')
  if (answer.statusCode === 206 && Number(range?.[1]) === offset) return { offset, bytes: answer, close }
  close()
  throw new SallyportError('HTTP_FAILED', {
    message: `${label} answered with ${answer.statusCode ?? 'no status'} to a request from byte ${offset}`,
  })
}
