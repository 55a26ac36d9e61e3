import { randomUUID } from 'node:crypto'
import { newId } from '../../functions/kernel/secrets'
import { secretOf } from '../../functions/meeting/attendance/secret'
import type { Input } from '../../shared/contract'
import { codeAt } from '../../shared/kernel/minuteCode'
import { openWhistleHouse } from '../whistle/house'
import { addPerson, live } from '../whistle/world'

export type At = { communityId: string; meetingId: string }
export type MeetingHouse = Awaited<ReturnType<typeof openMeetingHouse>>

// ten o’clock in the morning in China, a Friday
export const friday = '2026-11-20T02:00:00Z'
const hour = 3_600_000

/**
 * The two communities of the whistles, with a neighbour of the next building and an owner of two homes beside them; meetings of
 * the first building that its lead chairs and a community worker writes down.
 */
export async function openMeetingHouse(
  options: Omit<NonNullable<Parameters<typeof openWhistleHouse>[0]>, 'demo'> = {},
) {
  const house = await openWhistleHouse({ now: new Date(friday), ...options })
  const { api, places, tokens, ids } = house
  const homeIn = async (within: (typeof places)['building'], number: string, area = 8000) => {
    const id = randomUUID()
    const { community_id, compound_id, building_id } = within.path
    await api.owner(
      `insert into home (community_id, id, compound_id, building_id, number, label, sort_key, kind, area_centiares)
       values ($1, $2, $3, $4, $5, $5, $5, 'dwelling', $6)`,
      [community_id, id, compound_id, building_id, number, area],
    )
    return { id, level: 'home', path: { ...within.path, home_id: id } }
  }
  const livesIn = async (name: string, ...homes: Awaited<ReturnType<typeof homeIn>>[]) => {
    const person = await addPerson(api, name)
    for (const home of homes) await live(api, home, person.id)
    return person
  }
  const home201 = await homeIn(places.building, '201', 6050)
  const home202 = await homeIn(places.building, '202', 6050)
  const homeNext = await homeIn(places.nextBuilding, '二101')
  const owner = await livesIn('ownerOfTwo', home201, home202)
  const nextDoor = await livesIn('nextDoor', homeNext)
  const renter = await livesIn('renter', await homeIn(places.building, '301', 4000))
  await api.owner(`update home_tie set kind = 'tenant' where person_id = $1`, [renter.id])
  const all = {
    ...tokens,
    owner: owner.token,
    nextDoor: nextDoor.token,
    renter: renter.token,
  }
  const who = { ...ids, owner: owner.id, nextDoor: nextDoor.id, renter: renter.id }

  const { here, compound, building } = places
  const inHours = (hours: number) => new Date(api.now.getTime() + hours * hour).toISOString()
  const planned = (more: Partial<Input<'meeting.plan'>> = {}): Input<'meeting.plan'> => ({
    communityId: here.id,
    id: randomUUID(),
    compoundId: compound.id,
    kind: 'building',
    title: '1栋楼宇会',
    startsAt: inHours(24 * 4),
    minutes: 90,
    spot: '1栋门前',
    circle: [{ kind: 'building', ofId: building.id }],
    chairId: ids.buildingLead,
    recorderId: ids.worker,
    ...more,
  })
  const plan = async (more: Partial<Input<'meeting.plan'>> = {}, token = tokens.worker): Promise<At> => {
    const sent = planned(more)
    await api.get(token, 'meeting.plan', sent)
    return { communityId: sent.communityId, meetingId: sent.id }
  }
  const way = ['planned', 'noticed', 'underWay', 'held'] as const
  /** Brought on from where it was just planned; the clock goes with it. */
  const bringOn = async (at: At, to: (typeof way)[number]): Promise<At> => {
    const far = way.indexOf(to)
    if (far >= 1) await api.get(tokens.worker, 'meeting.notice', at)
    if (far >= 2) {
      const [row] = await api.owner<{ starts_at: Date }>('select starts_at from meeting where id = $1', [
        at.meetingId,
      ])
      if (api.now < row!.starts_at) api.now = row!.starts_at
      await api.get(tokens.worker, 'meeting.begin', at)
    }
    if (far >= 3) {
      house.later(1.5)
      await api.get(tokens.worker, 'meeting.end', at)
    }
    return at
  }
  const bring = async (to: (typeof way)[number], more: Partial<Input<'meeting.plan'>> = {}) =>
    bringOn(await plan(more), to)
  const code = (at: At, when = api.now) => codeAt(secretOf(at.communityId, at.meetingId), when).code
  const signIn = (at: At, token: string, more: Partial<Input<'meeting.signIn'>> = {}) =>
    api.ask(token, 'meeting.signIn', { ...at, id: randomUUID(), code: code(at), ...more })
  const write = (at: At, more: Partial<Input<'minutes.write'>> = {}, token = tokens.worker) =>
    api.ask(token, 'minutes.write', {
      ...at,
      itemId: randomUUID(),
      revision: 0,
      place: 1,
      title: '楼梯扶手',
      words: '大家同意加装扶手。',
      ...more,
    })
  const resolve = async (at: At, more: Partial<Input<'resolution.write'>> = {}, token = tokens.worker) => {
    const sent: Input<'resolution.write'> = {
      ...at,
      // as a phone mints it: what is written later comes later
      id: newId(api.now),
      revision: 0,
      words: '加装楼梯扶手',
      party: { kind: 'committee', partyId: compound.id },
      dueOn: '2027-01-15',
      votes: { for: 3, against: 0, abstained: 1 },
      ...more,
    }
    await api.get(token, 'resolution.write', sent)
    return { communityId: at.communityId, resolutionId: sent.id }
  }
  const minutesWay = ['draft', 'open', 'signed', 'published'] as const
  /** A held meeting whose minutes stand there; two of its neighbours were there. */
  const bringMinutes = async (to: (typeof minutesWay)[number], at?: At): Promise<At> => {
    const meeting = at ?? (await bring('underWay'))
    if (!at) {
      for (const token of [tokens.resident, owner.token]) await signIn(meeting, token)
      await write(meeting)
      house.later(1.5)
      await api.get(tokens.worker, 'meeting.end', meeting)
    }
    const far = minutesWay.indexOf(to)
    if (far >= 1) await api.get(tokens.worker, 'minutes.open', meeting)
    if (far >= 2) {
      house.later(48)
      await api.get(tokens.worker, 'minutes.sign', meeting)
      await api.get(tokens.buildingLead, 'minutes.sign', meeting)
    }
    if (far >= 3) await api.get(tokens.worker, 'minutes.publish', meeting)
    return meeting
  }

  return {
    ...house,
    tokens: all,
    ids: who,
    homes: { home201, home202, homeNext },
    inHours,
    planned,
    plan,
    bring,
    bringOn,
    code,
    signIn,
    write,
    resolve,
    bringMinutes,
    anew: () => {
      api.now = new Date(friday)
    },
    /** What its record tells, oldest first. */
    lines: async (id: string) =>
      (
        await api.owner<{ action: string }>(
          'select action from record where subject_id = $1 order by at, id',
          [id],
        )
      ).map((r) => r.action),
    one: async <Row = Record<string, unknown>>(sql: string, values: unknown[]) =>
      (await api.owner<Row>(sql, values))[0]!,
  }
}
