import { createHash } from 'node:crypto'
import type { Input } from '../../../shared/contract'
import { calendarOf } from '../../../shared/kernel/calendar'
import { addDays, dayOf, startOfDay } from '../../../shared/kernel/time'
import { duesBetween, type Version, versionOn } from '../../../shared/patrol/rhythm'
import { yanxi } from '../ids'
import { takePhoto } from '../photos'
import { demoId, type Stage } from '../stage'
import { whistleIdOf } from '../whistles/scene'
import { type Told, told } from '../whistles/told'
import { type FindingTold, findingsTold } from './findings'
import { checkpointIdOf, makePlan, type PlanTold, planIdOf, plansTold, versionIdOf } from './plans'

const minute = 60_000
const hour = 60 * minute
const calendar = calendarOf([], [])

/** The same number for the same words, so that every year of the demo goes alike. */
const luck = (words: string): number => createHash('sha256').update(words).digest().readUInt16BE()

/** One round that was walked: on a day, of a version, with what was found and looked at. */
interface Walk {
  plan: PlanTold
  day: string
  version: number
  nth: number
  found: FindingTold[]
  looked: { of: FindingTold; n: number }[]
}

/** A year of rounds: most are walked, some with a checkpoint left out, a few not at all. Told is what became of its whistles. */
export async function liveThePatrols(stage: Stage): Promise<Told[]> {
  for (const plan of plansTold) {
    await makePlan(stage, plan)
    // one session each, however many go at once
    for (const [walker] of plan.walkers) await stage.act(walker, 'me.get', {})
  }
  // plans know nothing of each other: each is lived in its own order
  const stories = await Promise.all(plansTold.map((plan) => liveOne(stage, plan)))
  await besides(stage)
  return stories.flat()
}

async function liveOne(stage: Stage, plan: PlanTold): Promise<Told[]> {
  const walks = walksOf(stage, plan)
  for (const walk of walks) await walkRound(stage, walk)
  return walks.flatMap((walk) => [
    ...walk.found
      .filter((f) => f.outcome === 'whistled' || f.desk !== undefined)
      .map((f) => storyOf(stage, walk, f)),
    ...walk.looked
      .filter(({ of, n }) => of.looks![n]![1] === 'whistled')
      .map(({ of }) => storyOf(stage, walk, of)),
  ])
}

/** On which days somebody went. */
function walksOf(stage: Stage, plan: PlanTold): Walk[] {
  const versions: Version[] = plan.manners.map((m, i) => ({
    versionId: String(i),
    n: i + 1,
    from: dayOf(stage.daysAgo(m.days)),
    rhythm: m.rhythm,
  }))
  const yesterday = addDays(dayOf(stage.now), -1)
  const dues = duesBetween(versions, versions[0]!.from, yesterday, calendar)
  const told = findingsTold.filter((f) => f.plan === plan.key)
  const walks = dues
    .map(
      (due, nth): Walk => ({
        plan,
        day: due.day,
        version: Number(versionOn(versions, due.day)!.versionId),
        nth,
        found: [],
        looked: [],
      }),
    )
    .filter((w) => w.nth % 13 !== 7 && walkerOn(stage, plan, w.day) !== undefined)
  const nearest = (days: number): Walk => {
    const day = dayOf(stage.daysAgo(days))
    return walks.find((w) => w.day >= day) ?? walks.at(-1)!
  }
  for (const finding of told) {
    const walk = nearest(finding.days)
    walk.found.push(finding)
    finding.looks?.forEach(([days], n) => {
      const later = nearest(days)
      if (later.day > walk.day) later.looked.push({ of: finding, n })
    })
  }
  return walks
}

type Piece = Input<'round.send'>

const walkerOn = (stage: Stage, plan: PlanTold, day: string): string | undefined =>
  plan.walkers.find(
    ([, from, until]) => dayOf(stage.daysAgo(from)) <= day && day <= dayOf(stage.daysAgo(until)),
  )?.[0]

