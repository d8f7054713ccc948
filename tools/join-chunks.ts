/**
 * The files of the command line: chunks of the bundler, those together that `chunk-groups` puts together. In its file
 * a chunk is a namespace, by its own name.
 */
import { createHash } from 'node:crypto'
import { basename, dirname, join, relative } from 'node:path'
import { type BuildOptions, build, type Metafile, type OutputFile, type Plugin } from 'esbuild'
import { groupChunks } from './chunk-groups.ts'

export interface JoinedFile {
  readonly path: string
  readonly text: string
}

/** What {@link Metafile} says of a file, but that several of its chunks may be asked for by themselves. */
export interface JoinedOutput extends Omit<Metafile['outputs'][string], 'entryPoint'> {
  readonly entryPoints: readonly string[]
}

export interface JoinedChunks {
  readonly files: readonly JoinedFile[]
  readonly metafile: Pick<Metafile, 'inputs'> & { readonly outputs: Readonly<Record<string, JoinedOutput>> }
}

/**
 * @param chunks as ESM, of a build with `splitting`
 * @param metafile of the same build
 * @param main path of the chunk that is the program, as `metafile` has it
 * @returns ESM; what is in another file is imported from `FILE#CHUNK`, which is an object that the file exports
 */
export async function joinChunks(
  chunks: readonly OutputFile[],
  { inputs, outputs }: Metafile,
  main: string,
  options: BuildOptions,
): Promise<JoinedChunks> {
  const texts = new Map(chunks.map(({ path, text }) => [basename(path), text]))
  const folder = dirname(chunks.find(({ path }) => basename(path) === basename(main))!.path)
  const files = filesOf(outputs, basename(main))
  const places = new Map(files.flatMap(({ path, members }) => members.map((name) => [name, path] as const)))
  const made = files.map(async (file) => ({
    path: join(folder, file.path),
    text: await joined(file, texts, places, { ...options, absWorkingDir: folder }),
  }))
  const described = files.map((file) => [
    join(dirname(main), file.path),
    describe(file, outputs, places, dirname(main)),
  ])
  return { files: await Promise.all(made), metafile: { inputs, outputs: Object.fromEntries(described) } }
}

interface FileOfChunks {
  /** From the folder of the program. */
  readonly path: string
  /** Chunks by the names of their files. */
  readonly members: readonly string[]
}

function filesOf(outputs: Metafile['outputs'], main: string): FileOfChunks[] {
  const chunks = Object.entries(outputs).map(([path, { bytes, imports, inputs }]) => ({
    name: basename(path),
    bytes,
    imports: imports
      .filter(({ kind, external }) => kind === 'import-statement' && !external)
      .map((each) => basename(each.path)),
    rooms: Object.keys(inputs).map(roomOf),
  }))
  const asked = Object.entries(outputs).filter(([, { entryPoint }]) => entryPoint !== undefined)
  const starts = asked.map(([path]) => basename(path)).filter((name) => name !== main)
  return groupChunks(chunks, [main, ...starts]).map((members) =>
    // The program runs when all that it needs is there.
    members.includes(main)
      ? { path: main, members: [...members.filter((name) => name !== main), main] }
      : { path: `chunks/${nameOf(members)}`, members },
  )
}

/** `src/mesh`, `scanners`, `node_modules/zod`. */
function roomOf(source: string): string {
  const path = source.slice(Math.max(0, source.lastIndexOf('node_modules/')))
  return path.startsWith('scanners/') ? 'scanners' : path.split('/').slice(0, 2).join('/')
}

/** Of its one chunk, or of all of them: another name as soon as one of them is another. */
function nameOf(members: readonly string[]): string {
  const [first, ...others] = members
  if (others.length === 0) return first!
  const hash = createHash('sha256').update(members.join('\n')).digest('hex').slice(0, 8).toUpperCase()
  const named = members.filter((name) => !name.startsWith('chunk-'))
  return `${named.length === 1 ? named[0]!.replace(/-[^-]*$/, '') : 'chunk'}-${hash}.cjs`
}

async function joined(
  { path, members }: FileOfChunks,
  texts: ReadonlyMap<string, string>,
  places: ReadonlyMap<string, string>,
  options: BuildOptions,
): Promise<string> {
  const contents = members
    .map((name) => `export * as ${namespaceOf(name)} from ${JSON.stringify(`./${name}`)}`)
    .join('\n')
  const linked = (chunk: string): string => {
    const file = relative(dirname(path), places.get(chunk)!)
    return `${file.startsWith('.') ? file : `./${file}`}#${namespaceOf(chunk)}`
  }
  const plugins = [chunksOf(texts, new Set(members), linked)]
  const stdin = { contents, resolveDir: options.absWorkingDir! }
  const { outputFiles } = await build({ ...options, stdin, bundle: true, write: false, plugins })
  return outputFiles[0]!.text
}

function namespaceOf(chunk: string): string {
  return basename(chunk, '.cjs').replace(/\W/g, '_')
}

/** Chunks of the same file are read; all else stays outside, and so does what is imported later. */
function chunksOf(
  texts: ReadonlyMap<string, string>,
  members: ReadonlySet<string>,
  linked: (chunk: string) => string,
): Plugin {
  return {
    name: 'chunks',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /./ }, ({ path, kind }) => {
        const name = basename(path)
        if (!path.startsWith('.') || !texts.has(name)) return { path, external: true }
        if (kind === 'import-statement' && members.has(name)) return { path: name, namespace: 'chunk' }
        return { path: linked(name), external: true }
      })
      onLoad({ filter: /./, namespace: 'chunk' }, ({ path }) => ({ contents: texts.get(path)! }))
    },
  }
}

function describe(
  { path, members }: FileOfChunks,
  outputs: Metafile['outputs'],
  places: ReadonlyMap<string, string>,
  folder: string,
): JoinedOutput {
  const chunks = Object.entries(outputs)
    .filter(([chunk]) => members.includes(basename(chunk)))
    .map(([, output]) => output)
  const imports = chunks
    .flatMap((chunk) => chunk.imports)
    .map((each) => (each.external ? each : { ...each, path: join(folder, places.get(basename(each.path))!) }))
  return {
    bytes: chunks.reduce((sum, { bytes }) => sum + bytes, 0),
    inputs: Object.assign({}, ...chunks.map(({ inputs }) => inputs)),
    imports: imports.filter((each) => each.path !== join(folder, path)),
    exports: members.map(namespaceOf),
    entryPoints: chunks.flatMap(({ entryPoint }) => entryPoint ?? []),
  }
}
