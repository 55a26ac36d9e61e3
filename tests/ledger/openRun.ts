import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import type { TestApi } from '../kernel/api'
import { addPerson, give, live, type Place } from '../whistle/world'
import { callForPledges } from './call'
import { Run } from './run'

/** The books of a compound that nobody has used, and three who work on them. */
export async function openRun(api: TestApi, communityId: string, organisationId: string, tickClient: Client) {
  const compoundId = randomUUID()
  const at = { communityId, compoundId }
  await api.owner(`insert into compound values ($1, $2, $3, 'none', '2024-01-01', null)`, [
    communityId,
    compoundId,
    compoundId,
  ])
  const place: Place = {
    id: compoundId,
    level: 'compound',
    path: { community_id: communityId, compound_id: compoundId },
  }
  const buildingId = randomUUID()
  const homeIds = [randomUUID(), randomUUID(), randomUUID()]
  await api.owner(
    `insert into building (community_id, id, compound_id, name, sort_key, code, since) values ($1, $2, $3, '1', '1', $4, '2024-01-01')`,
    [communityId, buildingId, compoundId, compoundId.replaceAll('-', '').slice(0, 16)],
  )
  await api.owner(
    `insert into home (community_id, id, compound_id, building_id, number, label, sort_key, kind, area_centiares)
     select $1, h.id, $3, $4, h.n, h.n, h.n, 'dwelling', 8000 from unnest($2::uuid[]) with ordinality h(id, n)`,
    [communityId, homeIds, compoundId, buildingId],
  )
  await api.owner(
    `insert into engagement (community_id, id, compound_id, organisation_id, from_day) values ($1, gen_random_uuid(), $2, $3, '2024-01-01')`,
    [communityId, compoundId, organisationId],
  )
  const people = {} as Record<'keeper' | 'member' | 'supervisor', { id: string; token: string }>
  for (const [name, role] of [
    ['keeper', 'bookkeeper'],
    ['member', 'committeeMember'],
    ['supervisor', 'supervisor'],
  ] as const) {
    people[name] = await addPerson(api, name)
    await give(api, people[name].id, role, 'compound', { compound: place })
  }
  await live(
    api,
    {
      id: homeIds[0]!,
      level: 'home',
      path: { community_id: communityId, building_id: buildingId, home_id: homeIds[0]! },
    },
    people.keeper.id,
  )
  const call = await callForPledges(api, {
    ...{ ...at, buildingId, convenerId: people.keeper.id, homeIds },
    fens: [100_00, 100_00, 33_33],
  })
  const run = new Run(api, at, homeIds, organisationId, people, call, tickClient)
  await run.begin()
  return run
}
