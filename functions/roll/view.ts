import type { Output } from '../../shared/contract'
import type { ProblemRow, RollRow } from './queries'

export const showRoll = (roll: RollRow, problems: readonly ProblemRow[]): Output<'roll.get'> => ({
  rollId: roll.id,
  fileName: roll.file_name,
  state: roll.state,
  lines: roll.lines,
  checked: roll.checked,
  bad: roll.bad,
  problems: problems.flatMap(({ line, problems }) => problems.map((p) => ({ line, ...p }))),
  adds: roll.adds,
})
