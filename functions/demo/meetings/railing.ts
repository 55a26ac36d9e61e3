import { addDays, dayOf } from '../../../shared/kernel/time'
import { hongyun, hongyunCompound } from '../ids'
import { release, takePhoto } from '../photos'
import { demoId, type Stage } from '../stage'
import { whistleIdOf } from '../whistles/scene'
import { told } from '../whistles/told'
import { later, Meet, type Moment, resolutionIdOf } from './meet'

export const railingMeeting = '1栋楼宇会'
const noRailing = '一单元楼梯没有栏杆，老人下楼害怕'
const railing = '一单元楼梯加装栏杆，居民自愿凑钱'
const parts = {
  branch: '党支部逐户上门，听一听老人的意见',
  committee: '业委会货比三家，定下材料和师傅',
  property: '物业公司配合施工，装好后负责看管',
}

/** CS 甘子冲社区: a stair without a railing; the building meets, neighbours pool money, each party does its part. */
export const railingWhistle = told([31, 9], '弘运 1栋 1单元 楼梯', 'neighbour11', 'safety', noRailing, {
  photo: 'railing',
})
  .met(1, 'entranceLead', 'neighbour15')
  .taken(2)
  .tabled(28, railingMeeting, '请一单元的邻居一起商量')
  .untabled(246, resolutionIdOf(railing))
  .sent(250, 'property', 254, { says: '按楼宇会的决议配合施工' })
  .fixed(580, '栏杆从一楼装到了六楼', [600, 5, '装得结实，谢谢邻居'], 'railing')

interface Places {
  building: string
  homes: { homeId: string; label: string }[]
}

const share = 400_00
const without = ['1栋1单元102', '1栋1单元201', '1栋1单元202', '1栋1单元301', '1栋1单元402', '1栋1单元602']

