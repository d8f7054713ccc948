/** One plain page: no script, no outside resource, nothing that another site may frame; all text escaped. */
import { createHash } from 'node:crypto'

export interface PageContent {
  readonly status: number
  readonly title: string
  /** Sentences. */
  readonly lines: readonly string[]
  readonly form?: {
    readonly action: string
    readonly field: string
    readonly label: string
    readonly button: string
  }
  /** Followed at once. */
  readonly next?: { readonly url: string; readonly label: string }
  readonly cookies?: readonly string[]
}

const STYLE = `
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 34rem; margin: 4rem auto; padding: 0 1rem; color: #1b1f24; }
h1 { font-size: 1.4rem; }
label { display: block; margin: 1rem 0 .3rem; }
input { font: 1.2rem ui-monospace, monospace; padding: .5rem; width: 12rem; text-transform: uppercase; }
button { font: inherit; padding: .55rem 1.2rem; margin: .4rem 0 0 .4rem; }
input:focus, button:focus { outline: 3px solid #4c8dff; outline-offset: 1px; }
@media (prefers-color-scheme: dark) { body { background: #16181c; color: #e6e8eb; } a { color: #8ab4f8; } }
`
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')

export function renderPage({ status, title, lines, form, next, cookies = [] }: PageContent): Response {
  const body = [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    next ? `<meta http-equiv="refresh" content="0;url=${escapeHtml(next.url)}">` : '',
    `<title>${escapeHtml(title)} · Sallyport</title><style>${STYLE}</style></head><body><main>`,
    `<h1>${escapeHtml(title)}</h1>`,
    ...lines.map((line) => `<p>${escapeHtml(line)}</p>`),
    form ? renderForm(form) : '',
    next ? `<p><a href="${escapeHtml(next.url)}">${escapeHtml(next.label)}</a></p>` : '',
    '</main></body></html>',
  ].join('\n')
  const headers = new Headers({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
    // With no-referrer browsers send `Origin: null` with our own form, and we refuse it (Fetch, 3.2).
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
  })
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  return new Response(body, { status, headers })
}

function renderForm({ action, field, label, button }: NonNullable<PageContent['form']>): string {
  return (
    `<form method="post" action="${escapeHtml(action)}"><label for="${escapeHtml(field)}">${escapeHtml(label)}</label>` +
    `<input id="${escapeHtml(field)}" name="${escapeHtml(field)}" maxlength="16" autocomplete="off" autocapitalize="characters" required autofocus>` +
    `<button>${escapeHtml(button)}</button></form>`
  )
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]!)
}
