import type { Caller } from '../../shared/role/caller'
import type { Connection, Database } from './database'
import { tokenHash } from './secrets'

/** What `enter` answers: who asks, and all they hold today. */
export interface Entered {
  personId: string
  sessionId: string
  roles: HeldRoleRow[]
}

export interface HeldRoleRow {
  role: string
  scope: string
  scopeName: string
  path: Record<string, string>
  communities: { communityId: string; name: string }[]
  from: string
  to: string | null
}

export const callerOf = (entered: Entered): Caller => ({
  personId: entered.personId,
  sessionId: entered.sessionId,
  roles: entered.roles.map((r) => ({
    role: r.role as Caller['roles'][number]['role'],
    path: r.path,
    communities: r.communities.map((c) => c.communityId),
  })),
})

/** Sent, not awaited: the failure of one is told by the batch that it belongs to. */
const inFlight = <T>(promise: Promise<T>): Promise<T> => {
  promise.catch(() => {})
  return promise
}

/**
 * `begin` and `enter` go out at once, and whatever `work` asks before its first wait rides in the same batch.
 * Commits when `work` ends well, undoes everything when it throws.
 */
export async function transact<T>(
  database: Database,
  token: string | undefined,
  now: Date,
  work: (tx: Connection, entered: Promise<Entered | undefined>, commit: () => Promise<void>) => Promise<T>,
): Promise<T> {
  return database.lend(async (tx) => {
    let ending: Promise<unknown> | undefined
    const commit = async () => {
      ending = inFlight(tx.run('commit', 'commit'))
      tx.sealed = 'asked after commit'
      await ending
    }
    const began = inFlight(tx.run('begin', 'begin'))
    const entered = inFlight(
      token === undefined
        ? Promise.resolve(undefined)
        : tx
            .run<{ enter: Entered }>('enter', 'select enter($1, $2)', [tokenHash(token), now])
            .then((rows) => rows[0]!.enter),
    )
    try {
      const answer = await work(tx, entered, () => inFlight(commit()))
      await began
      await (ending ?? commit())
      return answer
    } catch (error) {
      const committed = await ending?.then(
        () => true,
        () => false, // skipped with what failed before it: the transaction is still open
      )
      if (!committed) {
        tx.sealed = undefined
        await tx.run('rollback', 'rollback').catch(() => {})
      }
      throw error
    }
  })
}
