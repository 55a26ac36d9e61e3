import { z } from 'zod/mini'
import { endpoint } from '../kernel/endpoint'
import { cursor, day, id, instant, mobile, text } from '../kernel/fields'
import { workHours, year } from '../service/fields'
import { slipNumber } from '../slip/contract'
import { checkinKinds, checkinStates, endReasons, freeTimes, interests, nextActs, skills } from './states'

const all = '/api/c/{communityId}/checkins' as const
const one = '/api/c/{communityId}/checkins/{checkinId}' as const
const key = { communityId: id, checkinId: id }

/** What a member says of themselves: by choices, no more than tasks are offered by. */
export const profile = z.strictObject({
  skills: z.array(z.enum(skills)).check(z.maxLength(skills.length)),
  interests: z.array(z.enum(interests)).check(z.maxLength(interests.length)),
  free: z.array(z.enum(freeTimes)).check(z.maxLength(freeTimes.length)),
  /** Own working hours, which service is not counted in. */
  work: workHours,
})

const moved = z.object({ state: z.enum(checkinStates) })

const face = {
  communityId: id,
  community: z.string(),
  checkinId: id,
  kind: z.enum(checkinKinds),
  state: z.enum(checkinStates),
  unit: z.nullable(z.string()),
  presentedAt: instant,
  acceptedAt: z.nullable(instant),
  confirmedAt: z.nullable(instant),
  endedAt: z.nullable(instant),
  /** Why the community returned it. */
  reason: z.nullable(z.string()),
  receiptNumber: z.nullable(z.string()),
  /** The check-in it follows upon, in another community. */
  from: z.nullable(z.object({ community: z.string(), checkinId: id })),
}

export const checkinView = z.object({
  ...face,
  name: z.string(),
  /** Masked. */
  phone: z.nullable(z.string()),
  homeId: z.nullable(id),
  home: z.nullable(z.string()),
  profile,
  /** Counted service of this check-in and those before it, and homes looked after now. */
  minutes: z.int(),
  homes: z.int(),
  /** What the caller may do now: names of endpoints. */
  acts: z.array(z.enum(['again', 'takeBack', 'accept', 'return', 'end', 'correct', 'profile', 'transfer'])),
})

const steps = ['consent', 'present', 'accept', 'confirm', 'serve'] as const

const presenting = {
  /** As it stands on the slip. */
  name: text(30),
  homeId: z.optional(id),
  profile,
}
const slipRefusals = [
  'consent_missing',
  'slip_unknown',
  'slip_used',
  'slip_voided',
  'slip_expired',
  'slip_of_other',
  'phone_unbound',
] as const

