import { randomUUID } from 'node:crypto'
import type { Input } from '../../shared/contract'
import type { Party } from '../../shared/whistle/states'
import { openApi } from '../kernel/api'
import { addMeeting, addPerson, addPlaces, give, live } from './world'

export type At = { communityId: string; whistleId: string }
export type WhistleHouse = Awaited<ReturnType<typeof openWhistleHouse>>
export type Name = keyof typeof cast

// a role and over what; whoever lives in a home is its owner
const cast = {
  resident: ['owner', 'home1'],
  neighbour: ['owner', 'home2'],
  buildingLead: ['buildingLead', 'building'],
  gridWorker: ['gridWorker', 'grid'],
  worker: ['communityWorker', 'here'],
  colleague: ['communityWorker', 'here'],
  otherWorker: ['communityWorker', 'there'],
  officer: ['subdistrictOfficer', 'subdistrict'],
  property: ['responder', 'propertyCompany'],
  secondHand: ['responder', 'propertyCompany'],
  department: ['responder', 'departmentOf'],
  formerCompany: ['responder', 'engagedBefore'],
  committee: ['committeeDirector', 'compound'],
  branch: ['branchSecretary', 'compound'],
  stranger: ['owner', 'homeThere'],
} as const

/**
 * Two communities of one subdistrict with all whom a whistle concerns, on an empty database: what the clock does there is
 * what a test made it do.
 */
export async function openWhistleHouse(options: Omit<NonNullable<Parameters<typeof openApi>[0]>, 'demo'>) {
  const api = await openApi(options)
  const places = await addPlaces(api)
  const tokens = {} as Record<Name, string>
  const ids = {} as Record<Name, string>
  for (const [name, [role, over]] of Object.entries(cast) as [Name, (typeof cast)[Name]][]) {
    const person = await addPerson(api, name)
    tokens[name] = person.token
    ids[name] = person.id
    if (role === 'owner') await live(api, places[over]!, person.id)
    else await give(api, person.id, role, over, places)
  }

  const { here, compound } = places
  const meetingId = await addMeeting(api, here.id, compound.id, ids.worker)
  const organisation = (partyId: string): Party => ({ kind: 'organisation', partyId })
  const property = organisation(places.propertyCompany.id)
  const department = organisation(places.departmentOf.id)

  const report = (more: Partial<Input<'whistle.submit'>> = {}): Input<'whistle.submit'> => ({
    communityId: here.id,
    id: randomUUID(),
    compoundId: compound.id,
    category: 'facility',
    urgency: 'ordinary',
    // never alike: of those there are two a day
    words: `井盖松动，编号${randomUUID()}`,
    anonymous: false,
    ...more,
  })
  const submit = async (
    more: Partial<Input<'whistle.submit'>> = {},
    token = tokens.resident,
  ): Promise<At> => {
    const sent = report(more)
    await api.get(token, 'whistle.submit', sent)
    return { communityId: sent.communityId, whistleId: sent.id }
  }
  const dispatch = async (at: At, more: Partial<Input<'whistle.dispatch'>> = {}) => {
    const id = randomUUID()
    await api.get(tokens.worker, 'whistle.dispatch', { ...at, id, lead: property, ...more })
    return id
  }
  const way = ['submitted', 'accepted', 'dispatched', 'responded', 'resolved', 'followedUp'] as const
  /** Brought on from where it was just submitted, by the ordinary way. */
  const bringOn = async (at: At, to: (typeof way)[number]): Promise<At> => {
    const far = way.indexOf(to)
    if (far >= 1) await api.get(tokens.worker, 'whistle.accept', at)
    if (far >= 2) await dispatch(at)
    if (far >= 3) await api.get(tokens.property, 'whistle.respond', at)
    if (far >= 4) await api.get(tokens.property, 'whistle.resolve', { ...at, words: '换好了' })
    if (far >= 5) await api.get(tokens.resident, 'whistle.followUp', { ...at, outcome: 'solved', stars: 5 })
    return at
  }

  return {
    api,
    tokens,
    ids,
    places,
    /** A meeting of the compound that lies ahead, to which a whistle may be taken. */
    meetingId,
    parties: {
      property,
      department,
      committee: { kind: 'committee', partyId: compound.id } as Party,
      branch: { kind: 'branch', partyId: compound.id } as Party,
      elsewhere: organisation(places.engagedThere.id),
      former: organisation(places.engagedBefore.id),
    },
    report,
    submit,
    dispatch,
    bringOn,
    bring: async (to: (typeof way)[number], more?: Partial<Input<'whistle.submit'>>) =>
      bringOn(await submit(more), to),
    later: (hours: number) => {
      api.now = new Date(api.now.getTime() + hours * 3_600_000)
    },
    /** The same morning once more: what was whistled before is of other days and fills nobody's quota. */
    async anew(morning: string) {
      api.now = new Date(morning)
      await api.owner(`update whistle_reporter set at = at - interval '30 days'`)
    },
    /** One whistle as it stands in its table. */
    async row(at: At) {
      const [row] = await api.owner<WhistleRow>('select * from whistle where id = $1', [at.whistleId])
      return row!
    },
    /** What its record tells, oldest first. */
    lines: (at: At) =>
      api.owner<Line>(
        'select action, actor_role, before, after, at from record where subject_id = $1 order by id',
        [at.whistleId],
      ),
    /** To whom it was sent, in what state, the lead first. */
    async sentTo(at: At): Promise<string[]> {
      const rows = await api.owner<{ is: string }>(
        `select name || case when lead then '' else ' (co)' end || ': ' || state as is from dispatch
         where whistle_id = $1 order by at, lead desc, state desc, name`,
        [at.whistleId],
      )
      return rows.map((d) => d.is)
    },
    /** Photos that somebody took and that hang on nothing yet. */
    async photos(author: Name, many = 1): Promise<string[]> {
      const made = Array.from({ length: many }, () => randomUUID())
      await api.owner(
        `insert into photo (community_id, id, author_id, file_key, bytes, content_type, state, width, height, opened_at, made_at)
         select $1::uuid, id, $2, 'c/' || $1::uuid || '/photos/' || id, 1000, 'image/jpeg', 'ready', 800, 600, $4, $4
         from unnest($3::uuid[]) id`,
        [here.id, ids[author], made, api.now],
      )
      return made
    },
    addPerson: (name: string) => addPerson(api, name),
    give: (personId: string, role: string, over: string) => give(api, personId, role, over, places),
  }
}

export interface WhistleRow {
  state: string
  category: string
  place: string
  joined: number
  response_due_at: Date
  resolution_due_at: Date
  responded_at: Date | null
  closed_at: Date | null
  raised_at: Date | null
  raised_for: string | null
  outcome: string | null
  stars: number | null
  reopenings: number
  provisional: boolean
  source: string
}
export interface Line {
  action: string
  actor_role: string | null
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
  at: Date
}