export function railingStory(stage: Stage, { building, homes }: Places): Moment[] {
  const day = (days: number, hour: number, minute = 0) => stage.daysAgo(days, hour, minute)
  const meet = new Meet(stage, hongyun, railingMeeting, 'secondWorker', 'entranceLead')
  const homeOf = (label: string) => homes.find((h) => h.label === label)!.homeId
  const starts = day(24, 19)
  const due = addDays(dayOf(starts), 25)
  const itemId = demoId(`议题 ${noRailing}`)
  const party = { committee: hongyunCompound, branch: hongyunCompound, property: demoId('弘运物业公司') }
  const lobby = { ofId: hongyunCompound }
  meet
    .planned(day(30, 10), 'secondWorker', {
      compoundId: hongyunCompound,
      kind: 'building',
      startsAt: starts.toISOString(),
      minutes: 90,
      spot: '1栋一单元门前',
      circle: [
        { kind: 'building', ofId: building },
        { kind: 'committee', ...lobby },
        { kind: 'branch', ...lobby },
        { kind: 'organisation', ofId: party.property },
      ],
    })
    .item(day(29, 9), '凑钱的办法', { words: '每户自愿，多少不限', minutes: 20 })
    .noticed(day(29, 10))
    .began(
      starts,
      'neighbour11',
      'entranceLead',
      'branchSecretary',
      'neighbour15',
      'committeeDirector',
      'property',
    )
  without.slice(0, 3).forEach((label, n) => {
    meet.do(later(starts, 0.1 + n / 100), 'secondWorker', 'meeting.signInFor', {
      id: demoId(`签到 ${label}`),
      homeId: homeOf(label),
      as: 'owner',
    })
  })
  meet
    .do(later(starts, 0.15), 'secondWorker', 'meeting.signInFor', {
      id: demoId('签到 路过的人'),
      name: '路过的邻居',
      as: 'guest',
    })
    .do(later(starts, 0.16), 'secondWorker', 'meeting.undoSignIn', { attendanceId: demoId('签到 路过的人') })
    .written(
      later(starts, 0.4),
      '一单元楼梯没有栏杆',
      '一楼到六楼都没有栏杆，下雨天台阶滑。大家都同意装，老人希望先装低楼层。',
      '有两户说家里紧张，不要点名。',
      itemId,
    )
    .written(
      later(starts, 0.8),
      '凑钱的办法',
      '师傅估价 4,800 元。一单元 12 户自愿认款，每份 400 元，认多认少、认不认都行。',
    )
    .decided(
      later(starts, 1.1),
      railing,
      {
        party: { kind: 'residents', partyId: building },
        dueOn: due,
        whistleId: whistleIdOf(noRailing),
        pledge: { targetFen: 12 * share, shareFen: share, until: addDays(dayOf(starts), 10) },
      },
      8,
    )
  for (const kind of ['branch', 'committee', 'property'] as const)
    meet.decided(later(starts, 1.2), parts[kind], { party: { kind, partyId: party[kind] }, dueOn: due }, 9)
  meet
    .ended(later(starts, 1.5))
    .opened(later(starts, 2))
    .do(day(23, 10), 'neighbour11', 'minutes.amend', {
      id: demoId('意见 栏杆'),
      itemId,
      words: '我说的是先装一楼到三楼，请写清楚。',
    })
    .do(day(23, 15), 'secondWorker', 'minutes.answerAmendment', {
      amendmentId: demoId('意见 栏杆'),
      decision: 'taken',
      words: '改好了，请再看看。',
    })
    .do(day(23, 15, 5), 'secondWorker', 'minutes.write', {
      itemId,
      revision: 1,
      place: 1,
      title: '一单元楼梯没有栏杆',
      words: '一楼到六楼都没有栏杆，下雨天台阶滑。大家都同意装，先装一楼到三楼，再装四楼到六楼。',
      restricted: '有两户说家里紧张，不要点名。',
    })
    .published(day(22, 22))
    .do(day(20, 10), 'neighbour15', 'minutes.object', {
      id: demoId('异议 栏杆'),
      words: '租户也认了款，纪要里没有写租户。',
    })
    .do(day(19, 9), 'secondWorker', 'minutes.answerObjection', {
      objectionId: demoId('异议 栏杆'),
      words: '认款不分业主和租户，已经加了更正说明。',
    })
    .do(day(19, 9, 30), 'secondWorker', 'minutes.correct', {
      id: demoId('更正 栏杆'),
      words: '“一单元 12 户”包括租住的住户。',
    })
  pledges(stage, meet, homeOf)
  const photo = (who: string, at: Date) => async () => {
    const id = await takePhoto(stage, who, hongyun, `栏杆 ${who} railing mended`, later(at, -0.1))
    await release(stage, 'secondWorker', hongyun, id, at)
    return id
  }
  meet
    .told(day(16, 16), 'branchSecretary', 'resolution.progress', parts.branch, '走了九户，都说愿意')
    .told(
      day(14, 17),
      'branchSecretary',
      'resolution.finish',
      parts.branch,
      '十二户都走到了，意见交给了业委会',
    )
    .told(
      day(13, 11),
      'committeeDirector',
      'resolution.finish',
      parts.committee,
      '三家里选了一家，材料是不锈钢',
    )
    .told(
      day(5, 17),
      'property',
      'resolution.finish',
      parts.property,
      '装好了，从一楼到六楼',
      photo('property', day(5, 17)),
    )
    .told(day(3, 10), 'secondWorker', 'resolution.finish', railing, '师傅的钱由邻居直接付清，一分不差')
  return meet.moments
}

/** Twelve homes, twelve shares: exactly what it costs. One takes its word back and gives it again. */
function pledges(stage: Stage, meet: Meet, homeOf: (label: string) => string): void {
  const mine = { neighbour11: '1栋1单元101', entranceLead: '1栋1单元302', neighbour15: '1栋1单元601' }
  const key = { communityId: hongyun, resolutionId: resolutionIdOf(railing) }
  const give = (at: Date, who: string, label: string, id = demoId(`认款 ${label}`)) =>
    meet.moments.push({
      at,
      happens: () => stage.act(who, 'pledge.give', { ...key, id, homeId: homeOf(label), fen: share }, at),
    })
  const at = (minutes: number) => later(stage.daysAgo(21, 10), minutes / 60)
  for (const [n, [who, label]] of Object.entries(mine).entries()) give(at(n), who, label)
  const written = [...without, '1栋1单元401', '1栋1单元501', '1栋1单元502']
  for (const [n, label] of written.entries()) give(at(30 + n), 'secondWorker', label)
  const pledgeId = demoId('认款 1栋1单元601')
  const back = at(60)
  meet.moments.push({
    at: back,
    happens: () => stage.act('neighbour15', 'pledge.withdraw', { ...key, pledgeId }, back),
  })
  give(at(90), 'neighbour15', mine.neighbour15, demoId('认款 1栋1单元601 又认'))
}
