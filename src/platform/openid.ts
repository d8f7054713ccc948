/**
 * OpenID Connect and OAuth through `openid-client`, with our bounds on every request: time, size, no
 * redirects, and the issuer's CA alone where one is configured. Code and PKCE, or the device grant.
 */
import {
  AuthorizationResponseError,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientSecretBasic,
  ClientSecretPost,
  Configuration,
  type CustomFetch,
  calculatePKCECodeChallenge,
  customFetch,
  discovery,
  genericGrantRequest,
  initiateDeviceAuthorization,
  None,
  ResponseBodyError,
  type ServerMetadata,
} from 'openid-client'
import { messageOf, SallyportError } from '../base/errors.ts'
import { Secret } from '../base/secret.ts'
import { createHttpClient, type HttpClient, type HttpRequest } from './http.ts'

const MAX_BYTES = 256 * 1024
const TIMEOUT_MS = 10_000
const DEVICE_GRANT = 'urn:ietf:params:oauth:grant-type:device_code'

export interface OpenIdOptions {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret?: Secret<string>
  /** PEM: the only CA that counts. */
  readonly ca?: string
  /** For an issuer without a discovery document. */
  readonly endpoints?: OAuthEndpoints
}

export interface OAuthEndpoints {
  readonly authorization: string
  readonly token: string
  readonly device: string
}

export interface AuthorizationRequest {
  readonly redirectUri: string
  readonly scope: string
  readonly state: string
  /** Absent where the issuer makes no ID tokens. */
  readonly nonce?: string
  /** The PKCE verifier; its S256 challenge is sent. */
  readonly verifier: string
  readonly acrValues?: readonly string[]
  /** Seconds. */
  readonly maxAge?: number
}

export interface IssuedTokens {
  readonly idToken: string | undefined
  readonly accessToken: Secret<string>
}

export interface DeviceAuthorization {
  readonly deviceCode: string
  readonly userCode: string
  /** With the code in it, where the issuer offers that. */
  readonly url: string
  readonly intervalSeconds: number
  readonly expiresInSeconds: number
}

export type DevicePoll =
  | { readonly kind: 'pending' }
  | { readonly kind: 'slower' }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'issued'; readonly tokens: IssuedTokens }

export interface OpenIdProvider {
  authorizationUrl(request: AuthorizationRequest): Promise<string>
  /** @param callback the URL that the browser came back to. @throws `LOGIN_FAILED` */
  exchange(
    callback: URL,
    checks: Pick<AuthorizationRequest, 'state' | 'nonce' | 'verifier' | 'maxAge'>,
  ): Promise<IssuedTokens>
  /** @throws `LOGIN_FAILED` */
  startDevice(request: Pick<AuthorizationRequest, 'scope' | 'acrValues'>): Promise<DeviceAuthorization>
  /** Asks once. @throws `LOGIN_FAILED` */
  pollDevice(deviceCode: string): Promise<DevicePoll>
  close(): Promise<void>
}

/** Reads the issuer's discovery document, unless its endpoints are given. @throws `LOGIN_FAILED` */
export async function openProvider(options: OpenIdOptions): Promise<OpenIdProvider> {
  const http = createHttpClient(options.ca === undefined ? {} : { ca: options.ca })
  try {
    const configuration = await configure(options, http)
    return createProvider(configuration, http)
  } catch (thrown) {
    await http.close()
    throw failed(options.issuer, thrown)
  }
}

async function configure(options: OpenIdOptions, http: HttpClient): Promise<Configuration> {
  const { issuer, clientId, clientSecret, endpoints } = options
  const fetch = boundedFetch(http)
  const found: ServerMetadata = endpoints
    ? {
        issuer,
        authorization_endpoint: endpoints.authorization,
        token_endpoint: endpoints.token,
        device_authorization_endpoint: endpoints.device,
      }
    : (
        await discovery(new URL(issuer), clientId, undefined, None(), { [customFetch]: fetch })
      ).serverMetadata()
  const posts = found.token_endpoint_auth_methods_supported?.includes('client_secret_post') ?? true
  const secret = clientSecret?.reveal()
  const authenticate =
    secret === undefined ? None() : posts ? ClientSecretPost(secret) : ClientSecretBasic(secret)
  const configuration = new Configuration({ ...found }, clientId, secret, authenticate)
  configuration[customFetch] = fetch
  return configuration
}

