import type { ClientBase } from 'pg'
import { dayOf } from '../../../shared/kernel/time'
import type { Due } from '../../../shared/whistle/clocks'
import { dueOver, earlier, type Pause, pauseActions, seconds, worldOf } from '../clockWorld'
import type { ClockRow, WhistleRow } from '../queries'

interface Row extends WhistleRow {
  pauses: Pause[]
  /** The row as it was read: whoever changed it since has reckoned with it already. */
  version: string
  response_set: boolean
  resolution_set: boolean
}

const setByHand = (
  clock: string,
) => `exists (select 1 from record r where r.community_id = w.community_id and r.subject_id = w.id
    and ((r.action = 'whistle.dispatched' and r.at = w.${clock}_from and r.after ? '${clock}Set')
      or ('${clock}' = 'resolution' and r.action = 'whistle.extended' and r.at >= w.resolution_from))) as ${clock}_set`
// with the pauses since its clocks began, as the record has them, and what somebody set and no calendar moves
const provisional = `select w.*, w.xmin::text as version, coalesce((select jsonb_agg(jsonb_build_object('action', r.action, 'at', r.at) order by r.id) from record r
    where r.community_id = w.community_id and r.subject_id = w.id and r.action in (${pauseActions.map((a) => `'${a}'`).join(', ')})), '[]') as pauses,
    ${setByHand('response')}, ${setByHand('resolution')}
  from whistle w where w.provisional and w.next_due_at is not null and w.id > $1 order by w.id limit $2`

/** A deadline by the calendar as it is known now: from where its clock began, over every pause. */
function recomputed(row: Row, world: ReturnType<typeof worldOf>, clock: 'response' | 'resolution'): Due {
  if (row[`${clock}_set`]) return { at: row[`${clock}_due_at`], provisional: false }
  const rule = world.clocksFor(row.category, row.urgency)[clock]
  return dueOver(world.calendar, rule, row[`${clock}_from`], row.pauses)
}

const moving = `with moved as (update whistle set response_due_at = $3, resolution_due_at = $4, provisional = false
    where community_id = $1 and id = $2 and xmin::text = $7 returning community_id, id)
  insert into record (community_id, id, at, action, subject_kind, subject_id, after)
  select community_id, record_id($5), $5, 'whistle.rescheduled', 'whistle', id, $6 from moved`

async function worldsOf(client: ClientBase, rows: Row[], now: Date) {
  const first = rows.reduce((a, r) => earlier(a, earlier(r.response_from, r.resolution_from)), now)
  const edits = await client.query<{ day: string; works: boolean }>(
    'select day::text, works from calendar_day where day >= $1::date - 1',
    [dayOf(first)],
  )
  const years = await client.query<{ year: number }>('select year from calendar_year')
  const own = await client.query<ClockRow & { community_id: string }>(
    'select * from whistle_clock where community_id = any ($1)',
    [[...new Set(rows.map((r) => r.community_id))]],
  )
  return ({ community_id }: Row) =>
    worldOf(
      edits.rows,
      years.rows,
      own.rows.filter((c) => c.community_id === community_id),
    )
}

/** Those of one page that are known now; whoever changed one meanwhile, or another machine, was faster. */
async function move(client: ClientBase, rows: Row[], now: Date): Promise<number> {
  const worldFor = await worldsOf(client, rows, now)
  let moved = 0
  for (const row of rows) {
    const world = worldFor(row)
    const response = recomputed(row, world, 'response')
    const resolution = recomputed(row, world, 'resolution')
    if (response.provisional || resolution.provisional) continue
    const responseDueAt = earlier(response.at, resolution.at)
    const after = {
      by: 'clock',
      responseDue: seconds(responseDueAt),
      resolutionDue: seconds(resolution.at),
    }
    const { rowCount } = await client.query(moving, [
      ...[row.community_id, row.id, responseDueAt, resolution.at, now, after],
      row.version,
    ])
    moved += rowCount ?? 0
  }
  return moved
}

/** Deadlines that reached into a year without a calendar, once it is published; page by page, so that one that waits holds up no other. */
export async function reschedule(client: ClientBase, now: Date, atOnce = 500): Promise<number> {
  let moved = 0
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { rows } = await client.query<Row>(provisional, [after, atOnce])
    if (rows.length === 0) return moved
    moved += await move(client, rows, now)
    after = rows.at(-1)!.id
  }
}
