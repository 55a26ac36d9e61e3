import { z } from 'zod/mini'
import { endpoint } from '../kernel/endpoint'
import { areaCentiares, day, id, instant, placeCode, text } from '../kernel/fields'
import { homeKinds, managementModes } from './modes'

const name = text(40)
const compoundFace = { compoundId: id, name: z.string(), management: z.enum(managementModes) }

const entrance = z.object({ entranceId: id, name: z.string() })
const building = z.object({
  buildingId: id,
  name: z.string(),
  gridId: z.nullable(id),
  homes: z.int(),
  entrances: z.array(entrance),
})
const compound = z.object({ ...compoundFace, from: day, buildings: z.array(building) })
const added = z.object({ id })

export const directoryLevels = ['community', 'compound', 'building', 'entrance', 'home'] as const

/** Where a printed code leads: everything a new claim or report needs to know about the spot. */
const spot = z.object({
  communityId: id,
  community: z.string(),
  compoundId: id,
  compound: z.string(),
  buildingId: id,
  building: z.string(),
  entranceId: z.nullable(id),
  entrance: z.nullable(z.string()),
})

export const place = {
  'place.tree': endpoint({
    method: 'GET',
    path: '/api/c/{communityId}/places',
    input: z.strictObject({ communityId: id }),
    output: z.object({
      communityId: id,
      name: z.string(),
      subdistrict: z.string(),
      grids: z.array(z.object({ gridId: id, name: z.string() })),
      compounds: z.array(compound),
    }),
  }),
  'place.get': endpoint({
    method: 'GET',
    path: '/api/c/{communityId}/compounds/{compoundId}',
    input: z.strictObject({ communityId: id, compoundId: id }),
    output: z.object({
      ...compoundFace,
      from: day,
      to: z.nullable(day),
      /** What it was made of, and what became of it. */
      before: z.array(z.object({ compoundId: id, name: z.string(), to: day })),
      after: z.array(z.object({ compoundId: id, name: z.string(), from: day })),
      buildings: z.array(building),
      dwellings: z.int(),
      shops: z.int(),
      others: z.int(),
      areaCentiares: z.int(),
      keepers: z.array(z.object({ role: z.string(), name: z.string(), scopeName: z.string() })),
    }),
  }),
  'place.directory': endpoint({
    method: 'GET',
    path: '/api/directory',
    input: z.strictObject({
      level: z.enum(directoryLevels),
      /** Whose compounds, buildings and so on; of communities, those of the same district. */
      communityId: z.optional(id),
      parentId: z.optional(id),
    }),
    output: z.object({
      items: z.array(z.object({ id, communityId: id, name: z.string(), under: z.string() })),
    }),
  }),
  'place.scan': endpoint({
    method: 'GET',
    path: '/api/scan/{code}',
    input: z.strictObject({ code: placeCode }),
    output: spot,
    refusals: ['code_unknown'],
  }),
  'place.codes': endpoint({
    method: 'GET',
    path: '/api/c/{communityId}/compounds/{compoundId}/codes',
    input: z.strictObject({ communityId: id, compoundId: id }),
    output: z.object({
      compound: z.string(),
      items: z.array(z.object({ name: z.string(), link: z.string(), svg: z.string() })),
    }),
  }),
  /** The subdistricts the caller works for, each with what its communities sum up to. */
  'place.subdistricts': endpoint({
    method: 'GET',
    path: '/api/subdistricts',
    input: z.strictObject({}),
    output: z.object({
      items: z.array(
        z.object({
          subdistrictId: id,
          name: z.string(),
          district: z.string(),
          communities: z.int(),
          homes: z.int(),
          boundHomes: z.int(),
          claimsWaiting: z.int(),
        }),
      ),
    }),
  }),
  'place.figures': endpoint({
    method: 'GET',
    path: '/api/subdistricts/{subdistrictId}/figures',
    input: z.strictObject({ subdistrictId: id }),
    output: z.object({
      subdistrictId: id,
      name: z.string(),
      communities: z.array(
        z.object({
          communityId: id,
          name: z.string(),
          compounds: z.int(),
          buildings: z.int(),
          homes: z.int(),
          /** Homes in which somebody has signed in with the app. */
          boundHomes: z.int(),
          claimsWaiting: z.int(),
          oldestClaimAt: z.nullable(instant),
          workers: z.int(),
        }),
      ),
    }),
  }),
  'place.addCommunity': endpoint({
    method: 'POST',
    path: '/api/subdistricts/{subdistrictId}/communities',
    input: z.strictObject({ subdistrictId: id, id, name }),
    output: added,
    refusals: ['name_taken', 'id_taken'],
  }),
  'place.addCompound': endpoint({
    method: 'POST',
    path: '/api/c/{communityId}/compounds',
    input: z.strictObject({ communityId: id, id, name, management: z.enum(managementModes), from: day }),
    output: added,
    refusals: ['name_taken', 'id_taken'],
  }),
  'place.setManagement': endpoint({
    method: 'POST',
    path: '/api/c/{communityId}/compounds/{compoundId}/management',
    input: z.strictObject({ communityId: id, compoundId: id, management: z.enum(managementModes) }),
    output: z.object({ management: z.enum(managementModes) }),
    refusals: ['compound_ended'],
  }),
  'place.addBuilding': endpoint({
    method: 'POST',
    path: '/api/c/{communityId}/compounds/{compoundId}/buildings',
    input: z.strictObject({
      communityId: id,
      compoundId: id,
      id,
      name,
      entrances: z.array(name).check(z.maxLength(30)),
    }),
    output: added,
    refusals: ['name_taken', 'id_taken', 'compound_ended'],
  }),
  'place.addHome': endpoint({
    method: 'POST',
    path: '/api/c/{communityId}/buildings/{buildingId}/homes',
    input: z.strictObject({
      communityId: id,
      buildingId: id,
      id,
      entranceId: z.nullable(id),
      number: text(20),
      kind: z.enum(homeKinds),
      areaCentiares,
    }),
    output: added,
    refusals: ['name_taken', 'id_taken', 'entrance_elsewhere'],
  }),
  'place.addGrid': endpoint({
    method: 'POST',
    path: '/api/c/{communityId}/grids',
    input: z.strictObject({
      communityId: id,
      id,
      name,
      buildingIds: z.array(id).check(z.minLength(1), z.maxLength(200)),
    }),
    output: added,
    refusals: ['name_taken', 'id_taken', 'building_elsewhere'],
  }),
  'place.join': endpoint({
    method: 'POST',
    path: '/api/c/{communityId}/compounds/join',
    input: z.strictObject({
      communityId: id,
      id,
      name,
      management: z.enum(managementModes),
      from: day,
      compoundIds: z.array(id).check(z.minLength(2, '至少选两个小区'), z.maxLength(100)),
    }),
    output: added,
    refusals: ['name_taken', 'id_taken', 'compound_ended', 'day_ahead', 'day_before_start', 'named_twice'],
  }),
  'place.split': endpoint({
    method: 'POST',
    path: '/api/c/{communityId}/compounds/{compoundId}/split',
    input: z.strictObject({
      communityId: id,
      compoundId: id,
      from: day,
      into: z
        .array(
          z.strictObject({
            id,
            name,
            management: z.enum(managementModes),
            buildingIds: z.array(id).check(z.minLength(1)),
          }),
        )
        .check(z.minLength(2, '至少分成两个小区'), z.maxLength(100)),
    }),
    output: z.object({ ids: z.array(id) }),
    refusals: [
      'name_taken',
      'id_taken',
      'compound_ended',
      'day_ahead',
      'day_before_start',
      'split_incomplete',
      'named_twice',
    ],
  }),
}
