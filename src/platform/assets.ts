/**
 * Files that come with the program (grammars, WASM): beside the bundle in `data/`, or, when run from
 * the sources, where the package that ships them was installed.
 */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const MAX_ASSET_BYTES = 32 * 1024 * 1024

/** Base name → path from the repository's root; `tools/build.ts` copies exactly these. */
export const ASSETS: Readonly<Record<string, string>> = {
  'web-tree-sitter.wasm': 'node_modules/web-tree-sitter/web-tree-sitter.wasm',
  'tree-sitter-javascript.wasm': 'node_modules/tree-sitter-javascript/tree-sitter-javascript.wasm',
  'tree-sitter-typescript.wasm': 'node_modules/tree-sitter-typescript/tree-sitter-typescript.wasm',
  'tree-sitter-tsx.wasm': 'node_modules/tree-sitter-typescript/tree-sitter-tsx.wasm',
  'libsodium.mjs': 'node_modules/libsodium/dist/modules-esm/libsodium.mjs',
  // Every build has both; beside the sources lies the one of the machine's own platform.
  'koffi-linux-x64.node': 'node_modules/@koromix/koffi-linux-x64/linux_x64/koffi.node',
  'koffi-linux-arm64.node': 'node_modules/@koromix/koffi-linux-arm64/linux_arm64/koffi.node',
}

/** An absolute path; the file exists in every build. */
export function assetPath(name: string): string {
  const installed = ASSETS[name]
  if (installed === undefined) throw new Error(`no asset is named ${name}: list it in ASSETS`)
  const bundled = fileURLToPath(new URL(`./data/${name}`, import.meta.url))
  return existsSync(bundled) ? bundled : fileURLToPath(new URL(`../../${installed}`, import.meta.url))
}

export const systemAssets = {
  /** What reads files is loaded with the first: `node:fs/promises` takes a megabyte, and most scans read no asset. */
  async read(name: string): Promise<Uint8Array> {
    const { readFileBounded } = await import('./files.ts')
    return await readFileBounded(assetPath(name), MAX_ASSET_BYTES)
  },
}
