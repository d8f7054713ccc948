/**
 * Builds `dist/`: one self-contained ESM file per entry and the assets they read; the command line is
 * CommonJS and split into `chunks/`, so that a verb parses what it needs and hardly more. The output depends on the
 * sources and the lockfile only, so that CI can build it again and compare.
 *
 * Usage: node tools/build.ts [--metafile FILE] [--out FOLDER]
 */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { isBuiltin } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild'
import { ASSETS } from '../src/platform/assets.ts'
import { assembledCipher } from '../src/tunnel/cipher/assembled.ts'
import { assembledBlake2s } from '../src/tunnel/cipher/assembled-blake2s.ts'
import { emitActionYml } from './action-yml.ts'
import { commonJsOf } from './commonjs.ts'
import { ENTRIES, SPLIT } from './entries.ts'
import { type JoinedChunks, joinChunks } from './join-chunks.ts'
import { installedPath, PLATFORM_FILES, readPlatformFile } from './platform-files.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const out = option('--out')
const dist = out ?? join(root, 'dist')

/** Modules that lie beside the bundles as they are: shared by all of them, and parsed once. */
const BESIDE: Readonly<Record<string, string>> = {
  'web-tree-sitter': 'node_modules/web-tree-sitter/web-tree-sitter.js',
}

/** @param folder of `data/`, seen from the file that imports */
function beside(folder: string): Plugin {
  return {
    name: 'beside',
    setup({ onResolve }) {
      onResolve({ filter: /^[a-z-]+$/ }, ({ path }) => {
        const file = BESIDE[path]
        return file === undefined ? undefined : { path: `${folder}/data/${basename(file)}`, external: true }
      })
    },
  }
}

/** zod brings its messages in fifty languages, none of which is ever asked for. */
const noLocales: Plugin = {
  name: 'no-locales',
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]zod[/\\]v4[/\\]locales[/\\]index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js'",
    }))
  },
}

/** The modules of the cipher and of BLAKE2s are assembled here, and not at each start of the program. */
const assembled: Plugin = {
  name: 'assembled',
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]src[/\\]tunnel[/\\]cipher[/\\]assembled\.ts$/ }, () =>
      asFunction('assembledCipher', assembledCipher()),
    )
    onLoad({ filter: /[/\\]src[/\\]tunnel[/\\]cipher[/\\]assembled-blake2s\.ts$/ }, () =>
      asFunction('assembledBlake2s', assembledBlake2s()),
    )
  },
}

function asFunction(name: string, bytes: Uint8Array): { readonly contents: string } {
  const text = Buffer.from(bytes).toString('base64')
  return {
    contents: `export const ${name} = () =>
  new Uint8Array(Buffer.from('${text}', 'base64'))`,
  }
}

const shared: BuildOptions = {
  absWorkingDir: root,
  outdir: dist,
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  charset: 'ascii',
  legalComments: 'none',
  // Some packages' main is a wrapper that a bundler cannot follow; their module is not.
  mainFields: ['module', 'main'],
  metafile: true,
  write: false,
  logLevel: 'warning',
  // Native parts are found at run time, or done without.
  external: ['pg-native', 'cpu-features', 'bufferutil', 'utf-8-validate'],
  // What the sources call their own place is the bundle's, whichever chunk they came to lie in.
  define: { 'import.meta.url': '__bundleUrl' },
}

/** For chunks that are bundled already: all is as it stands there. */
const verbatim: BuildOptions = {
  platform: 'node',
  target: 'node24',
  format: 'esm',
  charset: 'ascii',
  legalComments: 'none',
  logLevel: 'warning',
}

function bannerOf(bundleUrl: string) {
  return {
    js: [
      `const __bundleUrl = ${bundleUrl}`,
      "const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)",
    ].join('\n'),
  }
}

const whole: BuildOptions = {
  ...shared,
  plugins: [beside('.'), noLocales, assembled],
  banner: bannerOf('import.meta.url'),
}
const split: BuildOptions = {
  ...shared,
  splitting: true,
  outExtension: { '.js': '.cjs' },
  chunkNames: 'chunks/[name]-[hash]',
  plugins: [beside('..'), noLocales, assembled],
}

