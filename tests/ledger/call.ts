import { randomUUID } from 'node:crypto'
import type { TestApi } from '../kernel/api'

interface Called {
  communityId: string
  compoundId: string
  buildingId: string
  convenerId: string
  /** One for each pledge. */
  homeIds: readonly string[]
  fens: readonly number[]
}

/** A published resolution whose call homes have answered; the rows are as they come out of a meeting. */
export async function callForPledges(api: TestApi, called: Called) {
  const { communityId, compoundId, buildingId, convenerId, homeIds, fens } = called
  const [meetingId, resolutionId] = [randomUUID(), randomUUID()]
  await api.owner(
    `insert into meeting (community_id, id, compound_id, kind, title, starts_at, minutes, spot, state, convener_id, sent_hash, planned_at)
     values ($1, $2, $3, 'building', '楼宇会', '2026-06-01T06:00:00Z', 60, '院子里', 'planned', $4, $5, '2026-05-01')`,
    [communityId, meetingId, compoundId, convenerId, Buffer.alloc(32)],
  )
  await api.owner(`insert into minutes (community_id, meeting_id, state) values ($1, $2, 'draft')`, [
    communityId,
    meetingId,
  ])
  await api.owner(
    `insert into resolution (community_id, id, meeting_id, compound_id, words, party_kind, party_compound_id, party_name, due_on, revision, state, published, written_at, changed_by, changed_at)
     values ($1, $2, $3, $4, '加装楼梯扶手', 'committee', $4, '业委会', '2026-12-31', 1, 'open', true, '2026-06-01', $5, '2026-06-01')`,
    [communityId, resolutionId, meetingId, compoundId, convenerId],
  )
  await api.owner(
    `insert into pledge_call (community_id, resolution_id, target_fen, until_day) values ($1, $2, 100000000, '2026-12-31')`,
    [communityId, resolutionId],
  )
  const pledges: string[] = []
  for (const [i, fen] of fens.entries()) {
    const id = randomUUID()
    await api.owner(
      `insert into pledge (community_id, id, resolution_id, building_id, home_id, fen, at) values ($1, $2, $3, $4, $5, $6, '2026-06-02')`,
      [communityId, id, resolutionId, buildingId, homeIds[i], fen],
    )
    pledges.push(id)
  }
  return { resolutionId, pledges }
}
