import { addDays, dayOf } from '../../../shared/kernel/time'
import { yanxi, yanxiCompound } from '../ids'
import { demoId, type Stage } from '../stage'
import { told } from '../whistles/told'
import { later, Meet, type Moment, resolutionIdOf } from './meet'

const building = (name: string) => ({ kind: 'building' as const, ofId: demoId(`盐溪 ${name}`) })
const hoursAway = (stage: Stage, hours: number) => {
  const at = later(stage.now, hours)
  at.setUTCSeconds(0, 0)
  return at
}
export const laundryMeeting = '9栋坝坝会'

/** It waits for a meeting that has not been yet. */
export const laundryWhistle = told(
  60,
  '盐溪桥 9栋 门口',
  'neighbour1',
  'dispute',
  '门口拉的晾衣绳太低，骑车的人看不见',
)
  .met(1, 'tenant')
  .taken(2)
  .tabled(6, laundryMeeting, '请 9栋 的邻居商量一个地方')

const lights = '业委会给 8栋、9栋门前装两盏声控灯'
const bikes = '楼道里的旧自行车由各家在一周内搬走'
const washing = '请保洁每月冲洗一次楼前的水沟'

/** 盐溪桥小区: what neighbours decide in the yard, in every state that minutes and resolutions may have. */
export function courtyardStories(stage: Stage): Moment[] {
  return [...overAMonthAgo(stage), ...fewDaysAgo(stage), ...underWay(stage), ...comes(stage)]
}

function overAMonthAgo(stage: Stage): Moment[] {
  const day = (days: number, hour: number, minute = 0) => stage.daysAgo(days, hour, minute)
  const meet = new Meet(stage, yanxi, '8栋、9栋坝坝会', 'communityWorker', 'buildingLead')
  const starts = day(32, 19)
  const on = dayOf(starts)
  const committee = { kind: 'committee' as const, partyId: yanxiCompound }
  const residents = { kind: 'residents' as const, partyId: demoId('盐溪 9栋') }
  const mistaken = { communityId: yanxi, resolutionId: resolutionIdOf('记错了的决议'), revision: 1 }
  const pledge = { targetFen: 600_00, shareFen: 20_00, until: addDays(dayOf(stage.now), 9) }
  meet
    .planned(day(40, 9), 'communityWorker', {
      compoundId: yanxiCompound,
      kind: 'courtyard',
      startsAt: starts.toISOString(),
      minutes: 60,
      spot: '9栋前的坝子',
      circle: [building('8栋'), building('9栋')],
    })
    .item(day(39, 9), '门前的灯', { minutes: 20 })
    .item(day(39, 9, 5), '楼道里的旧自行车', { minutes: 20 })
    .item(day(39, 9, 10), '楼前的水沟')
    .item(day(39, 9, 15), '写错了的议题')
    .do(day(39, 10), 'communityWorker', 'meeting.dropItem', { itemId: demoId('议题 写错了的议题') })
    .do(day(39, 10, 5), 'communityWorker', 'meeting.changeItem', {
      itemId: demoId('议题 楼前的水沟'),
      title: '楼前的水沟',
      words: '夏天有味道，怎么冲',
      minutes: 10,
    })
    .do(day(39, 10, 10), 'communityWorker', 'meeting.orderItems', {
      itemIds: ['楼道里的旧自行车', '门前的灯', '楼前的水沟'].map((t) => demoId(`议题 ${t}`)),
    })
    .do(day(38, 9), 'communityWorker', 'meeting.change', { spot: '9栋前的坝子，下雨改到社区二楼' })
    .noticed(day(38, 10))
    .began(starts, 'owner', 'tenant', 'neighbour1', 'buildingLead', 'neighbour2')
    .written(
      later(starts, 0.3),
      '楼道里的旧自行车',
      '挡了消防通道，各家自己认领搬走，没有人要的由业委会处理。',
    )
    .written(later(starts, 0.5), '门前的灯', '8栋、9栋门前晚上看不清台阶，装两盏声控灯，钱请大家自愿凑一点。')
    .written(later(starts, 0.6), '楼前的水沟', '请保洁每月冲一次。')
    .written(later(starts, 0.7), '闲谈', '不用记。')
    .do(later(starts, 0.75), 'communityWorker', 'minutes.strike', {
      itemId: demoId('议题 闲谈'),
      revision: 1,
    })
    .decided(
      later(starts, 0.8),
      lights,
      { party: committee, dueOn: addDays(dayOf(stage.now), 12), pledge },
      11,
    )
    .decided(later(starts, 0.85), bikes, { party: residents, dueOn: addDays(on, 7) }, 9)
    .decided(later(starts, 0.9), washing, { party: committee, dueOn: addDays(on, 20) }, 10)
    .decided(later(starts, 0.95), '记错了的决议', { party: committee, dueOn: addDays(on, 20) }, 1)
    .besides(later(starts, 0.96), () =>
      stage.act('communityWorker', 'resolution.strike', mistaken, later(starts, 0.96)),
    )
    .ended(later(starts, 1))
    .opened(day(31, 9))
    // the chair finds that something is missing: it is written and read anew
    .do(day(29, 10), 'communityWorker', 'minutes.sign', {})
    .do(day(29, 11), 'communityWorker', 'minutes.redraft', {})
    .do(day(29, 11, 10), 'communityWorker', 'minutes.write', {
      itemId: demoId('议题 楼前的水沟'),
      revision: 1,
      place: 3,
      title: '楼前的水沟',
      words: '请保洁每月冲一次，夏天两次。',
    })
    .opened(day(29, 12))
    .published(day(27, 13))
    .do(day(25, 20), 'owner', 'minutes.object', {
      id: demoId('异议 坝坝会'),
      words: '我家的自行车还在骑，不是没有人要的。',
    })
    .told(day(20, 17), 'neighbour3', 'resolution.finish', washing, '冲过了，味道小多了')
    .told(day(10, 17), 'neighbour3', 'resolution.progress', lights, '灯买好了，等电工来')
  return [...meet.moments, ...pledged(stage)]
}

