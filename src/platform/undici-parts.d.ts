/** The parts of undici that we load, by file: the whole package has twice the size. */
declare module 'undici/lib/api/api-request.js' {
  import type { Dispatcher } from 'undici'

  /** `this` is the dispatcher. */
  function request(this: Dispatcher, options: Dispatcher.RequestOptions): Promise<Dispatcher.ResponseData>
  export default request
}

declare module 'undici/lib/dispatcher/env-http-proxy-agent.js' {
  import type { EnvHttpProxyAgent as Class } from 'undici'

  const EnvHttpProxyAgent: typeof Class
  export default EnvHttpProxyAgent
}
