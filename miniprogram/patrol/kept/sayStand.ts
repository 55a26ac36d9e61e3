import type { Due, Stand } from './today'
import { sayDate, sayStopsLeft, sayWaits } from './words'

/** Until when it can be walked, and why on this day. */
export function sayDue({ day, until, movedFrom, holiday }: Due, today: string): string | undefined {
  if (movedFrom !== null) return `${sayDate(movedFrom, today)}放假，挪到今天`
  if (holiday !== null && day === today) return `今天${holiday}，照样要走`
  return until > today ? `${sayDate(until, today)}以前走完就行` : undefined
}

const sayMissed = (missed: number | undefined): string | undefined =>
  missed === undefined ? undefined : missed === 0 ? '每个点都到了' : `漏了 ${missed} 个点`

/** A title and a sentence for how a plan stands today. */
export function sayStand(stand: Stand, today: string): { title: string; says: string } {
  const { plan, version, due, next, round, missed } = stand
  const join = (...parts: (string | undefined)[]) => parts.filter(Boolean).join('，')
  switch (stand.is) {
    case 'underWay':
      return {
        title: round && round.day < today ? '上次的巡查没结束' : '接着巡查',
        says: join(plan.where, round && sayStopsLeft(round)),
      }
    case 'due':
      return {
        title: '今天的巡查',
        says: join(plan.where, `${version.checkpoints.length} 个点`, due && sayDue(due, today)),
      }
    case 'waits':
      return { title: '走完了', says: join(plan.where, round && sayWaits(round), '有信号就传') }
    case 'walked':
      return { title: '今天走完了', says: join(plan.where, sayMissed(missed)) }
    case 'free':
      return {
        title: '今天不用走',
        says: join(plan.where, next ? `下一次${sayDate(next.day, today)}` : '两周内没有安排'),
      }
  }
}