/** Half of it is there; whoever has not said a word yet still can. */
function pledged(stage: Stage): Moment[] {
  const given: [who: string, home: string, fen: number][] = [
    ['owner', '9栋1单元701', 60_00],
    ['neighbour1', '9栋1单元102', 40_00],
    ['neighbour2', '8栋2单元301', 100_00],
  ]
  const at = stage.daysAgo(24, 20)
  const happens = async () => {
    for (const [who, label, fen] of given) {
      const { items } = await stage.act(
        'communityWorker',
        'home.list',
        { communityId: yanxi, find: label },
        at,
      )
      const { homeId } = items.find((h) => h.label === label)!
      const key = { communityId: yanxi, resolutionId: resolutionIdOf(lights), id: demoId(`认款 ${label}`) }
      await stage.act(who, 'pledge.give', { ...key, homeId, fen }, at)
    }
  }
  return [{ at, happens }]
}

/** Those who were there are still reading it. */
function fewDaysAgo(stage: Stage): Moment[] {
  const meet = new Meet(stage, yanxi, '3栋楼宇会', 'communityWorker', 'neighbour3')
  const starts = hoursAway(stage, -30)
  meet
    .planned(later(starts, -24 * 8), 'communityWorker', {
      compoundId: yanxiCompound,
      kind: 'building',
      startsAt: starts.toISOString(),
      minutes: 60,
      spot: '3栋一楼门厅',
      circle: [building('3栋'), { kind: 'committee', ofId: yanxiCompound }],
    })
    .item(later(starts, -24 * 7), '门厅的信报箱')
    .noticed(later(starts, -24 * 6))
    .began(starts, 'neighbour3', 'neighbour4')
    .written(later(starts, 0.4), '门厅的信报箱', '坏了四个，业委会先修，修不好再换。')
    .ended(later(starts, 1))
    .opened(later(starts, 2))
    .do(later(starts, 20), 'neighbour4', 'minutes.amend', {
      id: demoId('意见 信报箱'),
      words: '坏的是五个。',
    })
  return meet.moments
}

/** At this very moment. */
function underWay(stage: Stage): Moment[] {
  const meet = new Meet(stage, yanxi, '盐溪桥业委会会议', 'communityWorker', 'neighbour3')
  const starts = hoursAway(stage, -0.6)
  meet
    .planned(later(starts, -24 * 6), 'neighbour3', {
      compoundId: yanxiCompound,
      kind: 'committee',
      startsAt: starts.toISOString(),
      minutes: 90,
      spot: '社区二楼会议室',
      circle: [
        { kind: 'committee', ofId: yanxiCompound },
        { kind: 'community', ofId: yanxi },
      ],
    })
    .item(later(starts, -24 * 5), '停车位怎么编号', { minutes: 30 })
    .item(later(starts, -24 * 5), '下半年要办的事', { minutes: 40 })
    .noticed(later(starts, -24 * 5))
    .began(starts, 'neighbour3', 'neighbour4')
    .written(later(starts, 0.3), '停车位怎么编号', '46 个车位从大门起按顺序编号，先试三个月。')
  return meet.moments
}

/** In a few days, with a whistle that waits for it. */
function comes(stage: Stage): Moment[] {
  const meet = new Meet(stage, yanxi, laundryMeeting, 'communityWorker', 'buildingLead')
  const on = addDays(dayOf(stage.now), 4)
  meet
    .planned(later(stage.now, -70), 'buildingLead', {
      compoundId: yanxiCompound,
      kind: 'courtyard',
      startsAt: new Date(`${on}T19:00:00+08:00`).toISOString(),
      minutes: 60,
      spot: '9栋前的坝子',
      circle: [building('9栋')],
    })
    .item(later(stage.now, -50), '电动车在哪里充电', { words: '看看物业给的三个位置', minutes: 20 })
    .noticed(later(stage.now, -46))
  return meet.moments
}
