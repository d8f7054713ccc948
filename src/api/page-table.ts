/** The pages that a person's browser sees: a table beside that of the routes, closed like it. */
export interface Page {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly summary: string
  /** Anybody may ask; what a page does depends on cookies and codes, never on who asks. */
  readonly maxBodyBytes: number
}

export const PAGES = {
  loginCallback: {
    method: 'GET',
    path: '/login/callback',
    summary: 'Where an issuer sends the browser back to.',
    maxBodyBytes: 0,
  },
  loginPage: {
    method: 'GET',
    path: '/login/{id}',
    summary: 'Asks for the code that the command line shows.',
    maxBodyBytes: 0,
  },
  loginConfirm: {
    method: 'POST',
    path: '/login/{id}',
    summary: 'Takes the code, and sends the browser to the issuer.',
    maxBodyBytes: 1024,
  },
} as const satisfies Record<string, Page>

export type PageName = keyof typeof PAGES
export const CALLBACK_PATH = PAGES.loginCallback.path
