/**
 * What the well-known issuers have in common with nobody: how their URL is made, where keys are, which
 * claims say organisation and groups, and whether they say how somebody logged in. A preset is a row here.
 */
import type { Flow } from '../../api/messages/login.ts'
import type { Login, Preset } from './login-schema.ts'

export interface PresetFacts {
  /** Made of `domain` or `tenant`; undefined where the login must name it. */
  readonly issuer: (login: Login) => string | undefined
  /** The key of a login that makes the issuer, for messages. */
  readonly needs: 'issuer' | 'tenant' | 'domain' | undefined
  /** Where its keys are, if not at the issuer's own origin. */
  readonly jwksOrigin?: string
  readonly scope: string
  readonly rolesClaim: string
  readonly organisationClaim?: string
  /** Its tokens have `amr`, `acr` or `acrs`. */
  readonly saysHow: boolean
  /** Anybody may have an account there, so "everybody" is nobody's list. */
  readonly isPublic: boolean
  readonly flows: readonly [Flow, ...Flow[]]
}

const OPENID = 'openid'

export const PRESET_FACTS: Readonly<Record<Preset, PresetFacts>> = {
  oidc: {
    issuer: ({ issuer }) => issuer,
    needs: 'issuer',
    scope: OPENID,
    rolesClaim: 'groups',
    saysHow: true,
    isPublic: false,
    flows: ['loopback', 'device', 'browser'],
  },
  google: {
    issuer: () => 'https://accounts.google.com',
    needs: undefined,
    jwksOrigin: 'https://www.googleapis.com',
    scope: OPENID,
    rolesClaim: 'groups',
    // The domain of a Google Workspace; absent in tokens of personal accounts.
    organisationClaim: 'hd',
    saysHow: false,
    isPublic: true,
    flows: ['loopback', 'device', 'browser'],
  },
  microsoft: {
    issuer: ({ tenant }) => tenant && `https://login.microsoftonline.com/${tenant}/v2.0`,
    needs: 'tenant',
    scope: OPENID,
    rolesClaim: 'roles',
    saysHow: true,
    isPublic: false,
    flows: ['loopback', 'device', 'browser'],
  },
  okta: {
    issuer: ({ issuer, domain }) => issuer ?? (domain && `https://${domain}`),
    needs: 'domain',
    scope: 'openid groups',
    rolesClaim: 'groups',
    saysHow: true,
    isPublic: false,
    flows: ['loopback', 'device', 'browser'],
  },
  onelogin: {
    issuer: ({ domain }) => domain && `https://${domain}/oidc/2`,
    needs: 'domain',
    scope: 'openid groups',
    rolesClaim: 'groups',
    saysHow: true,
    isPublic: false,
    flows: ['loopback', 'browser'],
  },
  // OAuth without OpenID Connect: no token says who somebody is, the API does, and only we ask it.
  github: {
    issuer: ({ domain }) => `https://${domain ?? 'github.com'}`,
    needs: undefined,
    scope: 'read:org',
    rolesClaim: 'organisations',
    saysHow: false,
    isPublic: true,
    flows: ['device', 'browser'],
  },
}
