import { randomUUID } from 'node:crypto'
import type { ErrorBody } from '../../shared/kernel/refusal'
import type { Answer, TestApi } from '../kernel/api'
import type { At } from './house'

export const races = 200
const atOnce = 10

/** Many whistles that stand where one was brought, with its first reporter and the lead to whom it went. */
export async function copies(api: TestApi, { communityId, whistleId }: At, many = races): Promise<At[]> {
  const ids = Array.from({ length: many }, () => randomUUID())
  const copy = async (table: string, anew: Record<string, string>, only = 'true') => {
    const columns = await api.owner<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and attgenerated = '' and not attisdropped`,
      [table],
    )
    const values = columns.map(({ name }) => anew[name] ?? `t.${name}`)
    await api.owner(
      `insert into ${table} (${columns.map((c) => c.name).join()}) select ${values.join()}
       from ${table} t cross join unnest($2::uuid[]) i(id) where t.${table === 'whistle' ? 'id' : 'whistle_id'} = $1 and ${only}`,
      [whistleId, ids],
    )
  }
  await api.owner('alter table whistle disable trigger whistle_begins')
  await copy('whistle', { id: 'i.id' })
  await api.owner('alter table whistle enable trigger whistle_begins')
  // of another day, so that they are not counted with what somebody whistles today
  await copy('whistle_reporter', { whistle_id: 'i.id', at: "t.at - interval '2 days'" }, 't.first')
  // the lead is called like its whistle: nothing else is needed to tell them apart
  await copy('dispatch', { id: 'i.id', with_id: 'i.id', whistle_id: 'i.id' }, 't.lead')
  return ids.map((id) => ({ communityId, whistleId: id }))
}

/** Ten at a time, over the doors' pool of ten connections. */
export async function inTens<T>(many: number, work: (i: number) => Promise<T>): Promise<T[]> {
  const done: T[] = []
  for (let from = 0; from < many; from += atOnce) {
    const these = Array.from({ length: Math.min(atOnce, many - from) }, (_, k) => work(from + k))
    done.push(...(await Promise.all(these)))
  }
  return done
}

type Runner = (i: number) => Promise<Answer<unknown>>
/** Two set off at once, each first in every other race; their answers in the order in which they are named. */
export const race = (a: Runner, b: Runner) =>
  inTens(races, async (i) => {
    if (i % 2) return Promise.all([a(i), b(i)])
    const [second, first] = await Promise.all([b(i), a(i)])
    return [first, second] as const
  })

export const won = ({ status }: Answer<unknown>): boolean => status === 200
export const codeOf = ({ body }: Answer<unknown>): string => (body as ErrorBody).code

/** How often each value comes that SQL works out for these whistles. */
export async function tally(api: TestApi, what: string, whistles: At[]): Promise<Record<string, number>> {
  const rows = await api.owner<{ what: string; n: number }>(
    `select ${what} as what, count(*)::int as n from whistle w where w.id = any ($1) group by 1 order by 1`,
    [whistles.map((w) => w.whistleId)],
  )
  return Object.fromEntries(rows.map(({ what, n }) => [what, n]))
}
/** All that the record tells of a whistle, in order, and of what it was reminded. */
export const told = `(select string_agg(concat_ws(' ', r.action, case r.action when 'whistle.reminded' then r.after ->> 'kind' end), ', ' order by r.id)
  from record r where r.subject_id = w.id)`
