import { randomUUID } from 'node:crypto'
import { newPlaceCode, newToken, tokenHash } from '../../functions/kernel/secrets'
import type { TestApi } from '../kernel/api'

/** Since when everything is so. */
const day = '2024-01-01'

export interface Place {
  id: string
  level: string
  /** The columns that name it and what it lies in. */
  path: Record<string, string>
}

const insert = (api: TestApi, table: string, row: Record<string, unknown>) =>
  api.owner(
    `insert into ${table} (${Object.keys(row).join()}) values (${Object.keys(row)
      .map((_, i) => `$${i + 1}`)
      .join()})`,
    Object.values(row),
  )

/** Two communities of one subdistrict, with what lies in them and who works there. */
export async function addPlaces(api: TestApi) {
  const add = async (
    level: string,
    within: Place | undefined,
    more: Record<string, unknown>,
    table = level,
  ) => {
    const id = randomUUID()
    await insert(api, table, { id, ...within?.path, ...more })
    return { id, level, path: { ...within?.path, [`${level}_id`]: id } }
  }
  const district = await add('district', undefined, { name: '一区' })
  const subdistrict = await add('subdistrict', district, { name: '一街道' })
  const above = { ...subdistrict, path: { subdistrict_id: subdistrict.id } }
  const community = async (name: string) => {
    const { id } = await add('community', above, { name })
    return { id, level: 'community', path: { community_id: id } }
  }
  const [here, there] = [await community('弘运社区'), await community('盐溪社区')]
  const compoundIn = (within: Place, name: string, to_day: string | null = null) =>
    add('compound', within, { name, management: 'none', from_day: day, to_day })
  const buildingIn = (within: Place, name: string) =>
    add('building', within, { name, sort_key: name, code: newPlaceCode(), since: day })
  const entranceIn = (within: Place, name: string) =>
    add('entrance', within, { name, sort_key: name, code: newPlaceCode() })
  const homeIn = (within: Place, number: string) =>
    add('home', within, { number, label: number, sort_key: number, kind: 'dwelling', area_centiares: 8000 })

  const compound = await compoundIn(here, '弘运小区')
  const nextCompound = await compoundIn(here, '弘运二区')
  const compoundThere = await compoundIn(there, '盐溪桥小区')
  const building = await buildingIn(compound, '1栋')
  const nextBuilding = await buildingIn(compound, '2栋')
  const entrance = await entranceIn(building, '1单元')
  const organisation = async (name: string, kind: string, ...works: Place[]) => {
    const { id } = await add('organisation', above, { name, kind })
    for (const place of works)
      await insert(api, 'engagement', { ...place.path, id: randomUUID(), organisation_id: id, from_day: day })
    return { id, level: 'organisation', path: { organisation_id: id } }
  }
  const engagedBefore = await organisation('旧物业公司', 'property', compound)
  await api.owner(`update engagement set to_day = '2026-11-01' where organisation_id = $1`, [
    engagedBefore.id,
  ])
  return {
    district,
    subdistrict: above,
    here,
    there,
    compound,
    nextCompound,
    formerCompound: await compoundIn(here, '拆掉的院子', '2026-06-30'),
    compoundThere,
    building,
    nextBuilding,
    buildingElsewhere: await buildingIn(nextCompound, '9栋'),
    entrance,
    entranceOfNext: await entranceIn(nextBuilding, '1单元'),
    grid: await add('grid', here, { name: '第一网格' }),
    home1: await homeIn(building, '101'),
    home2: await homeIn(building, '102'),
    homeThere: await homeIn(await buildingIn(compoundThere, '1栋'), '101'),
    propertyCompany: await organisation('弘运物业公司', 'property', compound, compoundThere),
    departmentOf: await organisation('城管中队', 'department', here, there),
    engagedThere: await organisation('盐溪物业公司', 'property', compoundThere),
    engagedBefore,
  }
}

/** Somebody with a session that does not run out while a test turns the clock. */
export async function addPerson(api: TestApi, name: string) {
  const [id, token] = [randomUUID(), newToken()]
  await insert(api, 'person', { id, name, joined_at: day })
  await insert(api, 'session', {
    id: randomUUID(),
    token_hash: tokenHash(token),
    person_id: id,
    device: '',
    opened_at: day,
    expires_at: '2030-01-01',
  })
  return { id, token }
}

export const give = (
  api: TestApi,
  personId: string,
  role: string,
  over: string,
  places: Record<string, Place>,
) => {
  const { level, path, id } = places[over]!
  const within = path.community_id === undefined ? {} : { community_id: path.community_id }
  return insert(api, 'role_grant', {
    id: randomUUID(),
    person_id: personId,
    role,
    scope: level,
    ...within,
    [`${level}_id`]: id,
    from_day: day,
    granted_at: day,
  })
}

export const live = (api: TestApi, { path }: Place, personId: string, kind: 'owner' | 'tenant' = 'owner') =>
  insert(api, 'home_tie', {
    community_id: path.community_id,
    building_id: path.building_id,
    home_id: path.home_id,
    id: randomUUID(),
    kind,
    person_id: personId,
    from_day: day,
  })

/** A meeting of a compound, years ahead. */
export async function addMeeting(api: TestApi, communityId: string, compoundId: string, convenerId: string) {
  const id = randomUUID()
  await insert(api, 'meeting', {
    community_id: communityId,
    id,
    compound_id: compoundId,
    kind: 'building',
    title: '楼宇会',
    starts_at: '2029-12-01T06:00:00Z',
    minutes: 60,
    spot: '院子里',
    state: 'planned',
    convener_id: convenerId,
    sent_hash: Buffer.alloc(32),
    planned_at: day,
  })
  return id
}
