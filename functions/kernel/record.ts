import { createHash } from 'node:crypto'
import { getTableColumns, getTableName, type InferInsertModel } from 'drizzle-orm'
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'
import { aboveCommunities } from '../../shared/kernel/ids'
import type { RecordAction, SubjectKind } from '../../shared/record/actions'
import type { Role } from '../../shared/role/roles'
import type { Connection } from './database'
import { Refused } from './refused'
import { newId } from './secrets'

/** One line of the record. References only: no names, no phones, no free text. */
export interface Entry {
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

const columns =
  'community_id, id, at, actor_id, actor_role, action, subject_kind, subject_id, about_id, before, after'
const values = ({ now, caller, as }: Act, entry: Entry): unknown[] => [
  entry.communityId ?? aboveCommunities,
  newId(now),
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
  await act.tx.run(
    'note',
    `insert into record (${columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    values(act, entry),
  )
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
  const shape = getTableColumns(table)
  const given = Object.entries(row).filter(([, value]) => value !== undefined)
  const columnOf = (key: string) => shape[key]!
  const params = given.map(([key, value]) => (value === null ? null : columnOf(key).mapToDriverValue(value)))
  const name = getTableName(table)
  const { primaryKeys, columns: all } = getTableConfig(table)
  const key = primaryKeys[0]?.columns ?? all.filter((c) => c.primary)
  const place = (i: number) => `$${i + 1}`
  const names = given.map(([k]) => columnOf(k).name)
  const added = act.tx.run<{ added: boolean }>(
    nameOf(`add ${name}`, names),
    `with added as (insert into ${name} (${names.join(', ')}) values (${names.map((_, i) => place(i)).join(', ')})
       on conflict (${key.map((c) => c.name).join(', ')}) do nothing returning 1),
     noted as (insert into record (${columns})
       select ${values(act, entry)
         .map((_, i) => `${place(params.length + i)}::${recordTypes[i]}`)
         .join(', ')} from added)
     select exists (select 1 from added) as added`,
    [...params, ...values(act, entry)],
  )
  const compared = given.filter(([k]) => !minted.includes(k))
  const same = act.tx.run<{ same: boolean }>(
    nameOf(
      `same ${name}`,
      compared.map(([k]) => k),
    ),
    `select true as same from ${name} where ${compared
      .map(([k], i) => `${columnOf(k).name} is not distinct from ${place(i)}::${columnOf(k).getSQLType()}`)
      .join(' and ')}`,
    compared.map(([k, value]) => (value === null ? null : columnOf(k).mapToDriverValue(value))),
  )
  const [[outcome], found] = await Promise.all([added, same])
  if (!outcome!.added && found.length === 0) throw new Refused('id_taken')
  return outcome!.added
}

/** A name for a statement over these columns; Postgres keeps 63 letters of it. */
const nameOf = (what: string, columns: string[]): string =>
  `${what} ${createHash('sha256').update(columns.join()).digest('hex').slice(0, 8)}`

const recordTypes = [
  'uuid',
  'uuid',
  'timestamptz',
  'uuid',
  'text',
  'text',
  'text',
  'uuid',
  'uuid',
  'jsonb',
  'jsonb',
]
