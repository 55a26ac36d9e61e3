import { dayOf } from '../../shared/kernel/time'
import { findClashes } from '../../shared/roll/clashes'
import { planRoll } from '../../shared/roll/plan'
import { type RollLine, type RollProblem, readLine } from '../../shared/roll/rules'
import type { Connection } from '../kernel/database'
import { Refused } from '../kernel/refused'
import { newId, sealPhone } from '../kernel/secrets'
import { storage } from '../kernel/storage'
import { write } from '../kernel/verb'
import * as queries from './queries'
import { type RollSheet, readRoll } from './readRoll'
import { showRoll } from './view'
import { loadWork } from './work'

/** As much as one call looks at, so that none takes long and a screen can show how far it is. */
const linesAtOnce = 2000

/** Looks at the next lines of the file; with the last of them it is known what taking it in would do. */
export const previewRoll = write('roll.preview', {
  load: async ({ tx, input }) => (await queries.rollForUpdate(tx, [input.communityId, input.rollId]))[0],
  async act({ tx, input, now, loaded: roll }) {
    const of = [input.communityId, input.rollId]
    if (roll.state === 'opened' || roll.state === 'checking') {
      const sheet = await sheetOf(roll)
      await stage(tx, roll, sheet)
      roll.lines = sheet.lines.length
      roll.checked = Math.min(roll.checked + linesAtOnce, roll.lines)
      roll.state = 'checking'
      if (roll.checked === roll.lines) await conclude(tx, roll, now)
      await save(tx, roll)
    } else if (roll.state === 'ready') {
      // the homes may have changed since: what it would do is worked out again
      await workOutAdds(tx, roll, now)
      await save(tx, roll)
    }
    return showRoll(roll, await queries.problemsOf(tx, of))
  },
})

// Unfolding a workbook takes longer than looking at a piece of it: what was read last is kept for the next call, if it
// comes here and soon. A file is written once, so what was read stays true.
let lately: { key: string; sheet: RollSheet } | undefined

async function sheetOf(roll: queries.RollRow): Promise<RollSheet> {
  if (lately?.key === roll.file_key) return lately.sheet
  const file = await storage().readFile(roll.file_key)
  if (!file) throw new Refused('roll_file_missing')
  const kept = { key: roll.file_key, sheet: await readRoll(file, roll.file_name) }
  lately = kept
  setTimeout(() => forget(kept.key), 60_000).unref()
  return kept.sheet
}

const forget = (key: string) => {
  if (lately?.key === key) lately = undefined
}

async function stage(tx: Connection, roll: queries.RollRow, { lines, columns }: RollSheet): Promise<void> {
  const of = [roll.community_id, roll.id]
  const good: [number, RollLine][] = []
  const bad: [number, RollProblem[]][] = []
  for (const { line, cells } of lines.slice(roll.checked, roll.checked + linesAtOnce)) {
    const read = readLine(cells, columns)
    if ('line' in read) good.push([line, read.line])
    else bad.push([line, read.problems])
  }
  roll.bad += bad.length
  const phones = good.map(([, l]) => (l.tie?.phone ? sealPhone(l.tie.phone) : null))
  await Promise.all([
    queries.stageLines(tx, [
      ...of,
      good.map(([line]) => line),
      good.map(([, l]) => l.building),
      good.map(([, l]) => l.entrance),
      good.map(([, l]) => l.number),
      good.map(([, l]) => l.kind),
      good.map(([, l]) => l.areaCentiares),
      good.map(([, l]) => l.tie?.kind),
      good.map(([, l]) => l.tie?.name),
      phones.map((p) => p?.phoneCipher),
      phones.map((p) => p?.phoneIndex),
      good.map(([, l]) => l.tie?.from),
      good.map(([, l]) => l.tie?.to),
    ]),
    stageProblems(tx, of, bad),
  ])
}

const stageProblems = (tx: Connection, of: string[], bad: readonly [number, RollProblem[]][]) =>
  queries.stageProblems(tx, [
    ...of,
    bad.map(([line]) => line),
    bad.map(([, problems]) => JSON.stringify(problems)),
  ])

/** All lines are looked at: what they say against each other, and what they would do. */
async function conclude(tx: Connection, roll: queries.RollRow, now: Date): Promise<void> {
  const of = [roll.community_id, roll.id]
  forget(roll.file_key)
  const work = await loadWork(tx, roll)
  if (work.lines.length + roll.bad !== roll.lines) throw new Refused('roll_file_missing')
  const clashes = [...findClashes(work.lines)]
  if (clashes.length > 0) {
    await queries.dropLines(tx, [...of, clashes.map(([line]) => line)])
    await stageProblems(tx, of, clashes)
    roll.bad += clashes.length
  }
  if (roll.bad === 0) {
    roll.state = 'ready'
    roll.adds = planRoll(work.lines, work.present, dayOf(now), () => newId(now)).adds
    return
  }
  roll.state = 'refused'
  // nothing of it will be taken in, so nothing of it is kept but what is wrong. Were this undone after the file is
  // gone, the same file would be asked for again.
  await queries.dropGoodLines(tx, of)
  await storage().removeFile(roll.file_key)
}

async function workOutAdds(tx: Connection, roll: queries.RollRow, now: Date): Promise<void> {
  const { lines, present } = await loadWork(tx, roll)
  // left lying for so long that its lines were cleared away
  if (lines.length !== roll.lines) throw new Refused('roll_file_missing')
  roll.adds = planRoll(lines, present, dayOf(now), () => newId(now)).adds
}

const save = (tx: Connection, roll: queries.RollRow) =>
  queries.setRoll(tx, [
    roll.community_id,
    roll.id,
    roll.state,
    roll.lines,
    roll.checked,
    roll.bad,
    roll.adds && JSON.stringify(roll.adds),
    null,
  ])
