/** What is used of the engine's WebAssembly, which neither the language's nor Node's declarations describe. */

export interface WasmMemoryObject {
  readonly buffer: ArrayBuffer
  /** Makes it larger by so many pages; the old buffer is detached. @throws RangeError where there is no room */
  grow(pages: number): number
}

interface Engine {
  validate(bytes: Uint8Array<ArrayBuffer>): boolean
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object
  readonly Memory: new (limits: { readonly initial: number }) => WasmMemoryObject
  readonly Instance: new (module: object, imports: object) => { readonly exports: object }
}

export const WASM_PAGE = 65_536

export const { WebAssembly: engine } = globalThis as unknown as { readonly WebAssembly: Engine }
