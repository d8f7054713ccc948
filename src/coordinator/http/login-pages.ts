/** Pages for browsers, by their table: bounded, unsigned, never cached. */
import { PAGES, type PageName } from '../../api/page-table.ts'
import type { CoordinatorContext } from '../context.ts'
import { confirmLogin, finishInBrowser, type PageRequest, showLoginPage } from '../logins/browser-login.ts'
import { readBody } from './received-request.ts'

const HANDLERS: Readonly<
  Record<PageName, (context: CoordinatorContext, request: PageRequest) => Promise<Response>>
> = {
  loginCallback: finishInBrowser,
  loginPage: showLoginPage,
  loginConfirm: confirmLogin,
}

/** @param id what stands for `{id}` in the path */
export async function servePage(
  context: CoordinatorContext,
  name: PageName,
  request: Request,
  id: string,
): Promise<Response> {
  const body = await readBody(request, PAGES[name].maxBodyBytes)
  return HANDLERS[name](context, {
    id,
    url: new URL(request.url),
    form: new URLSearchParams(Buffer.from(body).toString('utf8')),
    origin: request.headers.get('origin') ?? undefined,
    cookie: request.headers.get('cookie') ?? undefined,
  })
}
