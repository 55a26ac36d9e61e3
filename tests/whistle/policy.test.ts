import type { HeldRole } from '../../shared/role/caller'
import type { Role } from '../../shared/role/roles'
import {
  actsOpenTo,
  reportsToLead,
  sitsAt,
  type WhistleFacts,
  whistleRefusal,
} from '../../shared/whistle/policy'
import {
  type By,
  openStates,
  type Party,
  transitions,
  type WhistleAction,
  type WhistleState,
  whistleActions,
  whistleStates,
} from '../../shared/whistle/states'

const now = new Date('2026-11-20T02:00:00Z')
const [here, there] = ['community here', 'community there']
const property: Party = { kind: 'organisation', partyId: 'property' }
const department: Party = { kind: 'organisation', partyId: 'department' }

const held = (role: Role, path: HeldRole['path'], ...communities: string[]): HeldRole => ({
  role,
  path,
  communities,
})
const resident = held('owner', { communityId: here, compoundId: 'ours', homeId: 'home' }, here)

// what each of them is to a whistle in «here» that was sent to the property company, with the department beside it
const people: Record<string, { role: HeldRole; as: By | undefined }> = {
  'a resident': { role: resident, as: undefined },
  'a community worker': { role: held('communityWorker', { communityId: here }, here), as: 'community' },
  'a subdistrict officer': {
    role: held('subdistrictOfficer', { subdistrictId: 's' }, here, there),
    as: 'community',
  },
  'a district officer': { role: held('districtOfficer', { districtId: 'd' }, here, there), as: 'community' },
  'a grid worker': { role: held('gridWorker', { communityId: here, gridId: 'g' }, here), as: undefined },
  'a building lead': {
    role: held('buildingLead', { communityId: here, buildingId: 'b' }, here),
    as: undefined,
  },
  'the lead party': { role: held('responder', { organisationId: 'property' }, here, there), as: 'party' },
  'a co-party': { role: held('responder', { organisationId: 'department' }, here), as: undefined },
  'the lead’s liaison': { role: held('liaison', { organisationId: 'property' }, here), as: undefined },
  'the committee': {
    role: held('committeeDirector', { communityId: here, compoundId: 'ours' }, here),
    as: undefined,
  },
  'a stranger': { role: held('owner', { communityId: there, compoundId: 'theirs' }, there), as: undefined },
  'a worker elsewhere': { role: held('communityWorker', { communityId: there }, there), as: undefined },
}
const doer = (who: string, personId = who) => ({ personId, roles: [people[who]!.role] })
const relations = ['first', 'joined', undefined] as const

/** Nothing but the table stands in the way. */
const plain = (state: WhistleState, more: Partial<WhistleFacts> = {}): WhistleFacts => ({
  communityId: here,
  state,
  mine: undefined,
  others: 0,
  lead: property,
  disputed: false,
  extended: false,
  resolvedBy: 'somebody else',
  followedUp: true,
  calledIn: false,
  closedAt: state === 'closed' ? now : undefined,
  ...more,
})
const unhindered = (state: WhistleState, action: WhistleAction, mine: WhistleFacts['mine']) =>
  plain(state, { mine, disputed: action === 'decideDispute', calledIn: action === 'reopen' })

/** As whom the table would let them, by its own words. */
function voices(who: string, mine: WhistleFacts['mine'], action: WhistleAction): By[] {
  const { as } = people[who]!
  const reports = action === 'join' ? !mine : action === 'answer' ? !!mine : mine === 'first'
  return [...(reports ? (['reporter'] as const) : []), ...(as ? [as] : [])]
}

describe.each(whistleActions)('%s', (action) => {
  const { from, by } = transitions[action]

  test('is allowed from the states of the table to those it names, and to nobody else', () => {
    const wrong: string[] = []
    for (const state of whistleStates)
      for (const who of Object.keys(people))
        for (const mine of relations) {
          const expected = from.includes(state) && voices(who, mine, action).some((v) => by.includes(v))
          const refusal = whistleRefusal(doer(who), unhindered(state, action, mine), action, now)
          if ((refusal === undefined) !== expected)
            wrong.push(`${who} (${mine ?? 'not theirs'}) in ${state}: ${refusal ?? 'allowed'}`)
        }
    expect(wrong).toEqual([])
  })

  test('tells whom it is no business of nothing of the state', () => {
    const told = new Set<string | undefined>()
    for (const state of whistleStates)
      for (const who of Object.keys(people))
        for (const mine of relations)
          if (!voices(who, mine, action).some((v) => by.includes(v)) && !(action === 'join' && mine))
            told.add(whistleRefusal(doer(who), unhindered(state, action, mine), action, now))
    expect([...told]).toEqual(action === 'join' ? [] : [by.includes('reporter') ? 'not_found' : 'forbidden'])
  })
})

test('the buttons are the moves that would not be refused', () => {
  for (const state of whistleStates)
    for (const who of Object.keys(people))
      for (const mine of relations) {
        const facts = plain(state, { mine, disputed: state === 'dispatched' })
        const open = whistleActions.filter(
          (a) => a !== 'submit' && whistleRefusal(doer(who), facts, a, now) === undefined,
        )
        expect(actsOpenTo(doer(who), facts, now)).toEqual(open)
      }
})

