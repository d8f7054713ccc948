import { expect, test } from 'vitest'
import { dockerfile } from '../../../../scanners/dependencies/lockfiles/dockerfile.ts'
import { errorsOf, readText } from './reading.ts'

test('arguments that repeat others are bounded', async () => {
  const repeats = 'ARG A=$A$A$A$A$A$A$A$A\n'.repeat(100)
  const reading = await readText(dockerfile, `ARG A=aaaaaaaa\n${repeats}FROM $A\n`)
  expect(errorsOf(reading)).toEqual(['102 LOCKFILE_UNRESOLVED "$A" needs the value of a build argument'])
})

const HEAD = `ARG VERSION=1.27
ARG EMPTY=
ARG OPEN
ARG IMAGE="nginx:$VERSION" OTHER=nginx:$OPEN TARGET=build-\${OPEN:-"linux"}
FROM debian:12 AS build-linux
FROM debian:11 AS build-windows
`

test.each<[string, string[], number]>([
  // Docker removes quotes, also those of a default.
  ['FROM "nginx:${VERSION}" AS web', ['nginx 1.27'], 0],
  ['FROM build-${OPEN:-"linux"}', [], 0],
  ['FROM nginx:${OPEN:-1.0}', ['nginx 1.0'], 0],
  ['FROM nginx:1${VERSION:+-alpine}', ['nginx 1-alpine'], 0],
  ['FROM nginx:1${EMPTY:+-alpine}', ['nginx 1'], 0],
  ['FROM $IMAGE', ['nginx 1.27'], 0],
  ['FROM $OTHER', [], 1],
  ['FROM $TARGET', [], 0],
  // A stage of every system that is built for.
  ['FROM build-$TARGETOS', [], 0],
  ['FROM build-${TARGETOS}${OPEN:+-debug}', [], 0],
  ['COPY --from=build-$TARGETOS /a /b', [], 0],
  // No stage fits, or anything does.
  ['FROM run-$TARGETOS', [], 1],
  ['FROM $OPEN', [], 1],
  ['FROM build-linux:$OPEN', [], 1],
  ['FROM nginx:1${OPEN:+-alpine}', [], 1],
])('%s', async (line, images, unresolved) => {
  const reading = await readText(dockerfile, `${HEAD}${line}\n`)
  const rest = reading.packages.filter((one) => one.line > 6)
  expect(rest.map(({ name, version }) => `${name.replace(/^.*\//, '')} ${version}`)).toEqual(images)
  expect(errorsOf(reading)).toHaveLength(unresolved)
  expect(reading.errors.every(({ code }) => code === 'LOCKFILE_UNRESOLVED')).toBe(true)
})
