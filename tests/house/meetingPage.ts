import * as limits from '../../shared/meeting/limits'
import * as meeting from '../../shared/meeting/states'
import * as meetingWords from '../../shared/meeting/words'
import * as minutes from '../../shared/minutes/states'
import * as minutesWords from '../../shared/minutes/words'
import * as resolution from '../../shared/resolution/states'
import * as resolutionWords from '../../shared/resolution/words'

interface Table {
  title: string
  begins: string
  states: Record<string, string>
  moves: Record<
    string,
    { from: readonly string[]; to: string | readonly string[]; by: string | readonly string[] }
  >
  words: Record<string, string>
}

const byWords: Record<string, string> = {
  keeper: 'who keeps the meeting',
  invited: 'who is invited',
  attended: 'who was there',
  signer: 'recorder and chair',
  resident: 'a resident of the circle',
  party: 'the party',
  community: 'the community',
}
const listOf = (one: string | readonly string[]): readonly string[] => (typeof one === 'string' ? [one] : one)

const tables: Table[] = [
  {
    title: 'A meeting',
    begins: 'planned',
    states: meetingWords.stateWords,
    moves: meeting.transitions,
    words: meetingWords.actionWords,
  },
  {
    title: 'Its minutes',
    begins: 'draft',
    states: minutesWords.stateWords,
    moves: minutes.transitions,
    words: minutesWords.actionWords,
  },
  {
    title: 'A resolution',
    begins: 'open',
    states: resolutionWords.stateWords,
    moves: resolution.transitions,
    words: resolutionWords.actionWords,
  },
]

const arrows = ([action, { from, to }]: [string, Table['moves'][string]]): string[] =>
  to === 'same'
    ? []
    : from.flatMap((f) =>
        listOf(to)
          .filter((t) => t !== f)
          .map((t) => `    ${f} --> ${t}: ${action}`),
      )

const drawn = ({ title, begins, states, moves, words }: Table): string[] => [
  `## ${title}`,
  '',
  '```mermaid',
  'stateDiagram-v2',
  `    [*] --> ${begins}`,
  ...Object.entries(moves).flatMap(arrows),
  '```',
  '',
  '| state | 中文 |',
  '|---|---|',
  ...Object.entries(states).map(([state, says]) => `| \`${state}\` | ${says} |`),
  '',
  '| move | 中文 | from | to | by |',
  '|---|---|---|---|---|',
  ...Object.entries(moves).map(([action, { from, to, by }]) => {
    const leads = to === 'same' ? 'stays' : listOf(to).join(', ')
    const who = listOf(by).map((b) => byWords[b])
    return `| \`${action}\` | ${words[action]} | ${from.join(', ') || '–'} | ${leads} | ${who.join(', ')} |`
  }),
  '',
]

/** `docs/MEETING.md`, made from the three tables of moves and the limits. */
export function meetingPage(): string {
  const lines = [
    '# Meetings',
    '',
    'Made from `shared/meeting`, `shared/minutes` and `shared/resolution` by `npm run docs`; a test fails when it is out of date. Who may make a',
    'move of this one, and when, stands in the `policy.ts` beside each table, which guards the verbs and draws the buttons; Postgres holds the moves',
    'as well (`meeting_moves`, `minutes_moves`, `resolution_moves`). Which bytes of published minutes are hashed: [MINUTES](MINUTES.md).',
    '',
    ...tables.flatMap(drawn),
    '## Figures',
    '',
    'The first four are a default that a community may change, within what stands beside them.',
    '',
    '| what | how much | from | to |',
    '|---|---|---|---|',
    ...Object.entries(limits.terms).map(([name, value]) => {
      const [least, most] = limits.termsWithin[name as keyof limits.Terms]
      return `| \`${name}\` | ${value} | ${least} | ${most} |`
    }),
    ...Object.entries(limits)
      .filter(([, value]) => typeof value === 'number')
      .map(([name, value]) => `| \`${name}\` | ${value} | | |`),
  ]
  return `${lines.join('\n')}\n`
}
