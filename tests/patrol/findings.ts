import { randomUUID } from 'node:crypto'
import { type Finding, openPatrolHouse, type PatrolHouse } from './house'

export type Name = keyof PatrolHouse['tokens']
export interface Found {
  communityId: string
  findingId: string
}
export type FindingHouse = Awaited<ReturnType<typeof openFindingHouse>>

/** The house of the rounds with one plan, on which things are found and looked at. */
export async function openFindingHouse() {
  const house = await openPatrolHouse()
  const of = await house.add()
  type Name = keyof PatrolHouse['tokens']
  const found = async (more: Partial<Finding> = {}, plan = of, token = house.tokens.gridWorker) => {
    const finding = house.finding(plan, more)
    const answer = await house.send({ ...house.header(plan), findings: [finding] }, token)
    return { communityId: plan.communityId, findingId: finding.id, answer }
  }
  const get = ({ communityId, findingId }: Found, who: Name = 'worker') =>
    house.api.get(house.tokens[who], 'finding.get', { communityId, findingId })
  const whistleOf = ({ communityId, findingId }: Found, who: Name = 'worker') =>
    house.api.get(house.tokens[who], 'whistle.get', { communityId, whistleId: findingId })
  const looked = (
    at: Found,
    outcome: 'still' | 'gone' | 'fixed' | 'whistled',
    minutes = 5,
    token = house.tokens.gridWorker,
  ) =>
    house.send(
      {
        ...house.header(of),
        looks: [
          house.look(at.findingId, outcome, minutes, outcome === 'fixed' ? { photoIds: [randomUUID()] } : {}),
        ],
      },
      token,
    )
  const countOf = async (sql: string, id: string) =>
    (await house.api.owner<{ n: number }>(`select count(*)::int as n from ${sql}`, [id]))[0]!.n

  /** The photo of an id that a phone minted comes up and is made. */
  async function photoComes(photoId: string, who: Name = 'gridWorker') {
    const { api, tokens } = house
    const { communityId } = of
    await api.get(tokens[who], 'media.upload', {
      communityId,
      id: photoId,
      bytes: 1000,
      contentType: 'image/jpeg',
    })
    await api.owner(
      `update photo set state = 'ready', width = 800, height = 600, made_at = opened_at where id = $1`,
      [photoId],
    )
  }
  return { ...house, of, found, get, whistleOf, looked, countOf, photoComes }
}
