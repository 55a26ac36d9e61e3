import { addDays, sayDay } from '../../../shared/kernel/time'
import { type CompoundInTree, homesIn } from '../parts/treeOf'

/** What stays and what does not when compounds are joined or split; the same for both. */
const kept = [
  '住户、登记的人和面积都不变，居民不用重新认领。',
  '以前的情况还能查到：哪一天以前属于哪个小区。',
  '原小区的业委会、党支部、监察人，还有交给物业的工作，不会自动转过来，要重新授予。',
  '办完不能撤回。',
]

export function sayJoin(compounds: readonly CompoundInTree[], name: string, from: string): string[] {
  const homes = compounds.reduce((sum, c) => sum + homesIn(c), 0)
  const buildings = compounds.reduce((sum, c) => sum + c.buildings.length, 0)
  return [
    `${compounds.map((c) => c.name).join('、')} 到${sayDay(addDays(from, -1))}为止。`,
    `${sayDay(from)}起是一个小区“${name || '（还没起名）'}”，${buildings} 栋楼，${homes} 户。`,
    ...kept,
  ]
}

export interface SplitPart {
  name: string
  buildings: readonly { name: string; homes: number }[]
}

export function saySplit(compound: CompoundInTree, parts: readonly SplitPart[], from: string): string[] {
  return [
    `${compound.name} 到${sayDay(addDays(from, -1))}为止。`,
    ...parts.map(
      (p, i) =>
        `${sayDay(from)}起有“${p.name || `（第 ${i + 1} 个还没起名）`}”：${p.buildings.map((b) => b.name).join('、') || '还没有楼栋'}，${p.buildings.reduce((sum, b) => sum + b.homes, 0)} 户。`,
    ),
    ...kept,
  ]
}

const few = 5

export const sayFew = (names: readonly string[]): string =>
  names.length > few ? `${names.slice(0, few).join('、')} 等 ${names.length} 处` : names.join('、')

/** Buildings of the same name cannot stand in one compound. */
export function sameNames(compounds: readonly CompoundInTree[]): string[] {
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const { name } of compounds.flatMap((c) => c.buildings)) {
    if (seen.has(name)) twice.add(name)
    seen.add(name)
  }
  return [...twice]
}
