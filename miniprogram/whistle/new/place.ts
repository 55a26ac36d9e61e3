import { type Spot, spotFrom } from '../../dwelling/where'
import type { Params } from '../../kernel/go'
import { useLoad } from '../../kernel/load'
import type { Me } from '../../kernel/session'

/** Where it is: an entrance, a building (its entrance is null then), or the whole compound. */
export interface Place extends Spot {
  wholeCompound?: boolean
  /** What it is called until its names are known. */
  called?: string
}

type Settled = Place & { communityId: string; compoundId: string }

export const isSettled = (place: Place | undefined): place is Settled =>
  place?.communityId !== undefined &&
  place.compoundId !== undefined &&
  (place.wholeCompound === true || (place.buildingId !== undefined && place.entranceId !== undefined))

/** The place that a page was opened with: the code on a wall, a compound, a building. */
export function placeFrom(params: Params): Place | undefined {
  const spot = spotFrom(params)
  if (!spot.communityId) return undefined
  if (!spot.compoundId) return spot
  return spot.buildingId ? { ...spot, entranceId: spot.entranceId ?? null } : { ...spot, wholeCompound: true }
}

export interface HomePlace extends Place {
  called: string
}

/** Buildings in which I live, each once. */
export function placesOfMine(me: Me): HomePlace[] {
  const seen = new Map<string, HomePlace>()
  for (const { scope, scopeName, path, communities } of me.roles) {
    const { communityId, compoundId, buildingId } = path
    if (scope !== 'home' || !communityId || !compoundId || !buildingId || seen.has(buildingId)) continue
    const community = communities.find((c) => c.communityId === communityId)?.name
    seen.set(buildingId, {
      communityId,
      community,
      compoundId,
      buildingId,
      entranceId: null,
      called: scopeName,
    })
  }
  return [...seen.values()]
}

/** Without anything said: my building, or as near to what I look after as it is known. */
export function placeByDefault(me: Me): Place | undefined {
  const [home] = placesOfMine(me)
  if (home) return home
  for (const { path, scopeName, communities } of me.roles) {
    const { communityId, compoundId, buildingId } = path
    const community = communities.find((c) => c.communityId === communityId)?.name
    if (!communityId) continue
    if (!compoundId) return { communityId, community }
    return buildingId
      ? { communityId, community, compoundId, buildingId, entranceId: null, called: scopeName }
      : { communityId, community, compoundId, wholeCompound: true, called: scopeName }
  }
  return undefined
}

/** With its names, which are asked for where only ids are known. */
export function useNamed(place: Place | undefined): Place | undefined {
  const { communityId, compoundId, buildingId, entranceId } = place ?? {}
  const isNamed =
    place?.compound !== undefined &&
    (!buildingId || place.building !== undefined) &&
    (!entranceId || place.entrance !== undefined)
  const compound = useLoad(
    'place.get',
    communityId && compoundId && !isNamed ? { communityId, compoundId } : null,
  )
  if (!place || isNamed || !compound.data) return place
  const building = compound.data.buildings.find((b) => b.buildingId === buildingId)
  const entrance = building?.entrances.find((e) => e.entranceId === entranceId)
  return { ...place, compound: compound.data.name, building: building?.name, entrance: entrance?.name }
}

/** 9栋 1单元; the whole compound by its name. */
export function sayPlace(place: Place): string {
  const at = [place.building, place.entrance].filter(Boolean).join(' ')
  if (at) return at
  return place.wholeCompound ? (place.compound ?? place.called ?? '整个小区') : (place.called ?? '已经选好')
}

/** Known in the community, or waiting to be let in: only then may photos be shown to it. */
export const isKnownIn = (me: Me, communityId: string): boolean =>
  me.roles.some((r) => r.communities.some((c) => c.communityId === communityId)) ||
  me.claims.some((c) => c.communityId === communityId && c.state === 'submitted')
