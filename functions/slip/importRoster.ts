import { dayOf } from '../../shared/kernel/time'
import { planRoster } from '../../shared/slip/roster'
import { note } from '../kernel/record'
import { Refused } from '../kernel/refused'
import { newId } from '../kernel/secrets'
import { storage } from '../kernel/storage'
import { write } from '../kernel/verb'
import { mintNumbers } from './mint'
import { showRoster } from './previewRoster'
import * as queries from './queries'
import { holdRoster, ofUnit } from './standing'

/** A slip for each line that has none: all in one transaction, once. The same roster again issues nothing. */
export const importRoster = write('slip.import', {
  load: ({ tx, input }) => holdRoster(tx, input),
  place: (_, { unitId }) => ofUnit(unitId),
  refuse({ loaded: roster }) {
    if (roster.state === 'imported' || roster.state === 'ready') return undefined
    return roster.state === 'refused' ? ['roll_has_problems', { bad: roster.bad }] : 'roll_unchecked'
  },
  conflicts: { slip_waits_once: 'roster_outdated' },
  async act(act) {
    const { tx, now, loaded: roster, caller } = act
    if (roster.state === 'imported') return showRoster(roster, [])
    const of = [roster.organisation_id, roster.id]
    const [lines, present] = await Promise.all([
      queries.goodLines(tx, of),
      queries.goodSlips(tx, [roster.organisation_id, dayOf(now), null]),
    ])
    if (lines.length !== roster.lines) throw new Refused('roll_unchecked')
    const { fresh, same, namesakes } = planRoster(lines, present)
    // slips were issued since the preview: what was shown is no longer what would happen
    if (namesakes.length > 0 || fresh.length !== roster.adds?.slips) throw new Refused('roster_outdated')
    const numbers = await mintNumbers(tx, fresh.length)
    roster.state = 'imported'
    await Promise.all([
      queries.voidExpiredOfRoster(tx, [...of, dayOf(now), now]),
      queries.issueLines(tx, [
        ...of,
        roster.expires,
        caller.personId,
        now,
        fresh.map((l) => l.line),
        fresh.map(() => newId(now)),
        numbers,
      ]),
      queries.setRoster(tx, [
        ...of,
        roster.state,
        roster.lines,
        roster.checked,
        roster.bad,
        JSON.stringify(roster.adds),
        now,
      ]),
      queries.dropGoodLines(tx, of),
      note(act, {
        action: 'roster.imported',
        subjectKind: 'roster',
        subjectId: roster.id,
        after: { unitId: roster.organisation_id, slips: fresh.length, same },
      }),
    ])
    await storage().removeFile(roster.file_key)
    return showRoster(roster, [])
  },
})
