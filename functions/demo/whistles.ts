import { createHash } from 'node:crypto'
import { dayOf } from '../../shared/kernel/time'
import { grant } from './grant'
import { hongyun, yanxi, yanxiCompound } from './ids'
import { meetings, tabledWhistles, tickedForMeetings } from './meetings'
import type { Moment } from './meetings/meet'
import { money } from './money'
import { demoId, type Stage } from './stage'
import { hongyunYear } from './whistles/hongyun'
import { hongyunToday } from './whistles/hongyunToday'
import { incidents, incidentWhistles } from './whistles/incidents'
import { compoundIds, Scene, workerOf } from './whistles/scene'
import type { Told } from './whistles/told'
import { beganAt } from './whistles/when'
import { yanxiYear } from './whistles/yanxi'
import { yanxiToday } from './whistles/yanxiToday'

const ownStories = [
  ...yanxiYear,
  ...hongyunYear,
  ...incidentWhistles,
  ...yanxiToday,
  ...hongyunToday,
  ...tabledWhistles,
]
const hour = 3_600_000

/** A year of whistles in two communities, those found on rounds too, lived hour by hour in the order of time, the scheduler among them. */
export async function liveTheWhistles(stage: Stage, found: readonly Told[]): Promise<void> {
  await chooseACommittee(stage)
  await setTheClocks(stage)
  const spotOf = await knowThePlaces(stage)
  const told = [...ownStories, ...found].map((story) => {
    const began = beganAt(stage, story.when, minuteOf(story.words), story.compound === '弘运' ? 330 : 284)
    // nobody comes on the full hour
    const pace = story.longAgo ? 1 + minuteOf(story.words) / 600 : 1
    return { story, momentAt: (after: number) => new Date(began.getTime() + after * pace * hour) }
  })
  const moments: Moment[] = told.flatMap(({ story, momentAt }) => {
    const scene = new Scene(stage, story, spotOf(story))
    return story.steps.flatMap(({ after, run, maybe }) => {
      const at = momentAt(after)
      if (at >= stage.now && maybe) return []
      if (at >= stage.now) throw new Error(`${story.words}: the demo would live in the future`)
      return [{ at, happens: () => run(scene, at).catch(stumbleOver(story.words)) }]
    })
  })
  moments.push(...incidents(stage), ...besides(stage), ...(await meetings(stage)), ...money(stage))
  const wanted = [
    ...told.flatMap(({ story, momentAt }) => story.ticks.map(momentAt)),
    ...tickedForMeetings(stage),
  ]
  moments.push(...ticksOf(stage, wanted).map((at) => ({ at, happens: () => stage.tick(at) })))
  moments.sort((a, b) => a.at.getTime() - b.at.getTime())
  for (const { happens } of moments) await happens()
}

const stumbleOver = (words: string) => (cause: unknown) => {
  throw new Error(`The demo stumbled over “${words}”`, { cause })
}

const minuteOf = (words: string): number => createHash('sha256').update(words).digest().readUInt8() % 60

/** Whatever waits for the scheduler is found the next morning; of late it comes by more often, and never stays away for a week. */
function ticksOf(stage: Stage, wanted: Date[]): Date[] {
  const { now } = stage
  const mornings = wanted.map((at) => {
    const days = Math.floor((now.getTime() - at.getTime()) / (24 * hour))
    const morning = stage.daysAgo(days, 8, 10)
    return days < 14 || morning <= at ? at : morning
  })
  const lately = [70, 46, 22, 10, 4, 0.2].map((hours) => new Date(now.getTime() - hours * hour))
  const weekly = Array.from({ length: 48 }, (_, i) => stage.daysAgo(7 * i + 3, 8, 20))
  const due = [...mornings, ...lately].filter((at) => at < now)
  const near = (a: Date, hours: number) => (b: Date) => Math.abs(a.getTime() - b.getTime()) < hours * hour
  const all = [...due, ...weekly.filter((at) => !due.some(near(at, 3 * 24)))]
  all.sort((a, b) => a.getTime() - b.getTime())
  return all.filter((at, i) => i === 0 || !near(at, 0.5)(all[i - 1]!))
}

/** What people do beside: they read what they were told, and look at how the year went. */
function besides(stage: Stage): Moment[] {
  const readers = ['communityWorker', 'secondWorker', 'property', 'department', 'subdistrictOfficer', 'owner']
  const read = new Date(stage.now.getTime() - 26 * hour)
  const asked = stage.daysAgo(20, 16)
  const month = dayOf(stage.daysAgo(50)).slice(0, 7)
  const months = { communityId: yanxi, by: 'party', fromMonth: month, toMonth: month } as const
  return [
    ...readers.map((who) => ({
      at: read,
      happens: () => stage.act(who, 'inbox.read', { until: read.toISOString() }, read),
    })),
    {
      at: asked,
      happens: () => stage.act('communityWorker', 'rates.export', { ...months, id: demoId('三率表') }, asked),
    },
  ]
}

/** A compound that manages itself needs somebody to whom work can be sent. */
async function chooseACommittee(stage: Stage): Promise<void> {
  const seats = { neighbour3: 'committeeDirector', neighbour4: 'committeeMember' } as const
  for (const [who, role] of Object.entries(seats))
    await grant(stage, 'communityWorker', who, role, yanxiCompound, yanxi, 290)
}

async function setTheClocks(stage: Stage): Promise<void> {
  await stage.act(
    'communityWorker',
    'whistle.setClock',
    {
      communityId: yanxi,
      category: 'lift',
      urgency: 'ordinary',
      response: { amount: 2, unit: 'hours' },
      resolution: { amount: 2, unit: 'workingDays' },
    },
    stage.daysAgo(245),
  )
}

async function knowThePlaces(stage: Stage) {
  const trees = await Promise.all(
    [yanxi, hongyun].map((communityId) => stage.act(workerOf(communityId), 'place.tree', { communityId })),
  )
  const compounds = trees.flatMap((tree) => tree.compounds)
  return ({ compound, building, entrance, spot }: Told) => {
    const { compoundId } = compoundIds[compound]!
    const at = compounds.find((c) => c.compoundId === compoundId)?.buildings.find((b) => b.name === building)
    const within = at?.entrances.find((e) => e.name === entrance)
    if ((building && !at) || (entrance && !within)) throw new Error(`The demo has no ${building}${entrance}`)
    return {
      ...(at && { buildingId: at.buildingId }),
      ...(within && { entranceId: within.entranceId }),
      ...(spot && { spot }),
    }
  }
}
