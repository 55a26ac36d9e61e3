import { addDays, dayOf } from '../../../shared/kernel/time'
import { hongyun, yanxi } from '../ids'
import { demoId, type Stage } from '../stage'
import { type Member, unit } from './path'

/** Needs, resources, a project that is under way and one that waits for the unit's word. */
export async function agreeOnProjects(stage: Stage): Promise<void> {
  for (const [worker, communityId, words] of [
    ['secondWorker', hongyun, '顶楼的水管老化，想请懂行的来看一看'],
    ['communityWorker', yanxi, '雨季前想请人教大家查自家水表'],
  ] as const)
    await stage.act(
      worker,
      'project.addNeed',
      { communityId, id: demoId(`${communityId} 需求`), kind: 'repair', words },
      stage.daysAgo(150),
    )
  await stage.act(
    'liaison',
    'project.addResource',
    { unitId: unit, id: demoId('水务公司资源'), kind: 'repair', words: '两位水表师傅，每月一个上午' },
    stage.daysAgo(149),
  )
  const offer = (worker: string, communityId: string, days: number) =>
    stage.act(
      worker,
      'project.offer',
      {
        communityId,
        id: demoId(`${communityId} 共建`),
        termsId: demoId(`${communityId} 共建 1`),
        unitId: unit,
        kind: 'repair',
        title: '水管水表义务查修',
        need: '老水管漏水，自家看不出来',
        resource: '两位师傅每月来一个上午',
        from: dayOf(stage.daysAgo(days)),
        until: addDays(dayOf(stage.now), 120),
      },
      stage.daysAgo(days),
    )
  await offer('secondWorker', hongyun, 140)
  const agreed = { communityId: hongyun, projectId: demoId(`${hongyun} 共建`) }
  await stage.act(
    'liaison',
    'project.agree',
    { ...agreed, termsId: demoId(`${hongyun} 共建 1`) },
    stage.daysAgo(135),
  )
  for (const [days, words] of [
    [110, '查了 1栋、2栋 的水表，换了 3 只'],
    [50, '查了 5栋 的立管，报修 2 处'],
  ] as const)
    await stage.act(
      'liaison',
      'project.step',
      { ...agreed, id: demoId(`共建进展 ${days}`), day: dayOf(stage.daysAgo(days)), words },
      stage.daysAgo(days, 17),
    )
  await offer('communityWorker', yanxi, 5)
}

/** The year's records: one sent to the unit, one that the member is to read. */
export async function drawTheYear(stage: Stage, members: readonly Member[]): Promise<void> {
  const year = dayOf(stage.now).slice(0, 4)
  for (const m of members) {
    const of = { communityId: m.communityId, year }
    await stage.act(m.worker, 'serviceRecord.draw', of, stage.daysAgo(2))
    const { items } = await stage.act(m.worker, 'serviceRecord.list', of, stage.daysAgo(2))
    const mine = items.find((r) => r.checkinId === demoId(`${m.key} 报到`))!
    const one = { communityId: m.communityId, serviceRecordId: mine.serviceRecordId }
    await stage.act(
      m.worker,
      'serviceRecord.remark',
      { ...one, remark: 'good', words: '楼道的事很上心' },
      stage.daysAgo(2, 11),
    )
    await stage.act(m.worker, 'serviceRecord.show', { ...one, sure: true }, stage.daysAgo(2, 12))
    if (m.key === 'partyMember') continue
    await stage.act(m.key, 'serviceRecord.read', one, stage.daysAgo(1, 19))
    await stage.act(m.worker, 'serviceRecord.send', one, stage.daysAgo(0, 9))
  }
}
