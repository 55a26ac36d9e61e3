import type { MeetingAction } from '../../../../shared/meeting/states'
import type { FootAct } from '../ActFoot'
import type { Meeting } from '../words'

/** What is done in a sheet over the meeting. */
export type MeetingAct = Extract<
  MeetingAction,
  'notice' | 'change' | 'move' | 'callOff' | 'signInFor' | 'begin' | 'end'
>
export type Opens = (act: MeetingAct) => void

/** As they stand on the buttons. */
const words: Record<MeetingAct, string> = {
  notice: '发通知',
  change: '改安排',
  move: '改期',
  callOff: '这次不开了',
  signInFor: '代邻居签到',
  begin: '开会',
  end: '散会',
}

/** In this order something is expected of those who keep the meeting. */
const expected: readonly MeetingAct[] = ['notice', 'begin']
const beside: readonly MeetingAct[] = ['signInFor', 'end', 'move', 'change', 'callOff']

/** The buttons of those who keep a meeting: exactly what the server opens to them. */
export function keeperActs(meeting: Meeting, opens: Opens): { main?: FootAct; others: FootAct[] } {
  const open = (act: MeetingAct) => meeting.acts.includes(act)
  const foot = (act: MeetingAct): FootAct => ({ word: words[act], onTap: () => opens(act) })
  const main = expected.find(open)
  const rest = [...beside, ...expected].filter((act) => open(act) && act !== main)
  return { ...(main && { main: foot(main) }), others: rest.map(foot) }
}
