import type { Output } from '../../../shared/contract'

import { sayCount } from './says'

export type Tree = Output<'place.tree'>
export type CompoundInTree = Tree['compounds'][number]
export type BuildingInTree = CompoundInTree['buildings'][number]

export const homesIn = (compound: Pick<CompoundInTree, 'buildings'>): number =>
  compound.buildings.reduce((sum, b) => sum + b.homes, 0)

export const saySize = (compound: Pick<CompoundInTree, 'buildings'>): string =>
  compound.buildings.length === 0
    ? '还没有登记楼栋'
    : `${sayCount(compound.buildings.length)} 栋楼，${sayCount(homesIn(compound))} 户`

/** 盐溪桥小区 8栋、9栋；花溪苑 1栋: buildings of several compounds share their names. */
export function sayBuildings(tree: Tree, which: (b: BuildingInTree) => boolean): string {
  const several = tree.compounds.length > 1
  return tree.compounds
    .map((c) => ({ compound: c.name, names: c.buildings.filter(which).map((b) => b.name) }))
    .filter(({ names }) => names.length > 0)
    .map(({ compound, names }) => (several ? `${compound} ${names.join('、')}` : names.join('、')))
    .join('；')
}

export const allBuildings = (tree: Pick<Tree, 'compounds'>): (BuildingInTree & { compound: string })[] =>
  tree.compounds.flatMap((c) => c.buildings.map((b) => ({ ...b, compound: c.name })))
