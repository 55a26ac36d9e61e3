import type { Input, Output } from '../../shared/contract'
import type { Params } from '../kernel/go'

export type Level = Input<'place.directory'>['level']
export type Item = Output<'place.directory'>['items'][number]

/** What has been picked so far, from the community down. */
export interface Spot {
  communityId?: string
  community?: string
  compoundId?: string
  compound?: string
  buildingId?: string
  building?: string
  /** null: a home that belongs to no entrance, such as a shop on the street. */
  entranceId?: string | null
  entrance?: string
  homeId?: string
  home?: string
}

export const levels: readonly Level[] = ['community', 'compound', 'building', 'entrance', 'home']
export const levelWords: Record<Level, { ask: string; find: string; none: string }> = {
  community: { ask: '你住在哪个社区', find: '找社区', none: '还没有社区用上小程序。' },
  compound: { ask: '哪个小区', find: '找小区', none: '这个社区还没有登记小区，请联系社区。' },
  building: { ask: '哪一栋', find: '找楼栋', none: '这个小区还没有登记楼栋，请联系社区。' },
  entrance: { ask: '哪个单元', find: '找单元', none: '这栋楼没有分单元。' },
  home: { ask: '哪一户', find: '找门牌号', none: '这里还没有登记住户，请联系社区。' },
}

/** Which level is still open; undefined once a home is picked. */
export function openLevel(spot: Spot): Level | undefined {
  if (!spot.communityId) return 'community'
  if (!spot.compoundId) return 'compound'
  if (!spot.buildingId) return 'building'
  if (spot.entranceId === undefined) return 'entrance'
  return spot.homeId ? undefined : 'home'
}

export function askAbout(spot: Spot, level: Level): Input<'place.directory'> {
  const { communityId } = spot
  switch (level) {
    case 'community':
      return { level }
    case 'compound':
      return { level, communityId, parentId: communityId }
    case 'building':
      return { level, communityId, parentId: spot.compoundId }
    case 'entrance':
      return { level, communityId, parentId: spot.buildingId }
    case 'home':
      return { level, communityId, parentId: spot.entranceId ?? spot.buildingId }
  }
}

export function pick(spot: Spot, level: Level, item: Item): Spot {
  switch (level) {
    case 'community':
      return { communityId: item.communityId, community: item.name }
    case 'compound':
      return { ...spot, compoundId: item.id, compound: item.name }
    case 'building':
      return { ...spot, buildingId: item.id, building: item.name }
    case 'entrance':
      return { ...spot, entranceId: item.id, entrance: item.name }
    case 'home':
      return { ...spot, homeId: item.id, home: item.under || item.name }
  }
}

/** Back to choosing this level: what lies below it is forgotten. */
export function reopen(spot: Spot, level: Level): Spot {
  const { communityId, community, compoundId, compound, buildingId, building, entranceId, entrance } = spot
  switch (level) {
    case 'community':
      return {}
    case 'compound':
      return { communityId, community }
    case 'building':
      return { communityId, community, compoundId, compound }
    case 'entrance':
      return { communityId, community, compoundId, compound, buildingId, building }
    case 'home':
      return { communityId, community, compoundId, compound, buildingId, building, entranceId, entrance }
  }
}

export const withoutEntrance = (spot: Spot): Spot => ({ ...spot, entranceId: null, entrance: '不在单元里' })

/** A printed code's spot, as a page's parameters and back. */
export function spotOf(scanned: Output<'place.scan'>): Spot {
  const { communityId, community, compoundId, compound, buildingId, building, entranceId, entrance } = scanned
  const known = { communityId, community, compoundId, compound, buildingId, building }
  return entranceId ? { ...known, entranceId, entrance: entrance ?? '' } : known
}

export const spotParams = (spot: Spot): Params => ({ ...spot, entranceId: spot.entranceId ?? undefined })

export const spotFrom = (params: Params): Spot => ({
  communityId: params.communityId,
  community: params.community,
  compoundId: params.compoundId,
  compound: params.compound,
  buildingId: params.buildingId,
  building: params.building,
  entranceId: params.entranceId,
  entrance: params.entrance,
})

export const saySpot = (spot: Spot): string =>
  [spot.community, spot.compound, spot.building, spot.entrance].filter(Boolean).join(' ')

/** The code in whatever was scanned: the link on the wall, or the code alone. */
export const codeIn = (scanned: string): string | undefined =>
  /(?:^|[/=])([0-9A-Za-z]{16})(?:$|[?#&/])/.exec(scanned.trim())?.[1]
