import { Client, type ClientBase } from 'pg'
import { fallDue } from './charge/tick/fallDue'
import { endTasks } from './checkin/tick/endTasks'
import { remindOfSlips } from './checkin/tick/remindOfSlips'
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

/** What the scheduler does, each in one statement that finds nothing to do when it is done twice. */
const chores = {
  // a session that is over is kept a month for 登录设备, then goes
  sessions: `delete from session where coalesce(ended_at, expires_at) < $1::timestamptz - interval '30 days'`,
  // lines of a roll hold names; what was not taken in after a week was given up
  rollLines: `delete from roll_line l using roll r where r.community_id = l.community_id and r.id = l.roll_id
    and (r.state = 'imported' or r.opened_at < $1::timestamptz - interval '7 days')`,
  // whose last tie ran out with yesterday
  homes: `select unbind_homes(day_in_china($1))`,
  rosterLines: `delete from slip_roster_line l using slip_roster r where r.organisation_id = l.organisation_id and r.id = l.roster_id
    and (r.state = 'imported' or r.opened_at < $1::timestamptz - interval '7 days')`,
  pace: `delete from pace where window_start < $1::timestamptz - interval '2 days'`,
}

export type TickDone = Record<
  | keyof typeof chores
  | 'rollFiles'
  | 'rescheduled'
  | 'surveys'
  | 'exports'
  | 'patrols'
  | 'patrolExports'
  | 'planned'
  | 'charged'
  | 'questionsReminded'
  | 'slips'
  | 'tasks'
  | 'photos',
  number
> &
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

/** On a connection that is there already. */
export async function tickOn(client: ClientBase, now: Date): Promise<TickDone> {
  const done: Partial<TickDone> = { rollFiles: await clearRollFiles(client, now) }
  for (const chore of Object.keys(chores) as (keyof typeof chores)[]) {
    done[chore] = (await client.query(chores[chore], [now])).rowCount ?? 0
  }
  // a calendar published since moves deadlines before anybody is reminded of the old ones
  done.rescheduled = await reschedule(client, now)
  Object.assign(done, await turnClocks(client, now))
  done.surveys = await askSurveys(client, now)
  done.planned = await planAhead(client, now)
  Object.assign(done, await tellOfMeetings(client, now))
  done.exports = await clearExports(client, now)
  done.patrols = await tellMissed(client, now)
  done.patrolExports = await clearPatrolExports(client, now)
  done.charged = await fallDue(client, now)
  done.questionsReminded = await remindOfQuestions(client, now)
  done.slips = await remindOfSlips(client, now)
  done.tasks = await endTasks(client, now)
  // last: a picture that cannot be made holds up nothing else
  done.photos = await makePhotos(client, now)
  return done as TickDone
}
