import { expect, test } from 'vitest'
import type { Instant } from '../../../src/base/time.ts'
import { HANDSHAKE_BUDGET_BURST } from '../../../src/tunnel/wireguard/constants.ts'
import { LoadMeter } from '../../../src/tunnel/wireguard/load.ts'

const NOW = 1_000 as Instant

function meterOf(costMs: number): { meter: LoadMeter; measured: () => number } {
  let count = 0
  const meter = new LoadMeter(() => {
    count++
    return costMs
  })
  return { meter, measured: () => count }
}

test('the first answer to a call of ours measures nothing', () => {
  const { meter, measured } = meterOf(1)
  meter.spendOnAnswer(NOW, 2)
  expect(measured()).toBe(0)
})

test("a stranger's call measures at once, and what was not priced before counts with it", () => {
  const { meter, measured } = meterOf(HANDSHAKE_BUDGET_BURST / 2.5)
  meter.spendOnAnswer(NOW, 2)
  expect(meter.isUnderLoad(NOW)).toBe(false)
  meter.spend(NOW)
  expect(measured()).toBe(1)
  expect(meter.isUnderLoad(NOW)).toBe(true)
})

test('many answers are priced as well', () => {
  const { meter, measured } = meterOf(HANDSHAKE_BUDGET_BURST)
  for (let i = 0; i < 3; i++) meter.spendOnAnswer(NOW, 2)
  expect(measured()).toBe(1)
  expect(meter.isUnderLoad(NOW)).toBe(true)
})
