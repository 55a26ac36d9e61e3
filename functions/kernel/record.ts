import type { InferInsertModel } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { aboveCommunities } from '../../shared/kernel/ids'
import type { RecordAction, SubjectKind } from '../../shared/record/actions'
import type { Role } from '../../shared/role/roles'
import type { Connection } from './database'
import { onceWords, recordColumns } from './onceWords'
import { Refused } from './refused'
import { newId } from './secrets'

/** One line of the record. References only: no names, no phones, no free text. */
export interface Entry {
  /** Minted by the caller where something is written beside the line; else here. */
  entryId?: string
  communityId?: string
  action: RecordAction
  subjectKind: SubjectKind
  subjectId: string
  aboutId?: string | null
  before?: Record<string, unknown>
  after?: Record<string, unknown>
}

/** Who does it, and when: every verb hands on its own. */
export interface Act {
  tx: Connection
  now: Date
  caller: { personId: string }
  /** The role that lets them. */
  as?: Role | undefined
}

const columns = Object.keys(recordColumns)
const noteWords = `insert into record (${columns.join(', ')}) values (${columns.map((_, i) => `$${i + 1}`).join(', ')})`
const values = ({ now, caller, as }: Act, entry: Entry): unknown[] => [
  entry.communityId ?? aboveCommunities,
  entry.entryId ?? newId(now),
  now,
  caller.personId,
  as ?? null,
  entry.action,
  entry.subjectKind,
  entry.subjectId,
  entry.aboutId ?? null,
  entry.before ?? null,
  entry.after ?? null,
]

/** Puts a change on the record, in the same transaction. */
export async function note(act: Act, entry: Entry): Promise<void> {
  await act.tx.run('note', noteWords, values(act, entry))
}

/**
 * Adds a row under the id its maker minted, and its line on the record, once and only once: the same thing sent again
 * finds itself, other content under a used id is refused. Both statements go out at once, so the commit can ride along.
 * Tells whether it was added now.
 */
export async function addOnce<T extends PgTable>(
  act: Act,
  table: T,
  row: InferInsertModel<T>,
  entry: Entry,
  /** Columns that the server fills anew each time; they do not count when content is compared. */
  minted: readonly string[] = [],
): Promise<boolean> {
  const given = new Map(Object.entries(row).filter(([, value]) => value !== undefined))
  const { add, same, compared, write } = onceWords(table, [...given.keys()], minted)
  const [[outcome], found] = await Promise.all([
    act.tx.run<{ added: boolean }>(add.name, add.text, [
      ...[...given].map(([key, value]) => write(key, value)),
      ...values(act, entry),
    ]),
    act.tx.run(
      same.name,
      same.text,
      compared.map((key) => write(key, given.get(key))),
    ),
  ])
  if (!outcome!.added && found.length === 0) throw new Refused('id_taken')
  return outcome!.added
}
