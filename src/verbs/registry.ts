import type { Verb } from './verb.ts'

/**
 * Every verb of the command line, in the order of `--help`. Each is loaded when it is called, so that
 * `sallyport versions` does not pay for the coordinator.
 */
export const VERBS: Readonly<Record<string, () => Promise<Verb>>> = {
  // deciding
  gate: async () => (await import('./gate.ts')).gate,
  scan: async () => (await import('./scan.ts')).scan,
  packages: async () => (await import('./packages.ts')).packages,
  sbom: async () => (await import('./sbom.ts')).sbom,
  why: async () => (await import('./why.ts')).why,
  versions: async () => (await import('./versions.ts')).versions,
  'advisories update': async () => (await import('./advisories.ts')).advisoriesUpdate,
  // approving
  'key new': async () => (await import('./key.ts')).keyNew,
  approve: async () => (await import('./approve.ts')).approve,
  verify: async () => (await import('./verify.ts')).verify,
  'log verify': async () => (await import('./log.ts')).logVerify,
  // connecting and deploying
  connect: async () => (await import('./connect.ts')).connect,
  nc: async () => (await import('./nc.ts')).nc,
  doctor: async () => (await import('./doctor.ts')).doctor,
  deploy: async () => (await import('./deploy.ts')).deploy,
  'agent run': async () => (await import('./agent-run.ts')).agentRun,
  'agent enroll': async () => (await import('./agent-enroll.ts')).agentEnroll,
  'agent stop': async () => (await import('./agent-stop.ts')).agentStop,
  'agent doctor': async () => (await import('./agent-doctor.ts')).agentDoctor,
  // people
  login: async () => (await import('./login.ts')).login,
  logout: async () => (await import('./login.ts')).logout,
  whoami: async () => (await import('./login.ts')).whoami,
  'sessions list': async () => (await import('./sessions.ts')).sessionsList,
  'sessions end': async () => (await import('./sessions.ts')).sessionsEnd,
  'people forget': async () => (await import('./sessions.ts')).peopleForget,
  'approvals list': async () => (await import('./approvals.ts')).approvalsList,
  'approvals show': async () => (await import('./approvals.ts')).approvalsShow,
  'approvals approve': async () => (await import('./approvals.ts')).approvalsApprove,
  'approvals refuse': async () => (await import('./approvals.ts')).approvalsRefuse,
  'environments list': async () => (await import('./environments.ts')).environmentsList,
  'environments freeze': async () => (await import('./environments.ts')).environmentsFreeze,
  'environments unfreeze': async () => (await import('./environments.ts')).environmentsUnfreeze,
  'break-glass': async () => (await import('./environments.ts')).breakGlass,
  // operating
  'coordinator init': async () => (await import('./coordinator.ts')).coordinatorInit,
  'coordinator serve': async () => (await import('./coordinator.ts')).coordinatorServe,
  'coordinator enroll': async () => (await import('./coordinator.ts')).coordinatorEnroll,
  'coordinator first-admin': async () => (await import('./first-admin.ts')).coordinatorFirstAdmin,
  'coordinator configure': async () => (await import('./coordinator.ts')).coordinatorConfigure,
  'coordinator backup': async () => (await import('./coordinator-upkeep.ts')).coordinatorBackup,
  'coordinator restore': async () => (await import('./coordinator-upkeep.ts')).coordinatorRestore,
  'coordinator migrate': async () => (await import('./coordinator-upkeep.ts')).coordinatorMigrate,
  'coordinator doctor': async () => (await import('./coordinator-upkeep.ts')).coordinatorDoctor,
  'keys renew': async () => (await import('./coordinator-upkeep.ts')).keysRenew,
  'keys clear-log': async () => (await import('./coordinator-upkeep.ts')).keysClearLog,
  'keys rotate': async () => (await import('./coordinator-upkeep.ts')).keysRotate,
  'nodes list': async () => (await import('./nodes.ts')).nodesList,
  'nodes approve': async () => (await import('./nodes-approve.ts')).nodesApprove,
  'nodes revoke': async () => (await import('./nodes.ts')).nodesRevoke,
  'nodes resume': async () => (await import('./nodes.ts')).nodesResume,
  push: async () => (await import('./push.ts')).push,
  schema: async () => (await import('./schema.ts')).schema,
  'acl check': async () => (await import('./acl.ts')).aclCheck,
  'acl test': async () => (await import('./acl.ts')).aclTest,
  'acl explain': async () => (await import('./acl.ts')).aclExplain,
  'acl diff': async () => (await import('./acl.ts')).aclDiff,
  'acl resolve': async () => (await import('./acl-resolve.ts')).aclResolve,
}
