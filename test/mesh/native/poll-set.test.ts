import { afterEach, expect, test } from 'vitest'
import { loadKoffi } from '../../../src/mesh/native/koffi.ts'
import { bindLinux, EFD_NONBLOCK } from '../../../src/mesh/native/linux.ts'
import { PollSet } from '../../../src/mesh/native/poll-set.ts'

const native = loadKoffi()
const why = native.kind === 'absent' ? ` (skipped: ${native.why})` : ''
const open: number[] = []

afterEach(() => {
  if (native.kind === 'absent') return
  for (const fd of open.splice(0)) bindLinux(native.koffi).close(fd)
})

test.skipIf(native.kind === 'absent')(
  `a poll set says which descriptors can be read, and only those${why}`,
  () => {
    if (native.kind === 'absent') return
    const linux = bindLinux(native.koffi)
    // An eventfd can be read as long as its count is not zero.
    const [empty, full, alsoFull] = [0, 1, 2].map((count) => linux.eventfd(count, EFD_NONBLOCK)) as [
      number,
      number,
      number,
    ]
    open.push(empty, full, alsoFull)
    const poll = new PollSet(linux, [empty, full, alsoFull])
    expect([empty, full, alsoFull].map((fd) => poll.isReadable(fd))).toEqual([false, false, false])
    poll.wait(0)
    expect([empty, full, alsoFull].map((fd) => poll.isReadable(fd))).toEqual([false, true, true])
    const bytes = Buffer.alloc(8)
    linux.read(full, Number(native.koffi.address(bytes)), 8)
    poll.wait(0)
    expect([empty, full, alsoFull].map((fd) => poll.isReadable(fd))).toEqual([false, false, true])
  },
)
