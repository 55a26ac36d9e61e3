import type { EndpointName, Input } from '../../../shared/contract'
import type { Category } from '../../../shared/whistle/categories'
import { hongyun, hongyunCompound, yanxi, yanxiCompound } from '../ids'
import { demoId, type Stage } from '../stage'
import { whistleIdOf, workerOf } from './scene'
import { told } from './told'

const dry = ['早上起来没有水', '水龙头只有风声', '洗到一半没有水了']
const today = ['突然停水了', '整栋楼没有水', '水龙头一滴都不出', '洗衣机洗到一半没水了']
const another = '水管里咕噜响，水很小'
const dark = ['楼道和屋里都没有电', '空调和灯一起灭了']

/** A water cut in 盐溪桥小区 that is over and one that is under way, and a power cut in 弘运小区: each whistled by many. */
export const incidentWhistles = [
  told([46, 7], '盐溪桥 9栋', 'neighbour1', 'water', dry[0]!)
    .met(0.3, 'owner', 'tenant', 'buildingLead')
    .sent(1, 'department', 1.5)
    .fixed(8, '接好了施工挖断的水管', [12, 4]),
  told([46, 7], '盐溪桥 8栋', 'neighbour2', 'water', dry[1]!)
    .sent(1.1, 'department', 1.6)
    .fixed(8.1, '接好了施工挖断的水管')
    .unanswered(8.1 + 169),
  told([46, 8], '盐溪桥 7栋', 'communityWorker', 'water', dry[2]!, {
    from: 'phone',
    name: '7栋住户',
    phone: '15420000004',
  })
    .sent(0.8, 'department', 1.2)
    .fixed(7, '接好了施工挖断的水管', [9, 5]),
  told([64, 19], '弘运 6栋', 'neighbour12', 'power', dark[0]!)
    .met(0.2, 'committeeMember', 'neighbour13')
    .sent(0.6, 'property', 1)
    .fixed(5, '供电所换了变压器的保险', [14, 4]),
  told([64, 19], '弘运 7栋', 'neighbour13', 'power', dark[1]!)
    .sent(0.7, 'property', 1.1)
    .fixed(5.1, '供电所换了变压器的保险', [15, 5]),
  told(5, '盐溪桥 3栋', 'neighbour4', 'water', today[0]!)
    .met(0.2, 'neighbour1', 'owner', 'tenant', 'buildingLead', 'neighbour2', 'neighbour3', 'neighbour5')
    .met(1.8, 'neighbour6')
    .sent(0.8, 'department', 1.4, { says: '请水务公司尽快来查' }),
  told(4.7, '盐溪桥 9栋 2单元', 'buildingLead', 'water', today[1]!).sent(0.9, 'department', 1.3),
  told(4.4, '盐溪桥 8栋', 'neighbour2', 'water', today[2]!).sent(1, 'department', 1.4),
  told(3.1, '盐溪桥 6栋', 'communityWorker', 'water', today[3]!, {
    from: 'phone',
    phone: '15420000005',
  }).taken(1),
  told(2.8, '盐溪桥 1栋 1单元', 'neighbour3', 'water', another).taken(0.8),
]

/** 一事一告: what the community's workers tell everybody at once. */
export function incidents(stage: Stage) {
  const hoursAgo = (hours: number) => new Date(stage.now.getTime() - hours * 3_600_000)
  return [
    ...incident(stage, yanxi, yanxiCompound, 'water', '全小区停水')
      .opened(stage.daysAgo(46, 9, 10), '路口施工挖断了水管，正在抢修', dry)
      .answered(stage.daysAgo(46, 12), '水管接好前，4栋门口有送水车')
      .answered(stage.daysAgo(46, 17), '水管接好了，先放一会儿再用')
      .ended(stage.daysAgo(46, 18)).moments,
    ...incident(stage, hongyun, hongyunCompound, 'power', '6栋、7栋停电')
      .opened(stage.daysAgo(64, 20, 45), '供电所已经派人，是变压器的保险断了', dark)
      .ended(stage.daysAgo(63, 9)).moments,
    ...incident(stage, yanxi, yanxiCompound, 'water', '又停水了')
      .opened(hoursAgo(3.3), '水务公司说是加压泵坏了，正在换', today.slice(0, 3))
      .added(hoursAgo(1.8), [today[3]!, another])
      .removed(hoursAgo(1.6), [another])
      .answered(hoursAgo(1), '泵在路上，来水前每栋楼下有送水车').moments,
  ]
}

function incident(stage: Stage, communityId: string, compoundId: string, category: Category, title: string) {
  const incidentId = demoId(`一事一告 ${title}`)
  const moments: { at: Date; happens: () => Promise<unknown> }[] = []
  const then = <N extends EndpointName>(name: N, at: Date, input: Omit<Input<N>, 'communityId'>) => {
    const whole = { communityId, ...input } as Input<N>
    moments.push({ at, happens: () => stage.act(workerOf(communityId), name, whole, at) })
    return lived
  }
  const lived = {
    moments,
    opened: (at: Date, words: string, of: string[]) =>
      then('incident.open', at, {
        id: incidentId,
        title,
        category,
        compoundId,
        fromAt: new Date(at.getTime() - 3 * 3_600_000).toISOString(),
        words,
        whistleIds: of.map(whistleIdOf),
      }),
    added: (at: Date, of: string[]) =>
      then('incident.add', at, { incidentId, whistleIds: of.map(whistleIdOf) }),
    removed: (at: Date, of: string[]) =>
      then('incident.remove', at, { incidentId, whistleIds: of.map(whistleIdOf) }),
    answered: (at: Date, words: string) =>
      then('incident.answer', at, { incidentId, id: demoId(`答复 ${words}`), words }),
    ended: (at: Date) => then('incident.end', at, { incidentId }),
  }
  return lived
}