async function walkRound(stage: Stage, walk: Walk): Promise<void> {
  const { plan, day, version, nth } = walk
  const key = `${plan.key} ${day}`
  const walker = walkerOn(stage, plan, day)!
  const begins = startOfDay(day).getTime() + plan.hour * hour + (luck(key) % 40) * minute
  // a phone whose clock was three hours slow, once
  const slow = plan.key === '盐溪' && nth === 46 ? 3 * hour : 0
  const at = (minutes: number) => new Date(begins - slow + minutes * minute).toISOString()
  const stops = plan.manners[version]!.checkpoints
  // the last is left out now and then, when nothing was found there
  const walked = stops.filter(
    (_, i) => nth % 8 !== 3 || i !== stops.length - 1 || walk.found.some((f) => f.at === i),
  )
  const ticks = walked.map((stop, i) => ({
    id: demoId(`打卡 ${key} ${stop}`),
    checkpointId: checkpointIdOf(plan, stop),
    at: at(4 + i * (5 + (luck(key) % 4))),
    ...(luck(`${key} ${stop}`) % 9 === 0
      ? { way: 'hand' as const, reason: '码看不清了' }
      : { way: 'position' as const, fix: { lat: 29.972, lng: 106.276, within: 15 } }),
  }))
  const ends = 8 + stops.length * 9
  const findings = await Promise.all(walk.found.map((f) => findingOf(stage, walk, walker, f, at(5))))
  const looks = await Promise.all(
    walk.looked.map(async ({ of, n }) => {
      const outcome = of.looks![n]![1]
      const photo = outcome === 'fixed' ? [await photoOf(stage, walk, walker, of, 'mended')] : []
      return {
        id: demoId(`复看 ${of.words} ${n}`),
        findingId: whistleIdOf(of.words),
        at: at(ends - 2),
        outcome,
        photoIds: photo,
      }
    }),
  )
  const notes =
    nth % 23 === 5 ? [{ id: demoId(`备注 ${key}`), at: at(ends - 1), words: '下雨，走得慢一些' }] : []
  // out of signal until the next morning, now and then
  const sent = new Date(
    begins + ends * minute + (nth % 13 === 4 && walk.found.length + walk.looked.length === 0 ? 14 * hour : 0),
  )
  const sentAt = sent < stage.now ? sent : stage.now
  const head: Piece = {
    communityId: plan.communityId,
    roundId: demoId(`巡查 ${key}`),
    planId: planIdOf(plan),
    versionId: versionIdOf(plan, version),
    startedAt: at(0),
    sentAt: new Date(sentAt.getTime() - slow).toISOString(),
  }
  const finish = {
    at: at(ends),
    ticks: ticks.length,
    findings: findings.length,
    looks: looks.length,
    notes: notes.length,
  }
  if (nth % 50 === 11) {
    await stage.act(walker, 'round.send', { ...head, ticks }, sentAt)
    await stage.act(walker, 'round.send', { ...head, findings, looks, notes, finish }, sentAt)
  } else await stage.act(walker, 'round.send', { ...head, ticks, findings, looks, notes, finish }, sentAt)
}

type FindingSent = NonNullable<Piece['findings']>[number]

async function findingOf(
  stage: Stage,
  walk: Walk,
  walker: string,
  f: FindingTold,
  at: string,
): Promise<FindingSent> {
  const stop = walk.plan.manners[walk.version]!.checkpoints[f.at]!
  const before = f.photo ? [await photoOf(stage, walk, walker, f, f.photo)] : []
  const lost = f.lost ? demoId(`没传上来的照片 ${f.words}`) : undefined
  const after = f.outcome === 'fixed' ? [lost ?? (await photoOf(stage, walk, walker, f, 'mended'))] : []
  return {
    id: whistleIdOf(f.words),
    at,
    category: f.category,
    words: f.words,
    checkpointId: checkpointIdOf(walk.plan, stop),
    outcome: f.outcome,
    before,
    after,
  }
}

const photoOf = (
  stage: Stage,
  { plan, day }: Walk,
  walker: string,
  f: FindingTold,
  what: string,
): Promise<string> => {
  const scene = what === 'mended' ? `${f.photo} mended` : what
  return takePhoto(
    stage,
    walker,
    plan.communityId,
    `${f.words} ${scene}`,
    new Date(startOfDay(day).getTime() + 12 * hour),
  )
}

/** What became of the whistle that a finding made: told like any other, from when it was sent on. */
function storyOf(stage: Stage, walk: Walk, f: FindingTold): Told {
  const days = Math.round(
    (startOfDay(dayOf(stage.now)).getTime() - startOfDay(walk.day).getTime()) / (24 * hour),
  )
  const place = { 盐溪: '盐溪桥', 弘运: '弘运', 弘运物业: '弘运', 花溪苑物业: '花溪苑' }[walk.plan.key]!
  const story = told([days, 22], place, walkerOn(stage, walk.plan, walk.day)!, f.category, f.words, {
    found: true,
  })
  if (!f.party) return story
  if (!f.done) return days > 3 ? story.sent(12, f.party) : story
  const [hours, words] = f.done
  return story
    .sent(11, f.party, 13, { respondIn: 24, resolveIn: hours + 48 })
    .fixed(hours, words, [hours + 6, 5])
}

/** At the desk: somebody whistles what is only watched, and looks at how a month was walked. */
async function besides(stage: Stage): Promise<void> {
  for (const f of findingsTold.filter((f) => f.desk !== undefined)) {
    const at = stage.daysAgo(f.desk!, 10, 30)
    await stage.act(
      'communityWorker',
      'finding.whistle',
      { communityId: yanxi, findingId: whistleIdOf(f.words) },
      at,
    )
  }
  const month = dayOf(stage.daysAgo(40)).slice(0, 7)
  const asked = { communityId: yanxi, id: demoId('巡查表'), fromMonth: month, toMonth: month }
  await stage.act('communityWorker', 'patrol.export', asked, stage.daysAgo(8, 16))
}
