import { worksAt } from '../checkin/standing'
import { read } from '../kernel/verb'
import { takersOf, taskById } from './queries'
import { secretOf, showMine, showTask } from './view'

/** The worker sees who takes it and the code to sign in by; a member what is theirs. */
export const getTask = read('task.get', {
  load: async ({ tx, input }) => {
    const key = [input.communityId, input.taskId]
    const [[task], takers] = await Promise.all([taskById(tx, key), takersOf(tx, key)])
    return task && { task, takers }
  },
  answer: ({ loaded: { task, takers }, caller, now }) => {
    const worker = worksAt(caller, task.community_id)
    const open = task.state === 'open'
    const mine = task.taking_id === null ? null : showMine(task, now)
    const holds = mine?.state === 'asked' || mine?.state === 'taken'
    return {
      ...showTask(task),
      mine,
      takers: takers.map((k) => ({
        takingId: k.taking_id,
        checkinId: k.checkin_id,
        name: k.name ?? '已注销',
        state: k.state,
        fits: k.fits ?? false,
        wanted: k.wanted,
        reason: k.reason,
      })),
      signedIn: worker ? task.signed_in : 0,
      // to sign out by as well: as long as somebody has not
      code:
        worker && (open || task.signed_in > 0)
          ? { secret: secretOf(task.community_id, task.id), now: now.toISOString() }
          : null,
      acts: [
        ...(open && task.checkin_id !== null && !holds && task.taken < task.places ? ['take' as const] : []),
        ...(mine?.mayLeave ? ['leave' as const] : []),
        ...(open && mine?.state === 'taken' ? ['signIn' as const] : []),
        ...(open && worker ? ['close' as const, 'cancel' as const] : []),
      ],
    }
  },
})
