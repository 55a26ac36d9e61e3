import { dayOf } from '../../shared/kernel/time'
import { isEmptyLine } from '../../shared/roll/rules'
import {
  findRosterClashes,
  namesakeProblem,
  planRoster,
  type RosterColumns,
  type RosterProblem,
  readRosterHeadings,
  readRosterLine,
} from '../../shared/slip/roster'
import { rosterLinesAtMost } from '../../shared/slip/states'
import type { Connection } from '../kernel/database'
import { Refused } from '../kernel/refused'
import { sealPhone } from '../kernel/secrets'
import { storage } from '../kernel/storage'
import { write } from '../kernel/verb'
import { readRows, rowsAbove } from '../roll/readRows'
import * as queries from './queries'
import { holdRoster, ofUnit } from './standing'

/** As much as one call looks at, so that a screen can show how far it is. */
const linesAtOnce = 1000

/** Looks at the next lines of the file; with the last of them it is known what taking it in would do. */
export const previewRoster = write('slip.preview', {
  load: ({ tx, input }) => holdRoster(tx, input),
  place: (_, { unitId }) => ofUnit(unitId),
  async act({ tx, now, loaded: roster }) {
    if (roster.state === 'opened' || roster.state === 'checking') {
      const sheet = await readRoster(roster)
      await stage(tx, roster, sheet)
      roster.lines = sheet.lines.length
      roster.checked = Math.min(roster.checked + linesAtOnce, roster.lines)
      roster.state = 'checking'
      if (roster.checked === roster.lines) await conclude(tx, roster, now)
      await save(tx, roster)
    } else if (roster.state === 'ready') {
      // slips may have been issued since: what it would do is worked out again
      await plan(tx, roster, now)
      await save(tx, roster)
    }
    return showRoster(roster, await queries.problemsOf(tx, [roster.organisation_id, roster.id]))
  },
})

interface Sheet {
  columns: RosterColumns
  lines: { line: number; cells: string[] }[]
}
async function readRoster(roster: queries.RosterRow): Promise<Sheet> {
  const file = await storage().readFile(roster.file_key)
  if (!file) throw new Refused('roll_file_missing')
  const rows = await readRows(file, roster.file_name, rosterLinesAtMost + rowsAbove).catch((reason) => {
    throw reason instanceof Refused && reason.code === 'roll_too_long'
      ? new Refused('roster_too_long')
      : reason
  })
  const lines = rows.map((cells, i) => ({ line: i + 1, cells })).filter(({ cells }) => !isEmptyLine(cells))
  const [head, ...rest] = lines
  if (!head || rest.length === 0) throw new Refused('roster_empty')
  const columns = readRosterHeadings(head.cells)
  if (!columns) throw new Refused('roster_headings', { missing: '姓名' })
  if (rest.length > rosterLinesAtMost) throw new Refused('roster_too_long')
  return { columns, lines: rest }
}

async function stage(tx: Connection, roster: queries.RosterRow, { lines, columns }: Sheet): Promise<void> {
  const good: { line: number; name: string; phone: string | null }[] = []
  const bad: [number, RosterProblem[]][] = []
  for (const { line, cells } of lines.slice(roster.checked, roster.checked + linesAtOnce)) {
    const read = readRosterLine(cells, columns)
    if ('name' in read) good.push({ line, ...read })
    else bad.push([line, read.problems])
  }
  const phones = good.map((l) => (l.phone === null ? null : sealPhone(l.phone)))
  await Promise.all([
    queries.stageLines(tx, [
      roster.organisation_id,
      roster.id,
      good.map((l) => l.line),
      good.map((l) => l.name),
      phones.map((p) => p?.phoneCipher),
      phones.map((p) => p?.phoneIndex),
    ]),
    addProblems(tx, roster, bad),
  ])
}

async function addProblems(
  tx: Connection,
  roster: queries.RosterRow,
  bad: readonly [number, RosterProblem[]][],
) {
  roster.bad += bad.length
  if (bad.length > 0)
    await queries.stageProblems(tx, [
      roster.organisation_id,
      roster.id,
      bad.map(([line]) => line),
      bad.map(([, problems]) => JSON.stringify(problems)),
    ])
}

async function conclude(tx: Connection, roster: queries.RosterRow, now: Date): Promise<void> {
  const of = [roster.organisation_id, roster.id]
  const [lines, present] = await Promise.all([
    queries.goodLines(tx, of),
    queries.goodSlips(tx, [roster.organisation_id, dayOf(now), null]),
  ])
  if (lines.length + roster.bad !== roster.lines) throw new Refused('roll_file_missing')
  const clashes = findRosterClashes(lines)
  for (const { line } of planRoster(
    lines.filter((l) => !clashes.has(l.line)),
    present,
  ).namesakes)
    clashes.set(line, [namesakeProblem])
  if (clashes.size > 0) await queries.dropLines(tx, [...of, [...clashes.keys()]])
  await addProblems(tx, roster, [...clashes])
  if (roster.bad === 0) {
    roster.state = 'ready'
    await plan(tx, roster, now)
    return
  }
  roster.state = 'refused'
  // nothing of it will be taken in, so nothing of it is kept but what is wrong
  await queries.dropGoodLines(tx, of)
  await storage().removeFile(roster.file_key)
}

async function plan(tx: Connection, roster: queries.RosterRow, now: Date): Promise<void> {
  const [lines, present] = await Promise.all([
    queries.goodLines(tx, [roster.organisation_id, roster.id]),
    queries.goodSlips(tx, [roster.organisation_id, dayOf(now), null]),
  ])
  // left lying for so long that its lines were cleared away
  if (lines.length !== roster.lines) throw new Refused('roll_file_missing')
  const { fresh, same } = planRoster(lines, present)
  roster.adds = { slips: fresh.length, same }
}

const save = (tx: Connection, r: queries.RosterRow) =>
  queries.setRoster(tx, [
    r.organisation_id,
    r.id,
    r.state,
    r.lines,
    r.checked,
    r.bad,
    r.adds && JSON.stringify(r.adds),
    null,
  ])

export const showRoster = (
  r: queries.RosterRow,
  problems: readonly { line: number; problems: RosterProblem[] }[],
) => ({
  rosterId: r.id,
  fileName: r.file_name,
  state: r.state,
  lines: r.lines,
  checked: r.checked,
  bad: r.bad,
  problems: problems.flatMap((p) => p.problems.map((problem) => ({ line: p.line, ...problem }))),
  adds: r.adds,
})
