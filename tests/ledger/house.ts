import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { findBooksFaults } from '../../db/checks/books'
import { fallDue } from '../../functions/charge/tick/fallDue'
import type { MoneyKind } from '../../shared/account/fields'
import type { Input } from '../../shared/contract'
import { openApi } from '../kernel/api'
import { addPerson, addPlaces, give, live } from '../whistle/world'

export type BooksHouse = Awaited<ReturnType<typeof openBooksHouse>>

const cast = {
  keeper: ['bookkeeper', 'compound'],
  guard: ['responder', 'propertyCompany'],
  member: ['committeeMember', 'compound'],
  director: ['committeeDirector', 'compound'],
  secretary: ['branchSecretary', 'compound'],
  supervisor: ['supervisor', 'compound'],
  worker: ['communityWorker', 'here'],
  grid: ['gridWorker', 'grid'],
  keeperNext: ['bookkeeper', 'nextCompound'],
  keeperThere: ['bookkeeper', 'compoundThere'],
} as const
export type BooksName = keyof typeof cast | 'owner' | 'tenant' | 'ownerNext' | 'ownerThere'

/** The decision of a meeting that was before there was a program. */
export const older = { older: { on: '2024-03-02', named: '2024年业主大会决定' } }

/** Books of two neighbouring compounds and one of another community, with whoever keeps, watches and owns. */
export async function openBooksHouse({ now = '2026-11-20T02:00:00Z', from = '2026-01-01' } = {}) {
  const api = await openApi({ now: new Date(now) })
  const places = await addPlaces(api)
  const tokens = {} as Record<BooksName, string>
  const ids = {} as Record<BooksName, string>
  for (const [name, [role, over]] of Object.entries(cast) as [keyof typeof cast, (typeof cast)['keeper']][]) {
    const person = await addPerson(api, name)
    Object.assign(tokens, { [name]: person.token })
    Object.assign(ids, { [name]: person.id })
    await give(api, person.id, role, over, places as never)
  }
  const homeIn = async (within: typeof places.building, number: string, areaCentiares = 8000) => {
    const id = randomUUID()
    const { community_id, compound_id, building_id } = within.path
    await api.owner(
      `insert into home (community_id, id, compound_id, building_id, number, label, sort_key, kind, area_centiares)
       values ($1, $2, $3, $4, $5, $5, $5, 'dwelling', $6)`,
      [community_id, id, compound_id, building_id, number, areaCentiares],
    )
    return { id, level: 'home', path: { ...within.path, home_id: id } }
  }
  const nextHome = await homeIn(places.buildingElsewhere, '九101')
  for (const [name, home, kind] of [
    ['owner', places.home1, 'owner'],
    ['tenant', places.home2, 'tenant'],
    ['ownerNext', nextHome, 'owner'],
    ['ownerThere', places.homeThere, 'owner'],
  ] as const) {
    const person = await addPerson(api, name)
    tokens[name] = person.token
    ids[name] = person.id
    await live(api, home, person.id, kind)
  }

  const at = { communityId: places.here.id, compoundId: places.compound.id }
  const next = { communityId: places.here.id, compoundId: places.nextCompound.id }
  const there = { communityId: places.there.id, compoundId: places.compoundThere.id }
  const openBooks = (of: typeof at, token: string, opening: Input<'account.open'>['opening'] = []) =>
    api.get(token, 'account.open', {
      ...of,
      id: randomUUID(),
      from,
      opening,
      spendLimitFen: 5_000_00,
      answerDays: 7,
    })
  await openBooks(at, tokens.keeper, [{ key: 'bank', fen: 10_000_00 }])
  await openBooks(next, tokens.keeperNext)
  await openBooks(there, tokens.keeperThere)

  /** Photos of papers, made and ready, taken by the person. */
  const papers = async (name: BooksName = 'keeper', count = 1, communityId = at.communityId) => {
    const made = Array.from({ length: count }, () => randomUUID())
    for (const id of made)
      await api.owner(
        `insert into photo (community_id, id, author_id, file_key, bytes, content_type, state, opened_at, made_at, width, height)
         values ($1::uuid, $2::uuid, $3, 'c/' || $1::uuid || '/photos/' || $2::uuid, 1000, 'image/jpeg', 'ready', $4, $4, 10, 10)`,
        [communityId, id, ids[name], api.now],
      )
    return made
  }
  const accountOf = async (key: string, of = at) =>
    (await api.get(tokens.worker, 'account.list', of)).items.find((a) => a.key === key)!
  const balance = async (key: string, of = at) => (await accountOf(key, of)).balanceFen
  const ground = () => api.get(tokens.keeper, 'space.setGround', { ...at, decision: older })
  /** Parking spaces with one tariff, each let from a day to a home of its own. */
  let parked = 0
  const park = async (
    count: number,
    {
      unit = 'day',
      fen = 500,
      day = from,
    }: { unit?: 'day' | 'month' | 'year'; fen?: number; day?: string } = {},
  ) => {
    await ground()
    const spaces = Array.from({ length: count }, () => ({ id: randomUUID(), number: String(++parked) }))
    await api.get(tokens.keeper, 'space.add', {
      ...at,
      kind: 'parking',
      spaces,
      tariff: { unit, fen, from: day },
    })
    return spaces
  }
  let plates = 0
  const nextPlate = () => `渝A${String(10000 + plates++)}`
  const letTo = async (spaceId: string, day = from, more: Partial<Input<'lease.add'>> = {}) => {
    const id = randomUUID()
    const home = await homeIn(places.building, `L${id.slice(0, 6)}`)
    await api.get(tokens.keeper, 'lease.add', {
      ...at,
      id,
      spaceId,
      homeId: home.id,
      plate: nextPlate(),
      from: day,
      ...more,
    })
    return { leaseId: id, homeId: more.homeId ?? home.id }
  }
  const receipt = (
    of: Input<'receipt.take'>['of'],
    fen: number,
    more: Partial<Input<'receipt.take'>> = {},
  ): Input<'receipt.take'> => ({
    ...at,
    id: randomUUID(),
    of,
    fen,
    by: 'cash' as MoneyKind,
    on: api.now.toISOString().slice(0, 10),
    ...more,
  })
  const tick = async (client?: Client) => {
    const own = client ?? new Client({ connectionString: api.database.urls.tick })
    if (!client) await own.connect()
    try {
      return await fallDue(own, api.now)
    } finally {
      if (!client) await own.end()
    }
  }
  const checks = async () => {
    const client = new Client({ connectionString: api.database.urls.owner })
    await client.connect()
    try {
      return await findBooksFaults(client)
    } finally {
      await client.end()
    }
  }
  return {
    api,
    places,
    tokens,
    ids,
    at,
    next,
    there,
    homeIn,
    papers,
    accountOf,
    balance,
    ground,
    park,
    nextPlate,
    letTo,
    receipt,
    tick,
    checks,
    one: async <Row = Record<string, unknown>>(sql: string, values: unknown[] = []) =>
      (await api.owner<Row>(sql, values))[0]!,
    lines: async (id: string) =>
      (
        await api.owner<{ action: string }>(
          'select action from record where subject_id = $1 order by at, id',
          [id],
        )
      ).map((r) => r.action),
  }
}
