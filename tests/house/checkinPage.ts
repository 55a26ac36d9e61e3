import { type CheckinAction, checkinMoves } from '../../shared/checkin/states'
import { checkinStateWords } from '../../shared/checkin/words'
import * as service from '../../shared/service/states'
import { serviceStateWords } from '../../shared/service/words'
import { readDays } from '../../shared/serviceRecord/states'
import { recordStateWords } from '../../shared/serviceRecord/words'
import * as slip from '../../shared/slip/states'
import { slipStandWords } from '../../shared/slip/words'
import { aroundMinutes, leaveHours } from '../../shared/task/states'
import { taskStateWords } from '../../shared/task/words'
import { acts } from '../../shared/words'

const byWords: Record<(typeof checkinMoves)[CheckinAction]['by'], string> = {
  member: 'the member',
  worker: "the community's worker",
  liaison: "the unit's liaison",
  newCommunity: 'the community that they move to, by accepting',
}
const moveWords: Record<CheckinAction, string> = {
  again: acts['checkin.again'],
  takeBack: acts['checkin.takeBack'],
  accept: acts['checkin.accept'],
  return: acts['checkin.return'],
  confirm: acts['slip.confirm'],
  moveOut: acts['checkin.transfer'],
  end: acts['checkin.end'],
}

const statesOf = (title: string, states: Record<string, string>): string[] => [
  `## ${title}`,
  '',
  '| state | 中文 |',
  '|---|---|',
  ...Object.entries(states).map(([state, says]) => `| \`${state}\` | ${says} |`),
  '',
]

const moves = Object.entries(checkinMoves) as [CheckinAction, (typeof checkinMoves)[CheckinAction]][]
const figures: Record<string, number> = {
  goodDays: slip.goodDays,
  remindDays: slip.remindDays,
  leaveHours,
  aroundMinutes,
  keptHours: service.keptHours,
  nearMetres: service.nearMetres,
  sureMetres: service.sureMetres,
  readDays,
}

/** `docs/CHECKIN.md`, made from the moves, the states and the figures of checking in. */
export function checkinPage(): string {
  const lines = [
    '# Checking in',
    '',
    'Made from `shared/checkin` and its neighbours by `npm run docs`; a test fails when it is out of date. A unit issues a slip, its member presents',
    'it where they live, the community accepts, the unit confirms the receipt; then the member serves. Postgres holds the moves as well',
    '(`checkin_moves`, `service_moves`, `project_moves`). Who sees what: [decision 22](decisions/0022-party-membership-is-in-no-role.md).',
    '',
    '## A check-in',
    '',
    '```mermaid',
    'stateDiagram-v2',
    '    [*] --> presented: with a slip, or moving from another community',
    '    [*] --> accepted: registered without a slip',
    ...moves.flatMap(([action, { from, to }]) => from.map((f) => `    ${f} --> ${to}: ${action}`)),
    '```',
    '',
    '| state | 中文 |',
    '|---|---|',
    ...Object.entries(checkinStateWords).map(([state, says]) => `| \`${state}\` | ${says} |`),
    '',
    '| move | 中文 | from | to | by |',
    '|---|---|---|---|---|',
    ...moves.map(
      ([action, { from, to, by }]) =>
        `| \`${action}\` | ${moveWords[action]} | ${from.join(', ')} | ${to} | ${byWords[by]} |`,
    ),
    '',
    '- Consent comes before anything is taken down. Withdrawing it ends what is open and empties what was told.',
    '- A slip on which the unit wrote a number is presented by whoever vouched for that number; the name on it has to be typed.',
    '- One person is checked in at one community, and on the way to one more. A transfer points to the check-in before it, which counts until the',
    '  new community accepts; should it end meanwhile, the new one follows all the same, and so do the minutes served.',
    '- A member without office (无职党员) has no slip: the community registers them on their word. That belongs to nobody until the person whose',
    '  number it is agrees, types the name, and takes it on; until then the community may put it right',
    '  ([decision 29](decisions/0029-a-typed-number-binds-nobody.md)).',
    '- Of what was taken back or has moved on, name and days stay; home, number, skills, interests and times go.',
    '',
    ...statesOf('A slip, as the unit sees it', slipStandWords),
    ...statesOf('A task', taskStateWords),
    ...statesOf('A service', serviceStateWords),
    'Counted by the minute when it is confirmed: what falls into the own working hours, or into another service, is cut out. What was confirmed never',
    'changes; a correction is another service that names it ([decision 25](decisions/0025-service-is-settled-once.md)).',
    '',
    ...statesOf("The year's record", recordStateWords),
    '## Figures',
    '',
    '| what | how much |',
    '|---|---|',
    ...Object.entries(figures).map(([name, value]) => `| \`${name}\` | ${value} |`),
  ]
  return `${lines.join('\n')}\n`
}
