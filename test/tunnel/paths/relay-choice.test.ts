import { expect, test } from 'vitest'
import type { Instant } from '../../../src/base/time.ts'
import { RelayChoice } from '../../../src/tunnel/paths/relay-choice.ts'

const at = (ms: number) => ms as Instant

function choiceOf(...relays: string[]): RelayChoice {
  const choice = new RelayChoice()
  choice.setRelays(relays)
  return choice
}

test('the best relay serves until its questions go unanswered for four seconds', () => {
  const choice = choiceOf('a', 'b')
  choice.noteAsked('a', at(0))
  choice.noteAsked('a', at(3_000))
  expect(choice.choose()).toBe('a')
  choice.noteAsked('a', at(6_000))
  expect(choice.choose()).toBe('b')
})

test('a relay in doubt carries questions now and then, and data only after an answer', () => {
  const choice = choiceOf('a', 'b')
  choice.noteLost('a', at(0))
  expect(choice.takeTry(at(4_000))).toBe(undefined)
  expect(choice.takeTry(at(5_000))).toBe('a')
  expect(choice.takeTry(at(6_000))).toBe(undefined)
  expect([choice.choose(), choice.takeTry(at(3_600_000)), choice.choose()]).toEqual(['b', 'a', 'b'])
  choice.noteAnswer('a')
  expect(choice.choose()).toBe('a')
})

test('a relay without a connection is not tried; when it stands again it is tried at once, and data waits for the answer', () => {
  const choice = choiceOf('a', 'b')
  choice.noteDown('a', at(0))
  expect(choice.takeTry(at(60_000))).toBe(undefined)
  choice.noteReady('a')
  expect(choice.choose()).toBe('b')
  expect(choice.takeTry(at(60_001))).toBe('a')
})

test('where all are in doubt the one doubted first is used, one with a connection before one without', () => {
  const choice = choiceOf('a', 'b', 'c')
  expect(choice.noteDown('a', at(1))).toBe(false)
  expect(choice.noteLost('b', at(2))).toBe(false)
  expect(choice.noteLost('c', at(3))).toBe(true)
  expect(choice.choose()).toBe('b')
  choice.noteLost('b', at(4))
  expect(choice.choose()).toBe('c')
})

test('the only relay is used whatever is said of it', () => {
  const choice = choiceOf('a')
  expect(choice.noteDown('a', at(1))).toBe(true)
  expect(choice.choose()).toBe('a')
  choice.noteReady('a')
  expect(choice.noteLost('other', at(2))).toBe(false)
})
