import { createHash } from 'node:crypto'
import { getTableColumns, getTableName } from 'drizzle-orm'
import { getTableConfig, type PgColumn, type PgTable } from 'drizzle-orm/pg-core'

/** A line of the record, column by column. */
export const recordColumns = {
  community_id: 'uuid',
  id: 'uuid',
  at: 'timestamptz',
  actor_id: 'uuid',
  actor_role: 'text',
  action: 'text',
  subject_kind: 'text',
  subject_id: 'uuid',
  about_id: 'uuid',
  before: 'jsonb',
  after: 'jsonb',
}

interface Statement {
  name: string
  text: string
}

export interface OnceWords {
  /** Adds the row and its line on the record; its values, then those of the line. */
  add: Statement
  /** Finds the row if it has the same content; the values of what is compared. */
  same: Statement
  compared: readonly string[]
  /** A value of the row as the database takes it. */
  write(key: string, value: unknown): unknown
}

const made = new Map<string, OnceWords>()

/** The words for adding a row with these keys once and only once: put together the first time, then kept. */
export function onceWords(table: PgTable, keys: readonly string[], minted: readonly string[]): OnceWords {
  const called = `${getTableName(table)} ${keys} ${minted}`
  const words = made.get(called) ?? putTogether(table, keys, minted)
  made.set(called, words)
  return words
}

function putTogether(table: PgTable, keys: readonly string[], minted: readonly string[]): OnceWords {
  const name = getTableName(table)
  const shape = getTableColumns(table)
  const columnOf = (key: string): PgColumn => shape[key]!
  const { primaryKeys, columns } = getTableConfig(table)
  const primary = primaryKeys[0]?.columns ?? columns.filter((c) => c.primary)
  const place = (i: number) => `$${i + 1}`
  const names = keys.map((key) => columnOf(key).name)
  const noted = Object.values(recordColumns).map((type, i) => `${place(keys.length + i)}::${type}`)
  const compared = keys.filter((key) => !minted.includes(key))
  const alike = compared.map((key, i) => {
    const column = columnOf(key)
    return `${column.name} is not distinct from ${place(i)}::${column.getSQLType()}`
  })
  return {
    add: {
      name: nameOf(`add ${name}`, names),
      // Who sends the same id at the same time waits here: meeting at another unique index first, they would be refused
      // for the name that is their own.
      text: `with alone as materialized (select pg_advisory_xact_lock(hashtextextended(${place(keys.indexOf('id'))}::text, 0))),
       added as (insert into ${name} (${names.join(', ')})
         select ${keys.map((key, i) => `${place(i)}::${columnOf(key).getSQLType()}`).join(', ')} from alone
         on conflict (${primary.map((c) => c.name).join(', ')}) do nothing returning 1),
       noted as (insert into record (${Object.keys(recordColumns).join(', ')}) select ${noted.join(', ')} from added)
       select exists (select 1 from added) as added`,
    },
    same: {
      name: nameOf(`same ${name}`, compared),
      text: `select true as same from ${name} where ${alike.join(' and ')}`,
    },
    compared,
    write: (key, value) => (value === null ? null : columnOf(key).mapToDriverValue(value)),
  }
}

/** A name for a statement over these columns; Postgres keeps 63 letters of it. */
const nameOf = (what: string, columns: readonly string[]): string =>
  `${what} ${createHash('sha256').update(columns.join()).digest('hex').slice(0, 8)}`
