/**
 * Facts besides advisories, given by whoever runs the scan and never by the tree: files in the advisories
 * folder. One that is not there is `undefined`; one that is there and cannot be used is an error.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { decodeUtf8 } from '../../../src/base/bytes.ts'
import { sha256Hex } from '../../../src/base/digest.ts'
import { hasSystemCode, SallyportError } from '../../../src/base/errors.ts'

export interface InputFile {
  /** Relative to the folder, with `/`. */
  readonly name: string
  readonly text: string
  /** `sha256:…` */
  readonly digest: string
}

const MAX_INPUT_BYTES = 64 * 1024 * 1024
const MAX_FILES = 1_000

/** @throws `ADVISORIES_INVALID` */
export function readInput(folder: string, name: string): InputFile | undefined {
  try {
    const path = join(folder, name)
    const { size } = statSync(path)
    if (size > MAX_INPUT_BYTES) throw invalidInput(name, `${size} bytes are more than ${MAX_INPUT_BYTES}`)
    const bytes = readFileSync(path)
    return { name, text: decodeUtf8(bytes), digest: `sha256:${sha256Hex(bytes)}` }
  } catch (error) {
    if (hasSystemCode(error, 'ENOENT', 'ENOTDIR')) return undefined
    if (error instanceof SallyportError && error.code === 'ADVISORIES_INVALID') throw error
    throw invalidInput(name, 'it is not readable as UTF-8 text', error)
  }
}

/** The `.json` files of a folder in the folder, sorted. @throws `ADVISORIES_INVALID` */
export function readInputs(folder: string, name: string): InputFile[] {
  const names = listFolder(join(folder, name)).filter((file) => file.endsWith('.json'))
  if (names.length > MAX_FILES) throw invalidInput(name, `it has ${names.length} files`)
  return names
    .sort()
    .map((file) => readInput(folder, `${name}/${file}`))
    .filter((file) => file !== undefined)
}

function listFolder(path: string): string[] {
  try {
    return readdirSync(path)
  } catch (error) {
    if (hasSystemCode(error, 'ENOENT', 'ENOTDIR')) return []
    throw error
  }
}

export function parseInput(file: InputFile): unknown {
  try {
    return JSON.parse(file.text)
  } catch (cause) {
    throw invalidInput(file.name, 'it is not JSON', cause)
  }
}

export function invalidInput(name: string, why: string, cause?: unknown): SallyportError {
  return new SallyportError('ADVISORIES_INVALID', { message: `${name} cannot be read: ${why}`, cause })
}
