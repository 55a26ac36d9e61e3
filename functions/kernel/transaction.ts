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
    let over = false
    const end = (word: 'commit' | 'rollback') => {
      over = true
      tx.sealed = `asked after ${word}`
      tx.gather()
      return inFlight(tx.client.query(word).then(() => {}))
    }
    tx.gather()
    const began = inFlight(tx.client.query('begin'))
    const entered = inFlight(
      token === undefined
        ? Promise.resolve(undefined)
        : tx
            .run<{ enter: Entered }>('enter', 'select enter($1, $2)', [tokenHash(token), now])
            .then((rows) => rows[0]!.enter),
    )
    try {
      const answer = await work(tx, entered, () => end('commit'))
      await began
      if (!over) await end('commit')
      return answer
    } catch (error) {
      if (!over) await end('rollback').catch(() => {})
      throw error
    }
  })
}
