import { addDays, dayOf } from '../../../shared/kernel/time'
import { type Preset, presets } from '../../../shared/meeting/presets'
import { hongyun, hongyunCompound, yanxi, yanxiCompound } from '../ids'
import { demoId, type Stage } from '../stage'
import { told } from '../whistles/told'
import { later, Meet, type Moment, resolutionIdOf } from './meet'

const property = demoId('弘运物业公司')
const circleOf = ({ circle }: Preset) =>
  circle.map((kind) => ({
    kind,
    ofId: kind === 'community' ? hongyun : kind === 'organisation' ? property : hongyunCompound,
  }))
const posts: Record<string, [chair: string, recorder: string]> = {
  monday: ['secondWorker', 'committeeMember'],
  tuesday: ['branchSecretary', 'committeeMember'],
  tenth: ['branchSecretary', 'secondWorker'],
}
const madeDaysAgo = 24
const seriesIdOf = (key: string) => demoId(`例会 ${key}`)

/** The last such weekday before today (1 is Monday), so many weeks back. */
function weekdayBefore(stage: Stage, weekday: number, weeks: number): string {
  const today = dayOf(stage.now)
  const since = (new Date(`${today}T00:00:00Z`).getUTCDay() - weekday + 7) % 7 || 7
  return addDays(today, -since - 7 * weeks)
}
const at = (day: string, clock: string) => new Date(`${day}T${clock}:00+08:00`)

export const mondayNext = '下一次三方工作例会'
const gate = '物业公司把大门的门禁修好'
const refuse = '业委会在 5栋后面划一处大件垃圾堆放点'

/** It waits for the next of the three parties' Mondays. */
export const gateWhistle = told(80, '弘运 3栋', 'partyMember', 'facility', '大门的门禁又坏了，谁都能进来')
  .taken(2)
  .tabled(6, mondayNext)

/** SH 老西门: Monday afternoon, Tuesday evening, the tenth of each month. */
export function rhythmStories(stage: Stage): Moment[] {
  const made = stage.daysAgo(madeDaysAgo, 9, 30)
  const moments: Moment[] = presets.map((preset, n) => ({
    at: later(made, n / 60),
    happens: () => addSeries(stage, preset, later(made, n / 60)),
  }))
  const old = { communityId: hongyun, seriesId: seriesIdOf('friday') }
  const friday: Preset = { ...presets[0]!, key: 'friday', title: '周五碰头会', rule: 'FREQ=WEEKLY;BYDAY=FR' }
  const ended = later(made, 1)
  const monthly = stage.daysAgo(30, 10)
  moments.push(
    { at: later(made, -24), happens: () => addSeries(stage, friday, later(made, -24)) },
    { at: ended, happens: () => stage.act('secondWorker', 'series.end', old, ended) },
    { at: monthly, happens: () => committeeMonthly(stage, monthly) },
    {
      at: later(monthly, 1),
      happens: () =>
        stage.act(
          'communityWorker',
          'meeting.setTerms',
          { communityId: yanxi, noticeDays: 2, ownersNoticeDays: 15, amendHours: 48, objectDays: 7 },
          later(monthly, 1),
        ),
    },
  )
  return [...moments, ...mondays(stage), ...tuesdays(stage)]
}

/** From the first of those that are told of here. */
function addSeries(stage: Stage, preset: Preset, when: Date) {
  const from = [weekdayBefore(stage, 1, 1), weekdayBefore(stage, 2, 1)].sort()[0]!
  const { key, kind, title, rule, at: clock, minutes } = preset
  const [chair, recorder] = posts[key] ?? posts.monday!
  const named = { chairId: demoId(chair), recorderId: demoId(recorder) }
  const said = { kind, title, rule, at: clock, minutes, spot: '社区活动室', from }
  const input = { communityId: hongyun, id: seriesIdOf(key), compoundId: hongyunCompound, ...said, ...named }
  return stage.act('secondWorker', 'series.add', { ...input, circle: circleOf(preset) }, when)
}

function committeeMonthly(stage: Stage, when: Date) {
  const named = { chairId: demoId('neighbour3'), recorderId: demoId('neighbour4') }
  const circle = [{ kind: 'committee' as const, ofId: yanxiCompound }]
  const said = {
    kind: 'committee' as const,
    title: '业委会月会',
    rule: 'FREQ=MONTHLY;BYDAY=1SA',
    at: '10:00',
  }
  const where = { communityId: yanxi, id: seriesIdOf('monthly'), compoundId: yanxiCompound }
  const rest = { minutes: 90, spot: '社区二楼会议室', from: dayOf(stage.now) }
  return stage.act('communityWorker', 'series.add', { ...where, ...said, ...rest, ...named, circle }, when)
}