describe('a desk', () => {
  const committee: Party = { kind: 'committee', partyId: 'ours' }
  const branch: Party = { kind: 'branch', partyId: 'ours' }
  const at = (role: Role, path: HeldRole['path']) => ({ personId: 'p', roles: [held(role, path, here)] })
  const inOurs = { communityId: here, compoundId: 'ours' }

  test.each<[string, ReturnType<typeof at>, Party, boolean]>([
    ['an organisation’s responder', at('responder', { organisationId: 'property' }), property, true],
    ['a responder of another', at('responder', { organisationId: 'department' }), property, false],
    ['its liaison', at('liaison', { organisationId: 'property' }), property, false],
    ['a committee member', at('committeeMember', inOurs), committee, true],
    ['a committee director', at('committeeDirector', inOurs), committee, true],
    [
      'a member in another compound',
      at('committeeMember', { communityId: here, compoundId: 'theirs' }),
      committee,
      false,
    ],
    ['a supervisor', at('supervisor', inOurs), committee, false],
    ['the branch secretary, at the committee’s', at('branchSecretary', inOurs), committee, false],
    ['the branch secretary', at('branchSecretary', inOurs), branch, true],
    ['a committee member, at the branch’s', at('committeeMember', inOurs), branch, false],
    ['an owner', at('owner', { ...inOurs, homeId: 'h' }), committee, false],
  ])('%s', (_, person, party, sits) => {
    expect(sitsAt(person, party)).toBe(sits)
  })

  test('a lead that is a committee is moved by the committee, and no longer by the property company', () => {
    const facts = plain('dispatched', { lead: committee })
    expect(whistleRefusal(at('committeeMember', inOurs), facts, 'respond', now)).toBeUndefined()
    expect(whistleRefusal(doer('the lead party'), facts, 'respond', now)).toBe('forbidden')
  })

  test('before anybody was sent, no party moves anything', () => {
    const moves = actsOpenTo(doer('the lead party'), { ...plain('reopened'), lead: undefined }, now)
    expect(moves).toEqual(['join'])
  })

  test('a co-party reports to the lead while the whistle is open, and only a co-party', () => {
    for (const state of whistleStates) {
      const open = (openStates as readonly string[]).includes(state)
      expect(reportsToLead(doer('a co-party'), [department], state)).toBe(open)
      expect(reportsToLead(doer('a community worker'), [department], state)).toBe(false)
    }
    expect(reportsToLead(doer('a co-party'), [property], 'responded')).toBe(false)
  })
})

describe('relations and days', () => {
  const refused = (who: string, action: WhistleAction, facts: WhistleFacts, at = now) =>
    whistleRefusal(doer(who), facts, action, at)
  const mine = { mine: 'first' } as const
  const later = (ms: number) => new Date(now.getTime() + ms)
  const days = 86_400_000

  test('a whistle that others joined is not withdrawn, whatever its state', () => {
    for (const state of transitions.withdraw.from) {
      expect(refused('a resident', 'withdraw', plain(state, { ...mine, others: 1 }))).toBe('others_joined')
      expect(refused('a resident', 'withdraw', plain(state, { ...mine, others: 0 }))).toBeUndefined()
    }
  })

  test('a neighbour who joined may answer, but neither withdraw, nor say that it is solved, nor open it again', () => {
    const joined = { mine: 'joined', others: 1 } as const
    expect(refused('a resident', 'answer', plain('needsInfo', joined))).toBeUndefined()
    expect(refused('a resident', 'withdraw', plain('submitted', joined))).toBe('not_found')
    expect(refused('a resident', 'followUp', plain('resolved', joined))).toBe('not_found')
    expect(refused('a resident', 'reopen', plain('closed', joined))).toBe('not_found')
  })

  test('whoever is in it already does not join again, open or not', () => {
    for (const state of whistleStates)
      for (const already of ['first', 'joined'] as const)
        expect(refused('a resident', 'join', plain(state, { mine: already }))).toBe('joined_already')
  })

  test.each(['the lead party', 'a community worker', 'a resident'])(
    'a handler who is also %s does not follow up their own work',
    (who) => {
      const facts = plain('resolved', { ...mine, resolvedBy: who })
      expect(refused(who, 'followUp', facts)).toBe('handler_follows_up')
      expect(refused(who, 'followUp', { ...facts, resolvedBy: 'a colleague' })).toBeUndefined()
    },
  )

  test('the reporter opens it again until seven days after closing, to the moment', () => {
    const facts = plain('closed', { ...mine, closedAt: now })
    expect(refused('a resident', 'reopen', facts, later(7 * days))).toBeUndefined()
    expect(refused('a resident', 'reopen', facts, later(7 * days + 1))).toBe('reopen_late')
    // not closed yet: no days run
    expect(refused('a resident', 'reopen', plain('followedUp', mine), later(30 * days))).toBeUndefined()
  })

  test('the party extends once, the community as often as it must', () => {
    for (const state of transitions.extend.from) {
      const facts = plain(state, { extended: true })
      expect(refused('the lead party', 'extend', facts)).toBe('extended_already')
      expect(refused('a community worker', 'extend', facts)).toBeUndefined()
      expect(refused('the lead party', 'extend', plain(state))).toBeUndefined()
    }
  })

  test('a dispatch is disputed once at a time, and only what is disputed is decided', () => {
    const [quiet, disputed] = [plain('dispatched'), plain('dispatched', { disputed: true })]
    expect(refused('the lead party', 'dispute', quiet)).toBeUndefined()
    expect(refused('the lead party', 'dispute', disputed)).toBe('disputed_already')
    expect(refused('a community worker', 'decideDispute', quiet)).toBe('not_disputed')
    expect(refused('a community worker', 'decideDispute', disputed)).toBeUndefined()
  })

  test('the community closes only what was followed up', () => {
    expect(refused('a community worker', 'close', plain('resolved', { followedUp: false }))).toBe(
      'follow_up_first',
    )
    expect(refused('a community worker', 'close', plain('followedUp'))).toBeUndefined()
  })
})
