import type { Input } from '../../../shared/contract'
import { dayOf } from '../../../shared/kernel/time'
import type { Rhythm } from '../../../shared/patrol/rhythm'
import { hongyun, hongyunCompound, trustCompound, yanxi, yanxiCompound } from '../ids'
import { demoId, type Stage } from '../stage'

/** How a plan is walked from a day on, so many days ago. */
interface Manner {
  days: number
  rhythm: Rhythm
  /** Building and name of each checkpoint; the building may be none. */
  checkpoints: readonly string[]
}
export interface PlanTold {
  key: string
  communityId: string
  compoundId: string
  /** The grid by its name, or the company. */
  grid?: string
  company?: string
  name: string
  by: string
  manners: readonly Manner[]
  /** Who goes, from so many days ago until so many; where nobody does, rounds are missed. */
  walkers: readonly (readonly [who: string, from: number, until: number])[]
  /** The hour at which they set out. */
  hour: number
}

const yanxiStops = ['6栋 楼道', '7栋 消防栓', '8栋 地下室', '9栋 配电间', '9栋 化粪池']
const hongyunStops = ['1栋 门市后巷', '2栋 挡土墙', '3栋 楼道', '5栋 屋顶门', '7栋 车棚']
const watchFor: Record<string, string> = {
  楼道: '电瓶车、杂物、墙上的裂缝',
  消防栓: '水压、柜门、水带',
  地下室: '积水、灭火器、异味',
  配电间: '门锁、积水、灭火器、异味',
  化粪池: '井盖、满没满',
  楼顶: '屋顶门、排水口',
  挡土墙: '裂缝、渗水',
  水泵房: '漏水、声音、门锁',
  配电房: '门锁、积水、灭火器',
}
const dailyStops = ['1栋 大门岗', '3栋 水泵房', '4栋 配电房', '6栋 垃圾房']

export const plansTold: readonly PlanTold[] = [
  {
    key: '盐溪',
    communityId: yanxi,
    compoundId: yanxiCompound,
    grid: '盐溪第一网格',
    name: '第一网格巡查',
    by: 'communityWorker',
    walkers: [
      ['formerGridWorker', 285, 121],
      ['gridWorker', 119, 0],
    ],
    hour: 8,
    manners: [
      { days: 285, rhythm: { every: 'week', on: [1] }, checkpoints: yanxiStops },
      { days: 45, rhythm: { every: 'weekday' }, checkpoints: [...yanxiStops, '8栋 楼顶'] },
      // so that there is one to walk today, whatever day it is
      { days: 9, rhythm: { every: 'day' }, checkpoints: [...yanxiStops, '8栋 楼顶'] },
    ],
  },
  {
    key: '弘运',
    communityId: hongyun,
    compoundId: hongyunCompound,
    grid: '弘运第一网格',
    name: '弘运网格巡查',
    by: 'secondWorker',
    walkers: [['secondGridWorker', 350, 0]],
    hour: 9,
    manners: [{ days: 350, rhythm: { every: 'month', times: 3 }, checkpoints: hongyunStops }],
  },
  {
    key: '弘运物业',
    communityId: hongyun,
    compoundId: hongyunCompound,
    company: '弘运物业公司',
    name: '弘运小区日常巡查',
    by: 'property',
    walkers: [['property', 330, 0]],
    hour: 7,
    manners: [
      { days: 330, rhythm: { every: 'week', on: [2] }, checkpoints: dailyStops },
      { days: 30, rhythm: { every: 'day' }, checkpoints: dailyStops },
    ],
  },
  {
    key: '花溪苑物业',
    communityId: yanxi,
    compoundId: trustCompound,
    company: '弘运物业公司',
    name: '花溪苑日常巡查',
    by: 'property',
    walkers: [['property', 240, 0]],
    hour: 15,
    manners: [{ days: 240, rhythm: { every: 'month', times: 2 }, checkpoints: ['中心花园', '地下车库'] }],
  },
]

export const planIdOf = (plan: Pick<PlanTold, 'key'>): string => demoId(`巡查 ${plan.key}`)
export const versionIdOf = (plan: Pick<PlanTold, 'key'>, n: number): string => demoId(`巡查 ${plan.key} ${n}`)
export const checkpointIdOf = (plan: Pick<PlanTold, 'key'>, name: string): string =>
  demoId(`巡查点 ${plan.key} ${name}`)

/** Made the day before each begins to hold. */
export async function makePlan(stage: Stage, plan: PlanTold): Promise<void> {
  const { communityId, compoundId, grid, company, by } = plan
  const tree = await stage.act(by, 'place.tree', { communityId })
  const buildings = tree.compounds.find((c) => c.compoundId === compoundId)!.buildings
  for (const [i, { days, rhythm, checkpoints }] of plan.manners.entries()) {
    const manner: Pick<Input<'patrol.change'>, 'name' | 'rhythm' | 'checkpoints' | 'walkerIds' | 'from'> = {
      name: plan.name,
      rhythm: rhythm.every === 'week' ? { ...rhythm, on: [...rhythm.on] } : rhythm,
      walkerIds: [],
      from: dayOf(stage.daysAgo(days)),
      checkpoints: checkpoints.map((told) => {
        const building = buildings.find((b) => told.startsWith(`${b.name} `))
        const name = told.split(' ').at(-1)!
        return {
          checkpointId: checkpointIdOf(plan, told),
          name,
          ...(watchFor[name] && { watchFor: watchFor[name] }),
          compoundId,
          ...(building && { buildingId: building.buildingId }),
        }
      }),
    }
    const at = stage.daysAgo(days + 1, 16)
    const planId = planIdOf(plan)
    if (i > 0)
      await stage.act(by, 'patrol.change', { communityId, planId, id: versionIdOf(plan, i), ...manner }, at)
    else {
      const where = grid ? { gridId: demoId(grid) } : { compoundId, organisationId: demoId(company!) }
      const kind = grid ? ('grid' as const) : ('property' as const)
      await stage.act(
        by,
        'patrol.add',
        { communityId, id: planId, versionId: versionIdOf(plan, i), kind, ...where, ...manner },
        at,
      )
    }
  }
}
