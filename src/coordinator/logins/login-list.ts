/** With which issuers people log in: what anybody may know, so that the command line can ask them. */
import type { LoginSummary } from '../../api/messages/login.ts'
import { decodeUtf8 } from '../../base/bytes.ts'
import type { CoordinatorContext } from '../context.ts'
import { resolveLogin, summarise } from './resolved-login.ts'

export async function listLogins(context: CoordinatorContext): Promise<{ logins: LoginSummary[] }> {
  const registered = await context.store.read((tx) => context.environments(tx))
  const logins = registered?.file.logins ?? []
  return {
    logins: await Promise.all(
      logins.map(async (login) => {
        const ca = login.ca === undefined ? null : decodeUtf8(await context.readFile(login.ca))
        return summarise(resolveLogin(login), ca)
      }),
    ),
  }
}
