/** Writes docs/openapi.json from the route table; a test fails while the two differ. */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { makeOpenApi } from '../src/api/openapi.ts'

const path = fileURLToPath(new URL('../docs/openapi.json', import.meta.url))
writeFileSync(path, JSON.stringify(makeOpenApi()))
execFileSync('npx', ['biome', 'format', '--write', path])
