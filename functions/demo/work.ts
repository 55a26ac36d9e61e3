import { dayOf } from '../../shared/kernel/time'
import { roles } from '../../shared/role/roles'
import { grant } from './grant'
import { demoSubdistrict, hongyun, hongyunCompound, trustCompound, yanxi, yanxiCompound } from './ids'
import { demoId, type Stage } from './stage'

export async function giveTheWork(stage: Stage): Promise<void> {
  const officer = 'subdistrictOfficer'
  const property = demoId('弘运物业公司')
  const department = demoId('城管中队')
  const unit = demoId('江畔水务公司')
  for (const [id, name, kind] of [
    [property, '弘运物业公司', 'property'],
    [department, '江畔街道城管中队', 'department'],
    [unit, '江畔水务公司', 'unit'],
  ] as const) {
    await stage.act(
      officer,
      'organisation.add',
      { subdistrictId: demoSubdistrict.id, id, name, kind },
      stage.daysAgo(365),
    )
  }
  const engage = (
    by: string,
    communityId: string,
    organisationId: string,
    compoundId: string | null,
    days: number,
  ) =>
    stage.act(
      by,
      'organisation.engage',
      {
        communityId,
        id: demoId(`${communityId} ${organisationId}`),
        organisationId,
        compoundId,
        from: dayOf(stage.daysAgo(days)),
        to: null,
      },
      stage.daysAgo(days),
    )
  await engage('secondWorker', hongyun, property, hongyunCompound, 340)
  await engage('communityWorker', yanxi, property, trustCompound, 250)
  for (const organisation of [department, unit]) {
    await engage('secondWorker', hongyun, organisation, null, 330)
    await engage('communityWorker', yanxi, organisation, null, 328)
  }
  // with a property company come the rules of a lump-sum compound
  const managed = { communityId: hongyun, compoundId: hongyunCompound, management: 'lumpSum' as const }
  await stage.act('secondWorker', 'place.setManagement', managed, stage.daysAgo(340))
  await grant(stage, officer, 'property', 'responder', property, null, 339)
  await grant(stage, officer, 'department', 'responder', department, null, 329)
  await grant(stage, officer, 'liaison', 'liaison', unit, null, 327)
}

export async function nameTheKeepers(stage: Stage): Promise<void> {
  const worker = 'communityWorker'
  const first = demoId('盐溪第一网格')
  const former = await grant(stage, worker, 'formerGridWorker', 'gridWorker', first, yanxi, 290)
  await stage.act(worker, 'role.revoke', { grantId: former.id }, stage.daysAgo(120))
  await grant(stage, worker, 'gridWorker', 'gridWorker', first, yanxi, 119)
  await grant(stage, worker, 'buildingLead', 'buildingLead', demoId('盐溪 9栋'), yanxi, 280)

  const second = 'secondWorker'
  const tree = await stage.act(second, 'place.tree', { communityId: hongyun })
  const buildings = tree.compounds.find((c) => c.compoundId === hongyunCompound)!.buildings
  const grid = demoId('弘运第一网格')
  const buildingIds = buildings.map((b) => b.buildingId)
  await stage.act(
    second,
    'place.addGrid',
    { communityId: hongyun, id: grid, name: '弘运第一网格', buildingIds },
    stage.daysAgo(360),
  )
  await grant(stage, second, 'secondGridWorker', 'gridWorker', grid, hongyun, 359)
  const entrance = buildings.find((b) => b.name === '1栋')!.entrances.find((e) => e.name === '1单元')!
  await grant(stage, second, 'entranceLead', 'entranceLead', entrance.entranceId, hongyun, 310)
  for (const role of ['committeeDirector', 'committeeMember', 'branchSecretary', 'supervisor'] as const) {
    if (roles[role].scope === 'compound')
      await grant(stage, second, role, role, hongyunCompound, hongyun, 305)
  }
  // who keeps the books, and who approves and watches where a compound manages itself
  await grant(stage, worker, 'bookkeeper', 'bookkeeper', yanxiCompound, yanxi, 285)
  await grant(stage, worker, 'yanxiMember', 'committeeMember', yanxiCompound, yanxi, 284)
  await grant(stage, worker, 'yanxiSupervisor', 'supervisor', yanxiCompound, yanxi, 284)
  await grant(stage, second, 'secondBookkeeper', 'bookkeeper', hongyunCompound, hongyun, 300)
}
