import { demoPhone } from '../cast'
import { hongyun, yanxi } from '../ids'
import { demoId, type Stage } from '../stage'
import { type Member, nameOf, officeHours, type Profile, present, sendRoster, unit } from './path'
import { agreeOnProjects, drawTheYear } from './together'
import { serve } from './work'

const profile = (more: Partial<Profile> = {}): Profile => ({
  skills: ['repair'],
  interests: ['elderly'],
  free: ['restMorning', 'workdayEvening'],
  work: officeHours,
  ...more,
})
// night shifts of the waterworks: two days, two nights, four free
const shifts: Profile['work'] = {
  kind: 'shifts',
  start: '2025-01-01',
  days: [
    [{ from: '08:00', to: '20:00' }],
    [{ from: '08:00', to: '20:00' }],
    [{ from: '20:00', to: '08:00' }],
    [{ from: '20:00', to: '08:00' }],
    [],
    [],
    [],
    [],
  ],
}

/** A year of a unit's Party members at home: slips in every state, posts, service, home care, projects, records. */
export async function liveTheCheckins(stage: Stage): Promise<void> {
  const home = async (worker: string, communityId: string, label: string): Promise<string> =>
    (await stage.act(worker, 'home.list', { communityId, find: label })).items.find((h) => h.label === label)!
      .homeId
  const member = async (
    key: string,
    communityId: string,
    label: string,
    more: Partial<Profile> = {},
  ): Promise<Member> => {
    const worker = communityId === yanxi ? 'communityWorker' : 'secondWorker'
    return {
      key,
      communityId,
      worker,
      homeId: await home(worker, communityId, label),
      profile: profile(more),
    }
  }
  const party = await member('partyMember', hongyun, '3栋2单元402', { skills: ['repair', 'electric'] })
  const upstairs = await member('neighbour11', hongyun, '1栋1单元101', { skills: ['medical'] })
  const returned = await member('neighbour12', hongyun, '6栋4单元501')
  const arrived = await member('neighbour13', hongyun, '7栋1单元202')
  const next = await member('neighbour1', yanxi, '9栋1单元102', {
    skills: ['legal', 'writing'],
    work: shifts,
  })
  const waiting = await member('neighbour2', yanxi, '8栋2单元301')
  const retired = await member('neighbour3', yanxi, '1栋1单元502', { work: { kind: 'none' } })

  await sendRoster(stage, ['partyMember', 'neighbour1', 'neighbour11', 'neighbour12'], stage.daysAgo(200))
  const { items } = await stage.act('liaison', 'slip.list', { unitId: unit }, stage.daysAgo(200))
  const numberOf = (m: Member) => items.find((s) => s.name === nameOf(m.key))!.number

  for (const [m, days] of [
    [party, 195],
    [next, 190],
    [upstairs, 120],
  ] as const) {
    const key = await present(stage, m, numberOf(m), stage.daysAgo(days, 19))
    await stage.act(m.worker, 'checkin.accept', key, stage.daysAgo(days - 1))
    if (m !== upstairs) await stage.act('liaison', 'slip.confirm', key, stage.daysAgo(days - 2, 15))
  }
  const back = await present(stage, returned, numberOf(returned), stage.daysAgo(118, 20))
  await stage.act(
    'secondWorker',
    'checkin.return',
    { ...back, reason: '请到社区来一趟，核对住在哪一户' },
    stage.daysAgo(117),
  )
  await stage.act(
    'communityWorker',
    'checkin.register',
    {
      communityId: yanxi,
      id: demoId('neighbour3 报到'),
      name: '住户3',
      homeId: retired.homeId,
      profile: retired.profile,
      agreed: true,
    },
    stage.daysAgo(100),
  )

  // slips of these weeks: presented just now, still waiting, taken back
  const issue = async (name: string, days: number) =>
    stage.act(
      'liaison',
      'slip.issue',
      { unitId: unit, id: demoId(`报到单 ${name}`), name },
      stage.daysAgo(days),
    )
  await present(stage, arrived, (await issue('住户13', 6)).number, stage.daysAgo(1, 20))
  await present(stage, waiting, (await issue('住户2', 5)).number, stage.daysAgo(2, 20))
  await issue('水务公司党员甲', 20)
  await issue('水务公司党员乙', 3)
  await issue('水务公司党员丙', 30)
  await stage.act(
    'liaison',
    'slip.void',
    { unitId: unit, slipId: demoId('报到单 水务公司党员丙') },
    stage.daysAgo(29),
  )

  // moved from one community to the other, registered by the first without a slip
  const mover = await member('neighbour14', hongyun, '5栋1单元301', { work: { kind: 'none' } })
  const first = demoId('neighbour14 先前报到')
  await stage.act(
    'secondWorker',
    'checkin.register',
    {
      communityId: hongyun,
      id: first,
      name: nameOf(mover.key),
      phone: demoPhone(mover.key),
      homeId: mover.homeId,
      profile: mover.profile,
      agreed: true,
    },
    stage.daysAgo(66),
  )
  await stage.act(
    mover.key,
    'checkin.consent',
    { id: demoId(`${mover.key} 同意`), version: 1 },
    stage.daysAgo(15),
  )
  await stage.act(
    mover.key,
    'checkin.own',
    { communityId: hongyun, checkinId: first, name: nameOf(mover.key) },
    stage.daysAgo(15, 18),
  )
  const moved = { communityId: yanxi, checkinId: demoId(`${mover.key} 报到`) }
  await stage.act(
    mover.key,
    'checkin.transfer',
    {
      communityId: yanxi,
      id: moved.checkinId,
      fromId: first,
      name: nameOf(mover.key),
      profile: mover.profile,
    },
    stage.daysAgo(15, 19),
  )
  await stage.act('communityWorker', 'checkin.accept', moved, stage.daysAgo(14))
  // the scheduler says which slips nobody came with
  await stage.tick(stage.daysAgo(4, 8))

  await serve(stage, { here: party, there: next, retired })
  await agreeOnProjects(stage)
  await drawTheYear(stage, [party, next])
}
