import { myClaims, showClaim } from '../claim/queries'
import { note } from '../kernel/record'
import { openPhone, unseal } from '../kernel/secrets'
import { write } from '../kernel/verb'
import { photosOfMine } from '../media/queries'
import { showPhoto } from '../media/view'
import { checkinsOfMine } from './checkinQueries'
import { allAtMeetings } from './meetingQueries'
import { allOfMoney } from './moneyQueries'
import { patrolsOfMine } from './patrolQueries'
import * as queries from './queries'
import * as whistles from './whistleQueries'

/** All that is held on the caller, whole and unmasked: it is theirs. The asking itself is on the record. */
export const exportMe = write('me.export', {
  load: async ({ tx }) => {
    const [
      persons,
      ties,
      grants,
      claims,
      photos,
      sessions,
      record,
      told,
      patrols,
      meetings,
      checkins,
      money,
    ] = await Promise.all([
      queries.self(tx),
      queries.myTies(tx),
      queries.myGrants(tx),
      myClaims(tx, [null]),
      photosOfMine(tx),
      queries.mySessions(tx),
      queries.myRecord(tx),
      whistles.allOfMine(tx),
      patrolsOfMine(tx),
      allAtMeetings(tx),
      checkinsOfMine(tx),
      allOfMoney(tx),
    ])
    return {
      person: persons[0]!,
      ties,
      grants,
      claims,
      photos,
      sessions,
      record,
      ...told,
      patrols,
      meetings,
      checkins,
      money,
    }
  },
  async change(act) {
    const { loaded, caller, now } = act
    await note(act, { action: 'me.exported', subjectKind: 'person', subjectId: caller.personId })
    const { person } = loaded
    return {
      exportedAt: now.toISOString(),
      person: {
        personId: caller.personId,
        name: person.name,
        phone: openPhone(person.phone_cipher),
        wechatOpenid: person.openid_cipher && unseal('openid', person.openid_cipher),
        largeType: person.large_type,
        joinedAt: person.joined_at.toISOString(),
      },
      homes: loaded.ties.map(({ phone_cipher, ...tie }) => ({ ...tie, phone: openPhone(phone_cipher) })),
      roles: loaded.grants,
      claims: loaded.claims.map((c) => ({ ...showClaim(c), phone: openPhone(person.phone_cipher) })),
      photos: await Promise.all(
        loaded.photos.map(async (p) => ({
          ...(await showPhoto(p, now)),
          communityId: p.community_id,
          contentType: p.content_type,
          bytes: p.bytes,
          madeAt: p.made_at?.toISOString() ?? null,
        })),
      ),
      whistles: loaded.whistles,
      calls: loaded.calls.map(({ phone_cipher, ...call }) => ({ ...call, phone: openPhone(phone_cipher) })),
      notes: loaded.notes,
      surveys: loaded.surveys,
      inbox: loaded.inbox,
      exports: loaded.exports,
      patrols: loaded.patrols,
      meetings: loaded.meetings,
      checkins: loaded.checkins,
      money: loaded.money,
      sessions: loaded.sessions,
      record: loaded.record,
    }
  },
})
