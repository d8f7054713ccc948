/**
 * Says when a descriptor of our own can be read, on the main thread's event loop: `uv_poll` of the libuv
 * inside the `node` binary. Of the main thread only, whose loop is `uv_default_loop`.
 */
import { type Koffi, type PinnedBytes, pinBytes } from './koffi.ts'

const UV_POLL = 8
const UV_READABLE = 1
/** A number of each processor's own: glibc has had a name for the call since 2.30 only. */
const SYS_GETTID: Readonly<Record<string, number>> = { x64: 186, arm64: 178 }
/** A closed handle is libuv's until its loop has gone round. */
const KEPT_AFTER_CLOSE_MS = 1_000

interface Uv {
  readonly loop: number
  readonly handleSize: number
  readonly init: (loop: number, handle: number, fd: number) => number
  readonly start: (handle: number, events: number, callback: number) => number
  readonly stop: (handle: number) => number
  readonly close: (handle: number, callback: number) => number
}

let uv: Uv | undefined

/**
 * Calls `onReadable` whenever something can be read, until the answer is called. The descriptor stays the
 * caller's, to be closed after.
 *
 * @throws where the loop cannot be had
 */
export function watchReadable(koffi: Koffi, fd: number, onReadable: () => void): () => void {
  uv ??= bindUv(koffi)
  const { init, start, stop, close, loop, handleSize } = uv
  const handle = pinBytes(koffi, handleSize)
  const callback = koffi.register(
    () => {
      // An exception here would silently end all further calls.
      try {
        onReadable()
      } catch (error) {
        queueMicrotask(() => {
          throw error
        })
      }
    },
    koffi.pointer(callbackKind(koffi)),
  )
  if (init(loop, handle.address, fd) !== 0) throw new Error('uv_poll_init refused the descriptor')
  if (start(handle.address, UV_READABLE, Number(callback)) !== 0) throw new Error('uv_poll_start failed')
  return () => {
    stop(handle.address)
    close(handle.address, 0)
    setTimeout(() => release(koffi, callback, handle), KEPT_AFTER_CLOSE_MS).unref()
  }
}

/** The handle is named so that it lives until here. */
function release(koffi: Koffi, callback: bigint, handle: PinnedBytes): void {
  koffi.unregister(callback)
  handle.bytes.fill(0)
}

let kind: unknown

function callbackKind(koffi: Koffi): unknown {
  kind ??= koffi.proto('void SallyportPollCallback(uintptr_t handle, int status, int events)')
  return kind
}

function bindUv(koffi: Koffi): Uv {
  const library = koffi.load(null)
  // The kernel tells, for `node:worker_threads` is a good deal to load.
  const thread = library.func('int64_t syscall(int64_t number)')(SYS_GETTID[process.arch] ?? -1)
  if (thread !== process.pid) throw new Error('only the main thread has the default loop')
  return {
    loop: library.func('uintptr_t uv_default_loop()')(),
    handleSize: Number(library.func('uint64_t uv_handle_size(int kind)')(UV_POLL)),
    init: library.func('int uv_poll_init(uintptr_t loop, uintptr_t handle, int fd)'),
    start: library.func('int uv_poll_start(uintptr_t handle, int events, uintptr_t callback)'),
    stop: library.func('int uv_poll_stop(uintptr_t handle)'),
    close: library.func('void uv_close(uintptr_t handle, uintptr_t callback)'),
  }
}
