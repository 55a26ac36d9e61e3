import { naturalKey } from '../../shared/kernel/order'
import { dayOf } from '../../shared/kernel/time'
import { planRoll, type RollAdds, type RollPlan } from '../../shared/roll/plan'
import { noteBound } from '../home/noteBound'
import { type Act, note } from '../kernel/record'
import { Refused } from '../kernel/refused'
import { newId, newPlaceCode } from '../kernel/secrets'
import { storage } from '../kernel/storage'
import { write } from '../kernel/verb'
import * as queries from './queries'
import { showRoll } from './view'
import { loadWork } from './work'

/** Takes a checked roll in: all of it in one transaction, once. */
export const importRoll = write('roll.import', {
  load: async ({ tx, input }) =>
    (await queries.rollAndCompoundForUpdate(tx, [input.communityId, input.rollId]))[0],
  refuse({ loaded: roll }) {
    if (roll.state === 'imported') return undefined
    if (roll.state === 'refused') return ['roll_has_problems', { bad: roll.bad }]
    if (roll.state !== 'ready') return 'roll_unchecked'
    return roll.compound_to === null ? undefined : ['compound_ended', { name: roll.compound }]
  },
  conflicts: {
    building_community_id_compound_id_name_key: 'roll_outdated',
    entrance_community_id_building_id_name_key: 'roll_outdated',
    home_community_id_building_id_entrance_id_number_key: 'roll_outdated',
  },
  async act(act) {
    const { tx, now, loaded: roll } = act
    if (roll.state === 'imported') return showRoll(roll, [])
    const { lines, present } = await loadWork(tx, roll)
    // left lying for so long that its lines were cleared away
    if (lines.length !== roll.lines) throw new Refused('roll_unchecked')
    const plan = planRoll(lines, present, dayOf(now), () => newId(now))
    // somebody changed homes since the preview: what was shown is no longer what would happen
    if (!sameAdds(plan.adds, roll.adds)) throw new Refused('roll_outdated')
    await takeIn(act, roll, plan)
    roll.state = 'imported'
    await Promise.all([
      queries.setRoll(tx, [
        roll.community_id,
        roll.id,
        roll.state,
        roll.lines,
        roll.checked,
        roll.bad,
        JSON.stringify(roll.adds),
        now,
      ]),
      queries.dropGoodLines(tx, [roll.community_id, roll.id]),
      note(act, {
        communityId: roll.community_id,
        action: 'roll.imported',
        subjectKind: 'roll',
        subjectId: roll.id,
        after: { compoundId: roll.compound_id, lines: roll.lines, ...plan.adds },
      }),
    ])
    // the lines are in the database: even if this import were undone now, it would not need the file again
    await storage().removeFile(roll.file_key)
    return showRoll(roll, [])
  },
})

const sameAdds = (a: RollAdds, b: RollAdds | null): boolean =>
  b !== null && (Object.keys(a) as (keyof RollAdds)[]).every((key) => a[key] === b[key])

async function takeIn(act: Act, roll: queries.RollRow, plan: RollPlan): Promise<void> {
  const { tx, now } = act
  const { community_id, compound_id, id } = roll
  const places = [community_id, compound_id]
  const column = <T, K extends keyof T>(rows: readonly T[], key: K): T[K][] => rows.map((row) => row[key])
  // sent one behind the other, answered in that order
  const done: Promise<unknown>[] = []
  const when = (rows: readonly unknown[], send: () => Promise<unknown>) => {
    if (rows.length > 0) done.push(send())
  }
  const { buildings, entrances, homes, changedHomes, ties, changedTies } = plan
  when(buildings, () =>
    queries.addBuildings(tx, [
      ...places,
      roll.compound_from,
      column(buildings, 'id'),
      column(buildings, 'name'),
      buildings.map((b) => naturalKey(b.name)),
      buildings.map(newPlaceCode),
    ]),
  )
  when(entrances, () =>
    queries.addEntrances(tx, [
      ...places,
      column(entrances, 'id'),
      column(entrances, 'buildingId'),
      column(entrances, 'name'),
      entrances.map((e) => naturalKey(e.name)),
      entrances.map(newPlaceCode),
    ]),
  )
  when(homes, () =>
    queries.addHomes(tx, [
      ...places,
      column(homes, 'id'),
      column(homes, 'buildingId'),
      column(homes, 'entranceId'),
      column(homes, 'number'),
      column(homes, 'label'),
      homes.map((h) => naturalKey(h.label)),
      column(homes, 'kind'),
      column(homes, 'areaCentiares'),
    ]),
  )
  when(changedHomes, () =>
    queries.changeHomes(tx, [
      community_id,
      column(changedHomes, 'id'),
      column(changedHomes, 'kind'),
      column(changedHomes, 'areaCentiares'),
    ]),
  )
  when(ties, () =>
    queries.addTies(tx, [
      community_id,
      id,
      column(ties, 'id'),
      column(ties, 'buildingId'),
      column(ties, 'homeId'),
      column(ties, 'line'),
      column(ties, 'from'),
      column(ties, 'to'),
    ]),
  )
  when(changedTies, () =>
    queries.changeTies(tx, [
      community_id,
      id,
      column(changedTies, 'id'),
      column(changedTies, 'line'),
      column(changedTies, 'from'),
      column(changedTies, 'to'),
      column(changedTies, 'takesPhone'),
    ]),
  )
  const touched = [...ties, ...changedTies].map((t) => t.id)
  const binding = queries.bindTies(tx, [community_id, touched, dayOf(now)])
  const [bound] = await Promise.all([binding, ...done])
  await Promise.all(
    bound.map((tie) =>
      noteBound(
        act,
        community_id,
        { tieId: tie.tie_id, homeId: tie.home_id, personId: tie.person_id },
        'roll',
      ),
    ),
  )
}
