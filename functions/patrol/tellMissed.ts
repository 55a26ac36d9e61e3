import type { ClientBase } from 'pg'
import { calendarOf } from '../../shared/kernel/calendar'
import { addDays, dayOf } from '../../shared/kernel/time'
import { dueOn, type Version } from '../../shared/patrol/rhythm'
import { newId } from '../kernel/secrets'
import { daysOfWindow } from './walked'

interface ToTell {
  community_id: string
  id: string
  since: string
  versions: Version[]
  days: string[]
}

const plansAtOnce = 200
/** Should nobody have ticked for longer, what is older is no news any more. */
const daysTold = 14

/**
 * The day after, it is told which rounds have not come: once for each plan and day, whoever ticks at the same time. A round
 * that comes later counts all the same.
 */
export async function tellMissed(client: ClientBase, now: Date): Promise<number> {
  const yesterday = addDays(dayOf(now), -1)
  const oldest = addDays(yesterday, -daysTold)
  await client.query('begin')
  try {
    const plans = await client.query<ToTell>(
      `select p.community_id, p.id, greatest(p.told_until, $2::date)::text as since,
         (select jsonb_agg(jsonb_build_object('versionId', v.id, 'n', v.n, 'from', v.from_day, 'rhythm', v.rhythm) order by v.n)
          from patrol_version v where v.community_id = p.community_id and v.plan_id = p.id) as versions,
         array(select distinct r.day::text from patrol_round r where r.community_id = p.community_id and r.plan_id = p.id
           and r.day between greatest(p.told_until, $2::date) - $3::integer and $1) as days
       from patrol_plan p where p.told_until < $1 order by p.told_until limit $4 for update of p skip locked`,
      [yesterday, oldest, daysOfWindow, plansAtOnce],
    )
    if (plans.rows.length === 0) return await ended(client, 0)
    const edits = await client.query<{ day: string; works: boolean }>(
      'select day::text, works from calendar_day',
    )
    const years = await client.query<{ year: number }>('select year from calendar_year')
    const calendar = calendarOf(
      edits.rows,
      years.rows.map((y) => y.year),
    )
    const missed = plans.rows.flatMap(({ community_id, id, since, versions, days }) => {
      const told: object[] = []
      for (let day = addDays(since, 1 - daysOfWindow); day <= yesterday; day = addDays(day, 1)) {
        const due = dueOn(versions, day, calendar)
        if (!due || due.until <= since || due.until > yesterday) continue
        if (days.some((walked) => due.from <= walked && walked <= due.until)) continue
        told.push({ community_id, entry_id: newId(now), plan_id: id, day: due.day })
      }
      return told
    })
    await client.query(
      `insert into record (community_id, id, at, action, subject_kind, subject_id, after)
       select m.community_id, m.entry_id, $1, 'patrol.missed', 'patrol', m.plan_id, jsonb_build_object('by', 'clock', 'day', m.day)
       from jsonb_to_recordset($2) as m(community_id uuid, entry_id uuid, plan_id uuid, day text)`,
      [now, JSON.stringify(missed)],
    )
    await client.query(
      `update patrol_plan p set told_until = $1 from unnest($2::uuid[], $3::uuid[]) told(community_id, id)
       where p.community_id = told.community_id and p.id = told.id`,
      [yesterday, plans.rows.map((p) => p.community_id), plans.rows.map((p) => p.id)],
    )
    return await ended(client, missed.length)
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

async function ended(client: ClientBase, told: number): Promise<number> {
  await client.query('commit')
  return told
}