/** The last two were held, the next is noticed: a resolution is overdue, and comes to the next by itself. */
function mondays(stage: Stage): Moment[] {
  const [before, last] = [weekdayBefore(stage, 1, 1), weekdayBefore(stage, 1, 0)]
  const next = addDays(last, 7)
  const onDay = (key: string, day: string) => {
    const meet = new Meet(stage, hongyun, undefined, 'committeeMember', 'secondWorker', key)
    const series = { seriesId: seriesIdOf('monday'), seriesDay: day }
    return meet.planned(stage.daysAgo(madeDaysAgo - 1, 9), 'secondWorker', series)
  }
  const first = onDay('上上次三方工作例会', before)
  const starts = at(before, '14:00')
  first
    .noticed(later(starts, -24 * 5))
    .item(later(starts, -24 * 4), '大门的门禁')
    .began(starts, 'secondWorker', 'committeeDirector', 'committeeMember', 'property')
    .written(
      later(starts, 0.5),
      '大门的门禁',
      '门禁一个月坏了三次，物业公司说主板老化。',
      '物业公司报价 1,200 元，还在谈。',
    )
    .written(later(starts, 0.9), '大件垃圾', '搬家的旧家具没有地方放，先划一处堆放点。')
    .decided(
      later(starts, 1),
      gate,
      { party: { kind: 'property', partyId: property }, dueOn: addDays(before, 4) },
      4,
    )
    .decided(
      later(starts, 1),
      refuse,
      { party: { kind: 'committee', partyId: hongyunCompound }, dueOn: addDays(before, 10) },
      4,
    )
    .ended(later(starts, 1.4))
    .opened(later(starts, 2))
    .published(later(starts, 51))
    .told(later(starts, 60), 'property', 'resolution.progress', gate, '主板订好了，等厂家发货')
  drop(stage, first, later(starts, 70))
  const second = onDay('上次三方工作例会', last)
  const again = at(last, '14:00')
  second
    .noticed(later(again, -24 * 5))
    .began(again, 'secondWorker', 'committeeDirector', 'committeeMember', 'property')
    .written(later(again, 0.5), '门禁的进展', '主板还没有到，物业公司先派人守到晚上十点。')
    .ended(later(again, 1.2))
    .opened(later(again, 2))
  const third = onDay(mondayNext, next)
  if (at(next, '14:00') > later(stage.now, 24 * 3)) third.noticed(later(stage.now, -2))
  return [...first.moments, ...second.moments, ...third.moments]
}

/** Decided, and then seen to be of no use. */
function drop(stage: Stage, meet: Meet, when: Date): void {
  const key = { communityId: hongyun, resolutionId: resolutionIdOf(refuse), id: demoId('不办 堆放点') }
  const happens = () =>
    stage.act(
      'committeeMember',
      'resolution.drop',
      { ...key, reason: '街道统一上门收，不用再划堆放点' },
      when,
    )
  meet.besides(when, happens)
}

/** One was not held, of one nobody said what became of it until the clock asked, and the next is moved by a day. */
function tuesdays(stage: Stage): Moment[] {
  const [before, last] = [weekdayBefore(stage, 2, 1), weekdayBefore(stage, 2, 0)]
  const next = addDays(last, 7)
  const onDay = (key: string, day: string) =>
    new Meet(stage, hongyun, undefined, 'committeeMember', 'branchSecretary', key).planned(
      stage.daysAgo(madeDaysAgo - 1, 9, 10),
      'secondWorker',
      { seriesId: seriesIdOf('tuesday'), seriesDay: day },
    )
  const notHeld = onDay('上上次工作小组例会', before)
  notHeld.do(later(at(before, '19:00'), -30), 'branchSecretary', 'meeting.callOff', {
    reason: '组长外出学习，改在下周一起议',
  })
  const forgotten = onDay('上次工作小组例会', last)
  const moved = onDay('下次工作小组例会', next)
  const to = at(addDays(next, 1), '19:00')
  moved.do(later(stage.now, -5), 'branchSecretary', 'meeting.move', {
    id: demoId('改期 工作小组'),
    startsAt: to.toISOString(),
    reason: '活动室那天有人用',
  })
  return [...notHeld.moments, ...forgotten.moments, ...moved.moments]
}