const metafiles: Record<string, Metafile | JoinedChunks['metafile']> = {}
await mkdir(join(dist, 'data'), { recursive: true })
for (const [name, entry] of Object.entries(ENTRIES)) {
  const isSplit = SPLIT.has(name)
  const result = await build({ ...(isSplit ? split : whole), entryPoints: { [name]: entry } })
  const [chunks, metafile] = [result.outputFiles!, result.metafile!]
  if (isSplit) {
    const main = Object.keys(metafile.outputs).find((path) => basename(path) === `${name}.cjs`)!
    const joined = await joinChunks(chunks, metafile, main, verbatim)
    metafiles[name] = joined.metafile
    for (const { path, text } of joined.files) await replace(path, await commonJsFile(path, text))
  } else {
    metafiles[name] = metafile
    for (const { path, text, contents } of chunks) {
      await replace(path, path.endsWith('.js') ? asciiOnly(builtinsAsObjects(text)) : contents)
    }
  }
}
await removeStaleScripts()
for (const [name, path] of Object.entries(ASSETS))
  await replace(join(dist, 'data', name), await asset(name, path))
for (const path of Object.values(BESIDE))
  await replace(join(dist, 'data', basename(path)), await readFile(join(root, path)))
await replace(join(dist, 'package.json'), '{ "type": "module" }\n')
if (out === undefined) await replace(join(root, 'action.yml'), emitActionYml())
await reportMetafile()

async function asset(name: string, path: string): Promise<Uint8Array> {
  const file = PLATFORM_FILES[name]
  if (file === undefined) return await readFile(join(root, path))
  return readPlatformFile(file, [installedPath(root, file), join(root, 'dist', 'data', name)])
}

async function commonJsFile(path: string, text: string): Promise<string> {
  const bundle = relative(dirname(path), join(dist, 'cli.cjs'))
  const url = `require("node:url").pathToFileURL(require("node:path").join(__dirname, ${JSON.stringify(bundle)})).href`
  return asciiOnly(await commonJsOf(text, url))
}

/**
 * An `import` of one of Node's modules reads every export of it, and some of those load what nobody asked for:
 * node:http the whole of undici, node:crypto its web form, node:util a parser of arguments. Taken as an object,
 * nothing is read but what is used: half of what the start of a verb costs.
 */
function builtinsAsObjects(script: string): string {
  const object = (name: string) => `process.getBuiltinModule("${name}")`
  return script
    .replace(
      /^import (?:\{([^}]*)\}|(?:\* as )?([\w$]+)) from "([^"]+)";$/gm,
      (statement: string, names: string | undefined, whole: string | undefined, from: string) => {
        if (!isBuiltin(from)) return statement
        return `const ${whole ?? `{${names!.replaceAll(/ as /g, ': ')}}`} = ${object(from)};`
      },
    )
    .replace(
      /\bimport\("(node:[a-z_/]+)"\)/g,
      (_expression, from: string) => `Promise.resolve(${object(from)})`,
    )
}

/**
 * A module's source stays in memory as one byte a character or two, and one letter beyond Latin-1 doubles it. What
 * `charset` leaves of them stands in comments.
 */
function asciiOnly(script: string): string {
  return script.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** Renamed into place, so that a program that starts meanwhile finds a whole file. */
async function replace(path: string, contents: Uint8Array | string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const beside = `${path}.${process.pid}.tmp`
  await writeFile(beside, contents)
  await rename(beside, path)
}

async function removeStaleScripts(): Promise<void> {
  const made = new Set(
    Object.values(metafiles).flatMap(({ outputs }) => Object.keys(outputs).map((path) => basename(path))),
  )
  for (const folder of [dist, join(dist, 'chunks')])
    for (const name of await readdir(folder))
      if (/\.c?js$/.test(name) && !made.has(name)) await rm(join(folder, name))
}

function option(name: string): string | undefined {
  const at = process.argv.indexOf(name)
  return at < 0 ? undefined : process.argv[at + 1]
}

async function reportMetafile(): Promise<void> {
  const path = option('--metafile')
  if (path === undefined) return
  await rm(path, { force: true })
  await writeFile(path, JSON.stringify(metafiles))
}
