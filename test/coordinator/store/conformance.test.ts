/** What a store promises (`store/contract.ts`), of both: one suite. */
import { expect } from 'vitest'
import type { Timestamp } from '../../../src/base/time.ts'
import { freeName } from '../../../src/coordinator/nodes/node-name.ts'
import { openStore } from '../../../src/coordinator/store/store-location.ts'
import { describeBothStores } from './both-stores.ts'
import { edgeOf, enrolmentOf, leaseOf, nodeOf, receiptOf, statementOf, submissionOf } from './records.ts'

const at = (ms: number) => ms as Timestamp

describeBothStores(({ it, locate, opened, open }) => {
  it('keeps what was written when it is opened again', async () => {
    const location = await locate()
    const first = await openStore(location)
    await first.write('node', (tx) => tx.nodes.insert(nodeOf(1)))
    await first.close()
    const second = await opened(location)
    expect(await second.read((tx) => tx.nodes.find('n-1'))).toEqual(nodeOf(1))
  })

  it('writes all of a transaction or nothing', async () => {
    const store = await open()
    const work = store.write('fails', async (tx) => {
      await tx.nodes.insert(nodeOf(1))
      await tx.log.append(new Uint8Array([1]))
      throw new Error('on purpose')
    })
    await expect(work).rejects.toThrow('on purpose')
    expect(await store.read((tx) => tx.nodes.find('n-1'))).toBeUndefined()
    expect(await store.read((tx) => tx.log.size())).toBe(0)
  })

  it('takes no other write along when one fails, at once or at its commit', async () => {
    const store = await open()
    await store.write('secret', (tx) => tx.enrolments.insert(enrolmentOf('hash')))
    const good = (number: number) =>
      store.write('good', async (tx) => {
        await tx.nodes.insert(nodeOf(number))
        return tx.log.append(new Uint8Array([number]))
      })
    const results = await Promise.allSettled([
      good(1),
      store.write('taken', (tx) => tx.nodes.insert(nodeOf(1))),
      good(2),
      // Its node is nowhere, which is looked at when it commits.
      store.write('dangling', (tx) => tx.enrolments.consume('hash', 'n-nowhere')),
      good(3),
    ])
    expect(results.map(({ status }) => status === 'fulfilled')).toEqual([true, false, true, false, true])
    expect(await store.read((tx) => tx.log.size())).toBe(3)
    expect(await store.read((tx) => tx.nodes.list())).toHaveLength(3)
    expect((await store.read((tx) => tx.enrolments.find('hash')))?.consumedBy).toBeNull()
  })

  it('refuses a second node of one machine key, WireGuard key, live name or address', async () => {
    const store = await open()
    await store.write('first', (tx) => tx.nodes.insert(nodeOf(1)))
    const { machineKey, wireguardKey, name, ipv4 } = nodeOf(1)
    for (const taken of [{ machineKey }, { wireguardKey }, { name }, { ipv4 }]) {
      const second = store.write('second', (tx) => tx.nodes.insert({ ...nodeOf(2), ...taken }))
      await expect(second, JSON.stringify(taken)).rejects.toMatchObject({ code: 'STORE_CONFLICT' })
    }
    await store.write('free', (tx) => tx.nodes.insert(nodeOf(2)))
  })

  it('gives a name and, after its time, an address back when a node ends', async () => {
    const store = await open()
    await store.write('first', async (tx) => {
      await tx.nodes.insert(nodeOf(1))
      await tx.nodes.change('n-1', 2, { state: 'left' })
      await tx.nodes.releaseAddress('n-1', at(5_000))
    })
    const { ipv4, name } = nodeOf(1)
    const ask = (now: number) => store.read((tx) => tx.nodes.isAddressTaken(ipv4, at(now)))
    expect([await ask(4_999), await ask(5_000)]).toEqual([true, false])
    expect(await store.read((tx) => tx.nodes.listNamesLike(name, name))).toEqual([])
    await store.write('next', (tx) => tx.nodes.insert({ ...nodeOf(2), ipv4, name, createdAt: at(5_000) }))
    expect(await ask(9_000)).toBe(true)
  })

  it('lists the names that are taken of a stem and a number, of nodes that are there, and no others', async () => {
    const store = await open()
    const names = ['web', 'web-2', 'web-10', 'web-a', 'web-', 'webs', 'web-3-x', 'wea-2', 'web-4', 'Web-5']
    await store.write('nodes', async (tx) => {
      for (const [index, name] of names.entries()) await tx.nodes.insert(nodeOf(index + 1, { name }))
      await tx.nodes.change('n-9', 3, { state: 'revoked' })
      await tx.nodes.change('n-3', 3, { state: 'suspended' })
    })
    const ask = (name: string, stem: string) => store.read((tx) => tx.nodes.listNamesLike(name, stem))
    expect([...(await ask('web', 'web'))].sort()).toEqual(['web', 'web-10', 'web-2', 'web-3-x'])
    expect(await ask('webs', 'webs')).toEqual(['webs'])
    expect(await ask('nobody', 'nobody')).toEqual([])
  })

  it('gives as many names as there are nodes of one wish, the lowest number first, asking once for each', async () => {
    const store = await open()
    const given: string[] = []
    await store.write('matrix', async (tx) => {
      for (let index = 1; index <= 12; index++) {
        let asked = 0
        const nodes = {
          ...tx.nodes,
          listNamesLike: (...query: [string, string]) => {
            asked++
            return tx.nodes.listNamesLike(...query)
          },
        }
        const name = await freeName({ ...tx, nodes }, 'shop-1000-1')
        expect(asked).toBe(1)
        await tx.nodes.insert(nodeOf(index, { name }))
        given.push(name)
      }
      await tx.nodes.change('n-5', 3, { state: 'left' })
      expect(await freeName(tx, 'shop-1000-1')).toBe('shop-1000-1-5')
      const long = 'a'.repeat(63)
      await tx.nodes.insert(nodeOf(20, { name: long }))
      expect(await freeName(tx, long)).toBe(`${'a'.repeat(57)}-2`)
    })
    const numbered = Array.from({ length: 11 }, (_, index) => `shop-1000-1-${index + 2}`)
    expect(given).toEqual(['shop-1000-1', ...numbered])
  })

  it('lists nodes of people that are there, of one session or of all, in the order of their coming', async () => {
    const store = await open()
    await store.write('nodes', async (tx) => {
      await tx.nodes.insert(nodeOf(3, { kind: 'person', owner: 'session-a' }))
      await tx.nodes.insert(nodeOf(1, { kind: 'person', owner: 'session-b' }))
      await tx.nodes.insert(nodeOf(2, { kind: 'person', owner: 'session-a' }))
      await tx.nodes.insert(nodeOf(4, { kind: 'person', owner: 'session-a' }))
      await tx.nodes.insert(nodeOf(5))
      await tx.nodes.insert(nodeOf(6, { kind: 'runner' }))
      await tx.nodes.change('n-4', 2, { state: 'ended' })
      await tx.nodes.change('n-3', 2, { state: 'suspended' })
    })
    const ids = (session?: string) =>
      store.read(async (tx) => (await tx.nodes.listPersonal(session)).map(({ id }) => id))
    expect(await ids()).toEqual(['n-1', 'n-2', 'n-3'])
    expect(await ids('session-a')).toEqual(['n-2', 'n-3'])
    expect(await ids('session-c')).toEqual([])
    const [node] = await store.read((tx) => tx.nodes.listPersonal('session-b'))
    expect(node).toMatchObject({ kind: 'person', owner: 'session-b' })
    expect(await store.read((tx) => tx.nodes.count('person'))).toBe(3)
  })

  it('gives the address of a node that is gone up at once, and says where there is none', async () => {
    const store = await open()
    const { ipv4 } = nodeOf(1)
    await store.write('first', async (tx) => {
      await tx.nodes.insert(nodeOf(1))
      await tx.nodes.change('n-1', 2, { state: 'ended' })
      await tx.nodes.releaseAddress('n-1', at(5_000))
    })
    await store.write('next', async (tx) => {
      expect(await tx.nodes.isAddressTaken(ipv4, at(0))).toBe(true)
      expect(await tx.nodes.giveUpAddress('n-1')).toBe(true)
      expect(await tx.nodes.isAddressTaken(ipv4, at(0))).toBe(false)
      expect(await tx.nodes.giveUpAddress('n-1')).toBe(false)
      expect(await tx.nodes.giveUpAddress('n-nobody')).toBe(false)
      await tx.nodes.insert(nodeOf(2, { ipv4 }))
    })
    expect(await store.read((tx) => tx.nodes.isAddressTaken(ipv4, at(9_000)))).toBe(true)
    // What was given up is not given twice, and a write that fails gives nothing up.
    const failed = store.write('fails', async (tx) => {
      await tx.nodes.giveUpAddress('n-2')
      throw new Error('no')
    })
    await expect(failed).rejects.toThrow('no')
    expect(await store.read((tx) => tx.nodes.isAddressTaken(ipv4, at(9_000)))).toBe(true)
  })

  it('finds nodes by each of their keys, and agents by application and environment', async () => {
    const store = await open()
    await store.write('nodes', async (tx) => {
      await tx.nodes.insert(nodeOf(2, { applications: ['shop', 'a"b'] }))
      await tx.nodes.insert(nodeOf(1, { applications: ['shop'] }))
      await tx.nodes.insert(nodeOf(3, { environment: 'staging' }))
      await tx.nodes.insert(nodeOf(4, { kind: 'runner' }))
      await tx.nodes.insert(nodeOf(5, { applications: ['shopping'] }))
    })
    await store.read(async (tx) => {
      expect((await tx.nodes.listAgents('shop', 'production')).map(({ id }) => id)).toEqual(['n-1', 'n-2'])
      expect((await tx.nodes.listAgents('a"b', 'production')).map(({ id }) => id)).toEqual(['n-2'])
      expect((await tx.nodes.findByMachineKey(nodeOf(3).machineKey))?.id).toBe('n-3')
      expect((await tx.nodes.findByWireguardKey(nodeOf(3).wireguardKey))?.id).toBe('n-3')
      expect(await tx.nodes.findByKeyId('nobody')).toBeUndefined()
      expect((await tx.nodes.list()).map(({ id }) => id)).toEqual(['n-1', 'n-2', 'n-3', 'n-4', 'n-5'])
      expect([await tx.nodes.count('agent'), await tx.nodes.count('runner')]).toEqual([4, 1])
    })
  })

  it('changes of a node what is named and leaves the rest', async () => {
    const store = await open()
    await store.write('node', async (tx) => {
      await tx.nodes.insert(nodeOf(1))
      await tx.nodes.change('n-1', 7, { endpoints: ['192.0.2.1:5'] })
    })
    const expected = { ...nodeOf(1), endpoints: ['192.0.2.1:5'], changedVersion: 7 }
    expect(await store.read((tx) => tx.nodes.find('n-1'))).toEqual(expected)
  })

  it('lists edges that stand, and those that went after a version', async () => {
    const store = await open()
    await store.write('edges', async (tx) => {
      for (const number of [1, 2, 3]) await tx.nodes.insert(nodeOf(number))
      await tx.edges.insert(edgeOf('e-1', 'n-1', 'n-2'))
      await tx.edges.insert(edgeOf('e-2', 'n-3', 'n-1', { approval: 'sha256:x' }))
      await tx.edges.insert(edgeOf('e-3', 'n-2', 'n-3'))
      expect(await tx.edges.removeByApproval('sha256:x', 9)).toHaveLength(1)
      expect(await tx.edges.removeByApproval('sha256:x', 10)).toHaveLength(0)
    })
    await store.read(async (tx) => {
      expect((await tx.edges.listOf('n-1')).map(({ id }) => id)).toEqual(['e-1'])
      expect(await tx.edges.listPeerKeys('n-1')).toEqual([nodeOf(2).wireguardKey])
      expect((await tx.edges.listOf('n-1', 8)).map(({ id }) => id)).toEqual(['e-1', 'e-2'])
      expect((await tx.edges.listOf('n-1', 9)).map(({ id }) => id)).toEqual(['e-1'])
      expect(await tx.edges.connects(nodeOf(2).wireguardKey, nodeOf(1).wireguardKey)).toBe(true)
      expect(await tx.edges.connects(nodeOf(1).wireguardKey, nodeOf(3).wireguardKey)).toBe(false)
    })
    expect(await store.write('end', (tx) => tx.edges.removeOf('n-2', 11))).toHaveLength(2)
  })

  it('lists the nodes that a change after a version touches, with their neighbours', async () => {
    const store = await open()
    await store.write('nodes', async (tx) => {
      for (const number of [1, 2, 3, 4]) await tx.nodes.insert(nodeOf(number, { changedVersion: 1 }))
      await tx.edges.insert(edgeOf('e-1', 'n-1', 'n-2', { addedVersion: 2 }))
      await tx.edges.insert(edgeOf('e-2', 'n-2', 'n-3', { addedVersion: 3 }))
      await tx.nodes.change('n-3', 4, { endpoints: [] })
    })
    const touched = (since: number) =>
      store.read(async (tx) => [...(await tx.nodes.listTouched(since))].sort())
    expect(await touched(0)).toEqual(['n-1', 'n-2', 'n-3', 'n-4'])
    expect(await touched(1)).toEqual(['n-1', 'n-2', 'n-3'])
    expect(await touched(3)).toEqual(['n-2', 'n-3'])
    expect(await touched(4)).toEqual([])
    const before = await store.read((tx) => tx.nodes.agentsState())
    await store.write('remove', (tx) => tx.edges.remove('e-1', 5))
    expect(await store.read((tx) => tx.nodes.agentsState())).toBe(before)
    await store.write('agent', (tx) => tx.nodes.change('n-1', 6, { endpoints: [] }))
    expect(await store.read((tx) => tx.nodes.agentsState())).not.toBe(before)
    expect(await touched(5)).toEqual(['n-1'])
    expect(await touched(4)).toEqual(['n-1', 'n-2'])
  })

  it('lists leases whose end has come, of nodes that are there', async () => {
    const store = await open()
    await store.write('leases', async (tx) => {
      for (const number of [1, 2, 3]) {
        await tx.nodes.insert(nodeOf(number, { kind: 'runner' }))
        await tx.leases.insert(leaseOf(`n-${number}`, { end: at(number * 1_000) }))
      }
      await tx.nodes.change('n-1', 2, { state: 'left' })
    })
    await store.read(async (tx) => {
      expect((await tx.leases.listEnded(at(2_000))).map(({ nodeId }) => nodeId)).toEqual(['n-2'])
      expect(await tx.leases.nextEnd()).toBe(2_000)
      expect(await tx.leases.find('n-3')).toEqual(leaseOf('n-3', { end: at(3_000) }))
    })
  })

  it('spends an enrolment secret once', async () => {
    const store = await open()
    await store.write('secret', (tx) => tx.enrolments.insert(enrolmentOf('hash')))
    const spend = (number: number) =>
      store.write('enrol', async (tx) => {
        await tx.nodes.insert(nodeOf(number))
        if (!(await tx.enrolments.consume('hash', `n-${number}`))) throw new Error('spent')
      })
    const results = await Promise.allSettled([1, 2, 3, 4].map(spend))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await store.read((tx) => tx.nodes.list())).toHaveLength(1)
  })

  it('consumes a token once, and remembers for what', async () => {
    const store = await open()
    const use = { issuer: 'i', jti: 'j', binding: 'b', result: 'n-1', expiresAt: at(10) }
    const consume = () => store.write('token', (tx) => tx.tokens.consume(use))
    expect(await Promise.all([consume(), consume()])).toEqual([true, false])
    expect(await store.read((tx) => tx.tokens.find('i', 'j'))).toEqual(use)
    await store.write('prune', (tx) => tx.tokens.prune(at(11)))
    expect(await consume()).toBe(true)
  })

  it('takes a nonce once, and so many a minute', async () => {
    const store = await open()
    const limits = { keepMs: 1_000, perMinute: 3 }
    const consume = (nonce: string, now: number) =>
      store.writeApart('nonce', (tx) => tx.nonces.consume('key', nonce, at(now), limits))
    const twins = await Promise.all([consume('a', 0), consume('a', 0)])
    expect(twins.sort()).toEqual(['fresh', 'used'])
    expect([await consume('b', 1), await consume('c', 2), await consume('d', 3)]).toEqual([
      'fresh',
      'fresh',
      'too-many',
    ])
    await store.writeApart('prune', (tx) => tx.nonces.prune(at(70_000)))
    expect(await consume('a', 70_001)).toBe('fresh')
  })

  it('gives each caller of a counter a number of its own', async () => {
    const store = await open()
    const numbers = await Promise.all(
      Array.from({ length: 20 }, () => store.write('next', (tx) => tx.settings.next('counter'))),
    )
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
    expect(await store.read((tx) => tx.settings.find('counter'))).toBe('20')
  })

  it('numbers log entries without a gap, whoever is rolled back meanwhile', async () => {
    const store = await open()
    const append = (byte: number) =>
      store.write('append', async (tx) => {
        const index = await tx.log.append(new Uint8Array([byte]))
        if (byte % 3 === 0) throw new Error('on purpose')
        return { byte, index }
      })
    const results = await Promise.allSettled(Array.from({ length: 30 }, (_, byte) => append(byte)))
    const appended = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
    const entries = await store.read((tx) => tx.log.list(0, 100))
    expect(entries).toHaveLength(20)
    for (const { byte, index } of appended) expect([...entries[index]!]).toEqual([byte])
    expect((await store.read((tx) => tx.log.list(18, 1))).length).toBe(1)
  })

  it('replaces the checkpoint only where it is the one that was expected', async () => {
    const store = await open()
    const replace = (expected: number | null, size: number) =>
      store.write('checkpoint', (tx) => tx.log.replaceCheckpoint(expected, { size, note: `note ${size}` }))
    expect([
      await replace(null, 1),
      await replace(null, 2),
      await replace(7, 2),
      await replace(1, 2),
    ]).toEqual([true, false, false, true])
    expect(await store.read((tx) => tx.log.checkpoint())).toEqual({ size: 2, note: 'note 2' })
  })

  it('refuses a log entry of 64 KiB or more', async () => {
    const store = await open()
    const append = (bytes: number) => store.write('append', (tx) => tx.log.append(new Uint8Array(bytes)))
    await expect(append(65_536)).rejects.toMatchObject({ code: 'STORE_CONFLICT' })
    expect(await append(65_535)).toBe(0)
  })

  it('keeps a submission, its statements, its votes and its receipts as they were given', async () => {
    const store = await open()
    const statement = statementOf('sha256:a')
    const receipt = receiptOf('sha256:r', 'sha256:a')
    await store.write('submission', async (tx) => {
      await tx.nodes.insert(nodeOf(1))
      await tx.submissions.insert(submissionOf('s-1'), [statement])
      await tx.submissions.keepToken('sha256:a', 'token')
      const person = { statement: 'sha256:a', issuer: 'i', subject: 's', token: 't' }
      expect(await tx.submissions.addPersonToken(person)).toBe(true)
      expect(await tx.submissions.addPersonToken(person)).toBe(false)
      await tx.submissions.sign('sha256:a', { envelope: '{}', logIndex: 4 })
      await tx.submissions.setState('s-1', 'signed')
      await tx.receipts.insert(receipt)
    })
    await store.read(async (tx) => {
      expect(await tx.submissions.find('s-1')).toEqual({ ...submissionOf('s-1'), state: 'signed' })
      const signed = { ...statement, token: 'token', envelope: '{}', logIndex: 4 }
      expect(await tx.submissions.listStatements('s-1')).toEqual([signed])
      expect(await tx.submissions.findLatest('shop', 'production')).toEqual(signed)
      expect(await tx.submissions.findStatement('sha256:a')).toEqual(signed)
      expect(await tx.submissions.findStatement('sha256:b')).toBeUndefined()
      const voted = [{ statement: 'sha256:a', issuer: 'i', subject: 's', token: 't' }]
      expect(await tx.submissions.listPersonTokens('sha256:a')).toEqual(voted)
      expect(await tx.receipts.listByApproval('sha256:a')).toEqual([receipt])
      expect(await tx.receipts.find('sha256:r')).toEqual(receipt)
      expect(await tx.receipts.hasCommitted(statement.artifact, 'production')).toBe(true)
      expect(await tx.receipts.hasCommitted(statement.artifact, 'staging')).toBe(false)
    })
    await store.write('revoke', (tx) => tx.submissions.revoke('sha256:a', at(5)))
    expect(await store.read((tx) => tx.submissions.findLatest('shop', 'production'))).toBeUndefined()
  })

  it('lists submissions that are reserved and not expired, so many of them, oldest first', async () => {
    const store = await open()
    await store.write('submissions', async (tx) => {
      for (const [number, expires] of [30, 10, 30, 30].entries()) {
        const made = { createdAt: at(9 - number), expiresAt: at(expires) }
        await tx.submissions.insert({ ...submissionOf(`s-${number}`), ...made }, [])
      }
      await tx.submissions.setState('s-3', 'signed')
    })
    const listed = (limit: number) => store.read((tx) => tx.submissions.listReserved(at(20), limit))
    expect((await listed(10)).map(({ id }) => id)).toEqual(['s-2', 's-0'])
    expect((await listed(1)).map(({ id }) => id)).toEqual(['s-2'])
  })

  it('voids the secrets that nobody used, and no other', async () => {
    const store = await open()
    const voided = await store.write('secrets', async (tx) => {
      await tx.nodes.insert(nodeOf(1))
      for (const hash of ['used', 'open']) await tx.enrolments.insert(enrolmentOf(hash))
      await tx.enrolments.insert({ ...enrolmentOf('over'), expiresAt: at(5) })
      await tx.enrolments.consume('used', 'n-1')
      return tx.enrolments.voidUnused(at(500))
    })
    expect(voided).toBe(1)
    const ends = await store.read((tx) =>
      Promise.all(['used', 'open', 'over'].map(async (hash) => (await tx.enrolments.find(hash))?.expiresAt)),
    )
    expect(ends).toEqual([1_000, 500, 5])
  })

  it('keeps every version of environments and access rules, and answers with the newest', async () => {
    const store = await open()
    const record = (version: number) => ({
      version,
      text: `version ${version}`,
      digest: `sha256:${version}`,
      createdAt: at(version),
    })
    await store.read(async ({ environments, accessRules }) => {
      expect(await environments.current()).toBeUndefined()
      expect(await accessRules.currentVersion()).toBeUndefined()
    })
    await store.write('versions', async (tx) => {
      for (const version of [2, 10, 9]) {
        await tx.environments.insert({ ...record(version), folder: null })
        await tx.accessRules.insert({ ...record(version), by: version === 10 ? 'somebody' : null })
      }
    })
    await store.read(async ({ environments, accessRules }) => {
      expect(await environments.current()).toEqual({ ...record(10), folder: null })
      expect(await environments.currentVersion()).toEqual({ version: 10, digest: 'sha256:10' })
      expect(await accessRules.current()).toEqual({ ...record(10), by: 'somebody' })
      expect(await accessRules.currentVersion()).toEqual({ version: 10, digest: 'sha256:10' })
    })
    const again = store.write('again', (tx) => tx.accessRules.insert({ ...record(9), by: null }))
    await expect(again).rejects.toMatchObject({ code: 'STORE_CONFLICT' })
  })

  it('answers reads that are asked at once each for itself, whichever of them fails', async () => {
    const store = await open()
    await store.write('node', (tx) => tx.nodes.insert(nodeOf(1)))
    const answers = await Promise.allSettled([
      store.read((tx) => tx.nodes.find('n-1')),
      store.read(async () => {
        throw new Error('on purpose')
      }),
      // No number of 64 bits: the database itself refuses it.
      store.read((tx) => tx.leases.listEnded(1.5e30 as Timestamp)),
      store.read((tx) => tx.nodes.find('n-2')),
    ])
    expect(answers[0]).toEqual({ status: 'fulfilled', value: nodeOf(1) })
    expect(answers[1]).toMatchObject({ status: 'rejected', reason: { message: 'on purpose' } })
    expect(answers[3]).toEqual({ status: 'fulfilled', value: undefined })
    expect(await store.read((tx) => tx.nodes.find('n-1'))).toEqual(nodeOf(1))
  })

  it('orders run ids by their number, whatever their length', async () => {
    const store = await open()
    await store.write('runs', async (tx) => {
      for (const [index, runId] of ['9', '10', '18446744073709551615', '99'].entries()) {
        const digest = `sha256:${index}`
        await tx.submissions.insert(submissionOf(`s-${index}`), [
          statementOf(digest, { runId, sequence: index, submission: `s-${index}` }),
        ])
        await tx.submissions.sign(digest, { envelope: '{}', logIndex: index })
      }
    })
    expect(await store.read((tx) => tx.submissions.highestRunId('shop', 'production'))).toBe(
      18446744073709551615n,
    )
  })

  it('reads one state of the world in one read, whatever is written meanwhile', async () => {
    const store = await open()
    await store.write('first', (tx) => tx.settings.put('a', '1'))
    const writing: Promise<void>[] = []
    const seen = await store.read(async (tx) => {
      const before = await tx.settings.find('a')
      writing.push(store.write('second', (tx) => tx.settings.put('a', '2')))
      await new Promise((resolve) => setTimeout(resolve, 50))
      return [before, await tx.settings.find('a')]
    })
    expect(seen).toEqual(['1', '1'])
    await Promise.all(writing)
    expect(await store.read((tx) => tx.settings.find('a'))).toBe('2')
  })

  it('tells a probe of each commit, before and after', async () => {
    const points: string[] = []
    const store = await opened(await locate(), { reached: (point) => void points.push(point) })
    await store.write('one', (tx) => tx.settings.put('a', '1'))
    await store.read((tx) => tx.settings.find('a'))
    expect(points).toEqual(['before commit: one', 'after commit: one'])
  })

  it('ends what is under way before it closes', async () => {
    const location = await locate()
    const store = await openStore(location)
    const written = store.write('slow', async (tx) => {
      await new Promise((resolve) => setTimeout(resolve, 30))
      await tx.settings.put('a', '1')
    })
    await store.close()
    await written
    expect(await (await opened(location)).read((tx) => tx.settings.find('a'))).toBe('1')
  })
})
