/** `service: {kind: none}`: the switch is all there is to do (files that something else serves). */
import type { Service } from './service.ts'

export const unsupervisedService: Service = {
  async ensure() {},
  async stop() {},
  async status() {
    return { kind: 'unsupervised' }
  },
}
