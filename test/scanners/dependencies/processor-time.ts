/** Time of the processor, which does not grow with what else the machine does: for bounds that hostile input must keep. */
export async function processorMs(run: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}