export const checkin = {
  /** Where the caller is: steps done and to come, one next act, and the check-ins they have had. */
  'checkin.mine': endpoint({
    method: 'GET',
    path: '/api/checkin',
    input: z.strictObject({}),
    output: z.object({
      consent: z.object({ version: z.int(), givenAt: z.nullable(instant) }),
      steps: z.array(z.object({ step: z.enum(steps), doneAt: z.nullable(instant) })),
      next: z.enum(nextActs),
      /** The one that counts now: live, or on its way to be. */
      current: z.nullable(checkinView),
      /** A transfer on its way, while the old one still counts. */
      moving: z.nullable(checkinView),
      before: z.array(z.object(face)),
      /** What communities registered with the caller's number: asked about, and not told whose it is. */
      registered: z.array(z.object({ communityId: id, community: z.string(), checkinId: id, at: instant })),
    }),
  }),
  /** Party membership is sensitive: nothing is taken down before this. PIPL 29: separate consent. */
  'checkin.consent': endpoint({
    method: 'POST',
    path: '/api/checkin/consent',
    input: z.strictObject({ id, version: z.int() }),
    output: z.object({ id, givenAt: instant }),
    refusals: ['id_taken', 'consent_old'],
  }),
  /** Taken back as easily as given (PIPL 15): ends the check-in, and what was told of oneself goes. */
  'checkin.withdrawConsent': endpoint({
    method: 'POST',
    path: '/api/checkin/consent/withdrawal',
    input: z.strictObject({}),
    output: z.object({ withdrawnAt: instant }),
    refusals: ['consent_missing'],
  }),
  /** Whose slip it is, before it is presented: the unit, and the communities where the caller lives. */
  'checkin.look': endpoint({
    method: 'POST',
    path: '/api/checkin/look',
    input: z.strictObject({ number: slipNumber, name: text(30) }),
    output: z.object({
      unit: z.string(),
      expires: day,
      /** Where the caller has a home; first what fits best. */
      suggested: z.array(
        z.object({
          communityId: id,
          community: z.string(),
          subdistrict: z.string(),
          homeId: id,
          home: z.string(),
        }),
      ),
      /** Every community of the district. */
      others: z.array(z.object({ communityId: id, community: z.string(), subdistrict: z.string() })),
    }),
    refusals: slipRefusals,
  }),
  'checkin.present': endpoint({
    method: 'POST',
    path: all,
    input: z.strictObject({ communityId: id, id, number: slipNumber, ...presenting }),
    output: z.object({ id, state: z.enum(checkinStates) }),
    refusals: [
      'id_taken',
      ...slipRefusals,
      'community_elsewhere',
      'home_not_in_community',
      'checked_in_already',
    ],
  }),
  /** After it was returned: corrected and presented again. */
  'checkin.again': endpoint({
    method: 'POST',
    path: `${one}/again`,
    input: z.strictObject({ ...key, ...presenting }),
    output: moved,
    refusals: ['consent_missing', 'checkin_moved', 'home_not_in_community', 'slip_of_other'],
  }),
  'checkin.takeBack': endpoint({
    method: 'POST',
    path: `${one}/withdrawal`,
    input: z.strictObject(key),
    output: moved,
    refusals: ['checkin_moved'],
  }),
  'checkin.profile': endpoint({
    method: 'POST',
    path: `${one}/profile`,
    input: z.strictObject({ ...key, profile, homeId: z.optional(id) }),
    output: z.object({ profile }),
    refusals: ['checkin_moved', 'home_not_in_community'],
  }),
  /** Moving house: a new check-in there; the old one counts until that community accepts. */
  'checkin.transfer': endpoint({
    method: 'POST',
    path: `${all}/transfers`,
    input: z.strictObject({ communityId: id, id, fromId: id, ...presenting }),
    output: z.object({ id, state: z.enum(checkinStates) }),
    refusals: [
      'id_taken',
      'consent_missing',
      'checkin_moved',
      'transfer_nowhere',
      'community_elsewhere',
      'home_not_in_community',
      'checked_in_already',
    ],
  }),
  'checkin.list': endpoint({
    method: 'GET',
    path: all,
    input: z.strictObject({
      communityId: id,
      state: z.optional(z.enum(checkinStates)),
      kind: z.optional(z.enum(checkinKinds)),
      /** live: those that count now, whatever the unit has said. */
      only: z.optional(z.enum(['live'])),
      find: z.optional(text(30)),
      after: z.optional(cursor),
    }),
    output: z.object({
      items: z.array(
        z.object({
          ...face,
          name: z.string(),
          home: z.nullable(z.string()),
          skills: z.array(z.enum(skills)),
          homes: z.int(),
        }),
      ),
      next: z.nullable(z.string()),
      /** How many there are of each state; accepted are only those whose unit has yet to confirm. */
      counts: z.record(z.enum(checkinStates), z.int()),
      /** How many without office, in whatever state. */
      noOffice: z.int(),
    }),
  }),
  'checkin.get': endpoint({
    method: 'GET',
    path: one,
    input: z.strictObject(key),
    output: checkinView,
  }),
  'checkin.accept': endpoint({
    method: 'POST',
    path: `${one}/acceptance`,
    input: z.strictObject(key),
    output: z.object({ state: z.enum(checkinStates), receiptNumber: z.string() }),
    refusals: ['checkin_moved', 'checked_in_already'],
  }),
  'checkin.return': endpoint({
    method: 'POST',
    path: `${one}/return`,
    input: z.strictObject({ ...key, reason: text(200) }),
    output: moved,
    refusals: ['checkin_moved'],
  }),
  /**
   * A member without office, registered by the community: consent on paper, no unit, no slip. It belongs to nobody until they
   * take it on themselves (`checkin.own`), so the answer never tells what a number is elsewhere.
   */
  'checkin.register': endpoint({
    method: 'POST',
    path: `${all}/no-office`,
    input: z.strictObject({
      communityId: id,
      id,
      ...presenting,
      phone: z.optional(mobile),
      /** The member has agreed, on paper or in person. */
      agreed: z.literal(true, '请先征得本人同意'),
      /** Of one name in one home there are two indeed. */
      sure: z.optional(z.boolean()),
    }),
    output: z.object({ id, receiptNumber: z.string() }),
    refusals: ['id_taken', 'home_not_in_community', 'checkin_namesake'],
  }),
  /** What the community registered, put right by it as long as nobody has taken it on; without a home there is none, a number left out stays. */
  'checkin.correct': endpoint({
    method: 'POST',
    path: `${one}/correction`,
    input: z.strictObject({
      ...key,
      ...presenting,
      phone: z.optional(z.nullable(mobile)),
      sure: z.optional(z.boolean()),
    }),
    output: moved,
    refusals: ['checkin_moved', 'checkin_owned', 'home_not_in_community', 'checkin_namesake'],
  }),
  /** It is me whom the community registered: with consent, and with the name that stands there. */
  'checkin.own': endpoint({
    method: 'POST',
    path: `${one}/owner`,
    input: z.strictObject({ ...key, name: text(30) }),
    output: moved,
    refusals: ['consent_missing', 'registered_other', 'registered_overlaps', 'checked_in_already'],
  }),
  /** It is not me: the number was mistyped, and goes. */
  'checkin.disown': endpoint({
    method: 'POST',
    path: `${one}/disowning`,
    input: z.strictObject(key),
    output: moved,
    refusals: ['checkin_moved'],
  }),
  'checkin.end': endpoint({
    method: 'POST',
    path: `${one}/end`,
    input: z.strictObject({ ...key, reason: z.enum(endReasons) }),
    output: moved,
    refusals: ['checkin_moved'],
  }),
  /** Totals only: by community, and by unit. */
  'checkin.totals': endpoint({
    method: 'GET',
    path: '/api/subdistricts/{subdistrictId}/checkins',
    input: z.strictObject({ subdistrictId: id, year }),
    output: z.object({
      communities: z.array(
        z.object({
          communityId: id,
          name: z.string(),
          waiting: z.int(),
          members: z.int(),
          noOffice: z.int(),
          minutes: z.int(),
          homes: z.int(),
          cared: z.int(),
          projects: z.int(),
          projectsDone: z.int(),
        }),
      ),
      units: z.array(
        z.object({
          unitId: id,
          name: z.string(),
          slips: z.int(),
          members: z.int(),
          confirmed: z.int(),
          minutes: z.int(),
          projects: z.int(),
          projectsDone: z.int(),
        }),
      ),
    }),
  }),
}
