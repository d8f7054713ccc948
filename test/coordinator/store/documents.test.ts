/** Documents: read by id or group, changed by compare-and-swap, forgotten in time. */
import { expect } from 'vitest'
import type { Timestamp } from '../../../src/base/time.ts'
import { collection } from '../../../src/coordinator/store/documents.ts'
import { describeBothStores } from './both-stores.ts'

const votes = collection<{ readonly by: string }>('vote')
const at = (ms: number) => ms as Timestamp

describeBothStores(({ it, open }) => {
  it('a document is inserted once, and listed with its group in order of creation', async () => {
    const store = await open()
    const inserted = await store.write('votes', async (tx) => [
      await votes.insert(tx, { id: 'b', group: 'x', value: { by: 'bob' }, now: at(1) }),
      await votes.insert(tx, { id: 'a', group: 'x', value: { by: 'ann' }, now: at(2) }),
      await votes.insert(tx, { id: 'c', group: 'y', value: { by: 'eve' }, now: at(3) }),
      await votes.insert(tx, { id: 'a', group: 'y', value: { by: 'again' }, now: at(4) }),
    ])
    expect(inserted).toEqual([true, true, true, false])
    const listed = await store.read((tx) => votes.list(tx, 'x'))
    expect(listed.map(({ id, value }) => [id, value.by])).toEqual([
      ['b', 'bob'],
      ['a', 'ann'],
    ])
    expect(await store.read((tx) => votes.list(tx))).toHaveLength(3)
  })

  it('a change is seen by who comes after it, and one on an old revision is none', async () => {
    const store = await open()
    await store.write('vote', (tx) => votes.insert(tx, { id: 'a', value: { by: 'ann' }, now: at(1) }))
    const old = await store.read((tx) => tx.documents.find('vote', 'a'))
    const changed = await store.write('change', (tx) => votes.change(tx, 'a', () => ({ by: 'bob' })))
    const stale = await store.write('stale', (tx) =>
      tx.documents.replace({ ...old!, revision: 2, body: '{}' }, old!.revision),
    )
    expect([changed, stale]).toEqual([true, false])
    expect((await store.read((tx) => votes.find(tx, 'a')))?.value).toEqual({ by: 'bob' })
  })

  it('a change that declines, or of what is not there, is none', async () => {
    const store = await open()
    await store.write('vote', (tx) => votes.insert(tx, { id: 'a', value: { by: 'ann' }, now: at(1) }))
    expect(await store.write('change', (tx) => votes.change(tx, 'a', () => undefined))).toBe(false)
    expect(await store.write('change', (tx) => votes.change(tx, 'b', (value) => value))).toBe(false)
  })

  it('what expired is forgotten, what never expires stays', async () => {
    const store = await open()
    await store.write('votes', async (tx) => {
      await votes.insert(tx, { id: 'old', value: { by: 'ann' }, now: at(1), expiresAt: at(10) })
      await votes.insert(tx, { id: 'due', value: { by: 'ann' }, now: at(1), expiresAt: at(20) })
      await votes.insert(tx, { id: 'kept', value: { by: 'ann' }, now: at(1) })
      await tx.documents.prune(at(20))
    })
    const left = await store.read((tx) => votes.list(tx))
    expect(left.map(({ id }) => id)).toEqual(['due', 'kept'])
    expect(await store.write('clear', (tx) => tx.documents.clear('vote'))).toBe(2)
  })
})
