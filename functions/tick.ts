import { Client, type ClientBase } from 'pg'
import { fallDue } from './charge/tick/fallDue'
import { endTasks } from './checkin/tick/endTasks'
import { remindOfSlips } from './checkin/tick/remindOfSlips'
import { callNext } from './lease/tick/callNext'
import { makePhotos } from './media/makePhotos'
import { planAhead } from './meeting/tick/planAhead'
import { type MeetingsTold, tellOfMeetings } from './meeting/tick/tellOfMeetings'
import { clearPatrolExports } from './patrol/clearExports'
import { tellMissed } from './patrol/tellMissed'
import { clearExports } from './rates/clearExports'
import { clearRollFiles } from './roll/clearFiles'
import { remindOfQuestions } from './statement/remindOfQuestions'
import { askSurveys } from './whistle/tick/askSurveys'
import { reschedule } from './whistle/tick/reschedule'
import { type ClocksTurned, turnClocks } from './whistle/tick/turnClocks'

const chore = (sql: string) => async (client: ClientBase, now: Date) =>
  (await client.query(sql, [now])).rowCount ?? 0

/** What the scheduler does, in this order: each finds nothing to do when it is done twice, and holds up nothing else when it fails. */
const parts = {
  rollFiles: clearRollFiles,
  // a session that is over is kept a month for 登录设备, then goes
  sessions: chore(
    `delete from session where coalesce(ended_at, expires_at) < $1::timestamptz - interval '30 days'`,
  ),
  // lines of a roll hold names; what was not taken in after a week was given up
  rollLines:
    chore(`delete from roll_line l using roll r where r.community_id = l.community_id and r.id = l.roll_id
    and (r.state = 'imported' or r.opened_at < $1::timestamptz - interval '7 days')`),
  // whose last tie ran out with yesterday
  homes: chore(`select unbind_homes(day_in_china($1))`),
  rosterLines:
    chore(`delete from slip_roster_line l using slip_roster r where r.organisation_id = l.organisation_id and r.id = l.roster_id
    and (r.state = 'imported' or r.opened_at < $1::timestamptz - interval '7 days')`),
  pace: chore(`delete from pace where window_start < $1::timestamptz - interval '2 days'`),
  // a calendar published since moves deadlines before anybody is reminded of the old ones
  rescheduled: reschedule,
  clocks: turnClocks,
  surveys: askSurveys,
  planned: planAhead,
  meetings: tellOfMeetings,
  exports: clearExports,
  patrols: tellMissed,
  patrolExports: clearPatrolExports,
  charged: fallDue,
  called: callNext,
  questionsReminded: remindOfQuestions,
  slips: remindOfSlips,
  tasks: endTasks,
  photos: makePhotos,
} satisfies Record<string, (client: ClientBase, now: Date) => Promise<number | ClocksTurned | MeetingsTold>>

export type TickDone = Record<Exclude<keyof typeof parts, 'clocks' | 'meetings'>, number> &
  ClocksTurned &
  MeetingsTold

export async function tick(url: string, now: Date): Promise<TickDone> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await tickOn(client, now)
  } finally {
    await client.end()
  }
}

/** On a connection that is there already. What failed is told at the end, all of it together. */
export async function tickOn(client: ClientBase, now: Date): Promise<TickDone> {
  const done: Partial<TickDone> = {}
  const faults: Error[] = []
  for (const [name, part] of Object.entries(parts)) {
    try {
      const answer = await part(client, now)
      Object.assign(done, typeof answer === 'number' ? { [name]: answer } : answer)
    } catch (fault) {
      faults.push(new Error(`the tick's part ${name} failed: ${fault}`, { cause: fault }))
      // whatever it left open does not reach into the next
      await client.query('rollback')
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, faults.map((f) => f.message).join(', '))
  return done as TickDone
}
