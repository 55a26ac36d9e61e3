import { dayOf } from '../../shared/kernel/time'
import { cast, demoPhone } from './cast'
import { hongyun, yanxi } from './ids'
import { demoId, type Stage } from './stage'

export async function moveIn(stage: Stage): Promise<void> {
  const homes = async (worker: string, communityId: string, find: string) =>
    (await stage.act(worker, 'home.list', { communityId, find })).items.find((h) => h.label === find)!
  const claim = async (
    who: string,
    communityId: string,
    find: string,
    kind: 'owner' | 'tenant',
    days: number,
    words?: string,
  ) => {
    const worker = communityId === yanxi ? 'communityWorker' : 'secondWorker'
    const home = await homes(worker, communityId, find)
    const id = demoId(`${who} ${find}`)
    const name = cast.find((c) => c.key === who)!.name
    await stage.act(
      who,
      'claim.submit',
      { communityId, id, homeId: home.homeId, kind, name, ...(words && { words }) },
      stage.daysAgo(days, 19),
    )
    return { communityId, claimId: id }
  }
  const decide = (by: string, on: { communityId: string; claimId: string }, days: number, reason?: string) =>
    stage.act(
      by,
      'claim.decide',
      { ...on, decision: reason ? 'reject' : 'accept', ...(reason && { reason }) },
      stage.daysAgo(days, 9, 20),
    )

  await decide(
    'buildingLead',
    await claim('tenant', yanxi, '9栋1单元201', 'tenant', 90, '租到明年六月，房东住外地'),
    89,
  )
  await decide('gridWorker', await claim('neighbour5', yanxi, '9栋2单元301', 'owner', 80), 80)
  await decide('gridWorker', await claim('neighbour6', yanxi, '7栋1单元602', 'owner', 62), 61)
  await decide(
    'communityWorker',
    await claim('neighbour7', yanxi, '3栋2单元401', 'tenant', 45),
    44,
    '这一户登记的是空房，请带租房合同到社区来',
  )
  await decide('secondWorker', await claim('neighbour14', hongyun, '5栋1单元301', 'owner', 70), 69)
  await decide('entranceLead', await claim('neighbour15', hongyun, '1栋1单元601', 'tenant', 33), 32)
  await decide(
    'secondWorker',
    await claim('neighbour16', hongyun, '1栋门市7', 'tenant', 28),
    27,
    '门市7登记的是别人，请核对房号',
  )
  const mistaken = await claim('neighbour8', yanxi, '2栋1单元302', 'owner', 20)
  await stage.act('neighbour8', 'claim.withdraw', mistaken, stage.daysAgo(20, 20))

  // these wait for somebody to decide
  await claim('neighbour8', yanxi, '2栋1单元402', 'owner', 4)
  await claim('neighbour9', yanxi, '9栋1单元501', 'owner', 2, '老伴的名字在名册上，我是他爱人')
  await claim('neighbour10', yanxi, '6栋2单元202', 'tenant', 1)
  await claim('neighbour17', hongyun, '1栋1单元402', 'owner', 3)
  await claim('neighbour18', hongyun, '4栋3单元502', 'tenant', 1, '刚搬来，合同签了一年')

  const lent = await homes('communityWorker', yanxi, '6栋1单元301')
  const at = { communityId: yanxi, homeId: lent.homeId }
  const tenantDays = { from: dayOf(stage.daysAgo(200)), to: dayOf(stage.daysAgo(40)) }
  await stage.act(
    'formerGridWorker',
    'home.addTie',
    { ...at, id: demoId('旧租户'), kind: 'tenant', name: '旧租户', phone: null, ...tenantDays },
    stage.daysAgo(200),
  )
  const newDays = {
    from: dayOf(stage.daysAgo(30)),
    to: dayOf(new Date(stage.now.getTime() + 335 * 86_400_000)),
  }
  await stage.act(
    'gridWorker',
    'home.addTie',
    {
      ...at,
      id: demoId('新租户'),
      kind: 'tenant',
      name: '新租户',
      phone: demoPhone('neighbour20'),
      ...newDays,
    },
    stage.daysAgo(30),
  )

  const mine = await homes('communityWorker', yanxi, '9栋1单元701')
  const home = await stage.act('owner', 'home.get', { communityId: yanxi, homeId: mine.homeId })
  const tie = { communityId: yanxi, homeId: mine.homeId, tieId: home.ties[0]!.tieId }
  await stage.act('owner', 'home.represent', tie, stage.daysAgo(15))
  await stage.act(
    'communityWorker',
    'person.reveal',
    { ...tie, purpose: 'contact' },
    stage.daysAgo(6, 15, 40),
  )
  await stage.act('owner', 'me.update', { largeType: 'system' }, stage.daysAgo(5))
}
