import { type CheckinAction, type CheckinState, checkinMoves, isLive, type NextAct } from './states'

/** May this move be made out of this state? By whom, roles and rows say. */
export const mayMove = (state: CheckinState, action: CheckinAction): boolean =>
  checkinMoves[action].from.includes(state)

type Act = 'again' | 'takeBack' | 'accept' | 'return' | 'end' | 'correct' | 'profile' | 'transfer'
/** What somebody may do with a check-in now: its member, or a worker at the counter, who puts right what is nobody's yet. */
export function actsOf(
  state: CheckinState,
  who: { member: boolean; worker: boolean; nobodys?: boolean },
): Act[] {
  const acts: Act[] = []
  if (who.member) {
    for (const act of ['again', 'takeBack'] as const) if (mayMove(state, act)) acts.push(act)
    if (isLive(state) || state === 'presented') acts.push('profile')
    if (isLive(state)) acts.push('transfer')
  }
  if (who.worker) {
    for (const act of ['accept', 'return', 'end'] as const) if (mayMove(state, act)) acts.push(act)
    if (who.nobodys && isLive(state)) acts.push('correct')
  }
  return acts
}

/** The one next act of a member. */
export function nextAct(consented: boolean, current: CheckinState | undefined): NextAct {
  if (!consented) return 'consent'
  if (current === undefined) return 'present'
  if (current === 'returned') return 'again'
  return current === 'presented' ? 'wait' : 'serve'
}