function createProvider(configuration: Configuration, http: HttpClient): OpenIdProvider {
  const { issuer } = configuration.serverMetadata()
  const guard = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (thrown) {
      throw failed(issuer, thrown)
    }
  }
  return {
    authorizationUrl: ({ redirectUri, scope, state, nonce, verifier, acrValues = [], maxAge }) =>
      guard(async () =>
        buildAuthorizationUrl(configuration, {
          redirect_uri: redirectUri,
          scope,
          state,
          ...(nonce === undefined ? {} : { nonce }),
          code_challenge: await calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
          ...(acrValues.length === 0 ? {} : { acr_values: acrValues.join(' ') }),
          ...(maxAge === undefined ? {} : { max_age: String(maxAge) }),
        }).toString(),
      ),
    exchange: (callback, { state, nonce, verifier, maxAge }) =>
      guard(async () =>
        toTokens(
          await authorizationCodeGrant(configuration, callback, {
            expectedState: state,
            pkceCodeVerifier: verifier,
            ...(nonce === undefined ? {} : { expectedNonce: nonce, idTokenExpected: true }),
            ...(maxAge === undefined ? {} : { maxAge }),
          }),
        ),
      ),
    startDevice: ({ scope, acrValues = [] }) =>
      guard(async () => {
        const started = await initiateDeviceAuthorization(configuration, {
          scope,
          ...(acrValues.length === 0 ? {} : { acr_values: acrValues.join(' ') }),
        })
        return {
          deviceCode: started.device_code,
          userCode: started.user_code,
          url: started.verification_uri_complete ?? started.verification_uri,
          intervalSeconds: started.interval ?? 5,
          expiresInSeconds: started.expires_in,
        }
      }),
    pollDevice: (deviceCode) => guard(() => pollOnce(configuration, deviceCode)),
    close: () => http.close(),
  }
}

async function pollOnce(configuration: Configuration, deviceCode: string): Promise<DevicePoll> {
  try {
    const issued = await genericGrantRequest(configuration, DEVICE_GRANT, { device_code: deviceCode })
    return { kind: 'issued', tokens: toTokens(issued) }
  } catch (thrown) {
    if (!(thrown instanceof ResponseBodyError)) throw thrown
    if (thrown.error === 'authorization_pending') return { kind: 'pending' }
    if (thrown.error === 'slow_down') return { kind: 'slower' }
    return { kind: 'refused', reason: describe(thrown) }
  }
}

function toTokens(issued: {
  readonly access_token: string
  readonly id_token?: string | undefined
}): IssuedTokens {
  return { idToken: issued.id_token, accessToken: new Secret(issued.access_token) }
}

/** `fetch` as openid-client calls it. GitHub tells errors with status 200, which RFC 6749 §5.2 makes 400. */
function boundedFetch(http: HttpClient): CustomFetch {
  return async (url, { method, headers, body }) => {
    const content = body === undefined || body === null ? undefined : Buffer.from(String(body))
    const answer = await http.request({
      method: method as HttpRequest['method'],
      url,
      headers: headers as Record<string, string>,
      ...(content ? { body: new Uint8Array(content) } : {}),
      maxBytes: MAX_BYTES,
      timeoutMs: TIMEOUT_MS,
    })
    const status = answer.status === 200 && isOAuthError(answer.body) ? 400 : answer.status
    const hasBody = ![204, 304].includes(status)
    return new Response(hasBody ? Buffer.from(answer.body) : null, {
      status,
      headers: { 'content-type': answer.headers['content-type'] ?? '' },
    })
  }
}

function isOAuthError(body: Uint8Array): boolean {
  try {
    const value: unknown = JSON.parse(Buffer.from(body).toString('utf8'))
    return typeof value === 'object' && value !== null && 'error' in value && typeof value.error === 'string'
  } catch {
    // Not JSON: the library says what is wrong with it.
    return false
  }
}

function failed(issuer: string, thrown: unknown): SallyportError {
  if (thrown instanceof SallyportError && thrown.code === 'LOGIN_FAILED') return thrown
  return new SallyportError('LOGIN_FAILED', { message: `${issuer}: ${describe(thrown)}`, cause: thrown })
}

/** What the issuer said, in its own words, as far as it is short and plain. */
function describe(thrown: unknown): string {
  if (thrown instanceof ResponseBodyError || thrown instanceof AuthorizationResponseError) {
    const said = [thrown.error, thrown.error_description].filter(Boolean).join(': ')
    return said.replace(/[^ -~]/g, '?').slice(0, 300)
  }
  const cause = thrown instanceof Error ? thrown.cause : undefined
  const more = cause instanceof Error && cause.message !== '' ? ` (${cause.message})` : ''
  return `${messageOf(thrown)}${more}`.slice(0, 300)
}
