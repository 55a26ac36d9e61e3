import { categories, categoryWords, urgencies, urgencyWords } from '../../shared/whistle/categories'
import { defaultClocks, sayClock } from '../../shared/whistle/clocks'
import * as limits from '../../shared/whistle/limits'
import {
  type By,
  transitions,
  type WhistleAction,
  whistleActions,
  whistleStates,
} from '../../shared/whistle/states'
import { actionWords, stateWords } from '../../shared/whistle/words'

const byWords: Record<By, string> = {
  reporter: 'the reporter',
  community: 'the community',
  party: 'the party',
  clock: 'the clock',
}

const arrows = (action: WhistleAction): string[] => {
  const { from, to } = transitions[action]
  if (to === 'same') return []
  if (from.length === 0) return to.map((t) => `    [*] --> ${t}: ${action}`)
  return from.flatMap((f) => to.filter((t) => t !== f).map((t) => `    ${f} --> ${t}: ${action}`))
}

/** `docs/WHISTLE.md`, made from the table of moves, the default clocks and the limits. */
export function whistlePage(): string {
  const lines = [
    '# The whistle',
    '',
    'Made from `shared/whistle/` by `npm run docs`; a test fails when it is out of date. Who may make a move of this one, and when,',
    'stands in `shared/whistle/policy.ts`, which guards the verbs and draws the buttons; Postgres holds the moves as well (`whistle_moves`).',
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...whistleActions.flatMap(arrows),
    '```',
    '',
    '| state | 中文 |',
    '|---|---|',
    ...whistleStates.map((s) => `| \`${s}\` | ${stateWords[s]} |`),
    '',
    '| move | 中文 | from | to | by |',
    '|---|---|---|---|---|',
    ...whistleActions.map((a) => {
      const { from, to, by } = transitions[a]
      const leads = to === 'same' ? 'stays' : to.join(', ')
      return `| \`${a}\` | ${actionWords[a]} | ${from.join(', ') || '–'} | ${leads} | ${by.map((b) => byWords[b]).join(', ')} |`
    }),
    '',
    '`tabled` waits for a meeting (see [MEETING](MEETING.md)): it comes back to where it was, with what the meeting decided.',
    '',
    '## Clocks, unless a community sets its own',
    '',
    'Both run from when it was reported, in Asia/Shanghai, and stand still while the reporter is asked back and while it waits for a meeting. Working hours are 9:00–12:00 and',
    '13:00–18:00 on the days that the Chinese calendar calls working days, make-up days included. A deadline that reaches into a year whose calendar',
    'is not published is provisional, says so, and is recomputed when it is.',
    '',
    `| category | ${urgencies.map((u) => urgencyWords[u]).join(' | ')} |`,
    `|---|${urgencies.map(() => '---|').join('')}`,
    ...categories.map((c) => {
      const cells = urgencies.map((u) => {
        const { response, resolution } = defaultClocks(c, u)
        return `${sayClock(response)} / ${sayClock(resolution)}`
      })
      return `| ${categoryWords[c]} | ${cells.join(' | ')} |`
    }),
    '',
    '## Figures',
    '',
    '| what | how much |',
    '|---|---|',
    ...Object.entries(limits)
      .filter(([, value]) => typeof value === 'number')
      .map(([name, value]) => `| \`${name}\` | ${value} |`),
  ]
  return `${lines.join('\n')}\n`
}
