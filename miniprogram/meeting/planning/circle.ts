import type { Output } from '../../../shared/contract'
import type { Preset } from '../../../shared/meeting/presets'
import type { CircleKind, CirclePart } from '../../../shared/meeting/states'
import type { CompoundInTree, Tree } from '../../desk/parts/treeOf'

export type Circle = readonly CirclePart[]
export type People = Output<'meeting.people'>

/** Which homes are asked: none, all of the compound, some buildings, or some entrances. */
export const reaches = ['none', 'compound', 'building', 'entrance'] as const
export type Reach = (typeof reaches)[number]
export const reachWords: Record<Reach, string> = {
  none: '不请住户',
  compound: '全小区',
  building: '几栋楼',
  entrance: '几个单元',
}

export const keyOfPart = ({ kind, ofId }: CirclePart): string => `${kind} ${ofId}`
export const partOfKey = (key: string): CirclePart => {
  const [kind, ofId = ''] = key.split(' ')
  return { kind: kind as CircleKind, ofId }
}

const isPlace = ({ kind }: CirclePart): boolean =>
  kind === 'compound' || kind === 'building' || kind === 'entrance'
export const placesIn = (circle: Circle): CirclePart[] => circle.filter(isPlace)
export const bodiesIn = (circle: Circle): CirclePart[] => circle.filter((part) => !isPlace(part))

interface Named {
  value: string
  label: string
  hint?: string
}
const named = (kind: CircleKind, ofId: string, label: string, hint?: string): Named => ({
  value: keyOfPart({ kind, ofId }),
  label,
  ...(hint !== undefined && { hint }),
})

/** Buildings or entrances to choose from. */
export const placeOptions = (compound: CompoundInTree, reach: Reach): Named[] =>
  reach === 'building'
    ? compound.buildings.map((b) => named('building', b.buildingId, b.name))
    : compound.buildings.flatMap((b) =>
        b.entrances.map((e) => named('entrance', e.entranceId, `${b.name}${e.name}`)),
      )

/** Bodies, organisations and persons who may be asked along. */
export function bodyOptions(tree: Tree, compoundId: string | undefined, people: People): Named[] {
  const ofCompound =
    compoundId === undefined
      ? []
      : [named('committee', compoundId, '业委会'), named('branch', compoundId, '小区党支部')]
  return [
    ...ofCompound,
    named('community', tree.communityId, '社区居委会'),
    ...people.organisations.map((o) => named('organisation', o.organisationId, o.name)),
    ...people.items.map((p) => named('person', p.personId, p.name || p.office, p.office)),
  ]
}

/** Whom a ready series brings together, here. */
export const circleOfPreset = (
  preset: Preset,
  communityId: string,
  compoundId: string,
  people: People,
): CirclePart[] =>
  preset.circle.flatMap((kind): CirclePart[] => {
    if (kind === 'organisation') return people.organisations.map((o) => ({ kind, ofId: o.organisationId }))
    return [{ kind, ofId: kind === 'community' ? communityId : compoundId }]
  })
