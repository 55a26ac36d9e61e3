import { service } from '../../db/schema'
import type { Input } from '../../shared/contract'
import { aroundMinutes } from '../../shared/task/states'
import { addOnce } from '../kernel/record'
import { sentHash } from '../kernel/sentHash'
import { write } from '../kernel/verb'
import { postOf, sentBefore, signedInNow } from './queries'
import { doneAt, refuseSigning } from './signing'

const around = aroundMinutes * 60_000

/** What makes it this sign-in; how it was shown, and when it was sent, may differ when it comes again. */
const sameOf = ({ communityId, id, taskId }: Input<'service.signIn'>): Buffer =>
  sentHash({ communityId, id, taskId })

/** On the spot. One person is in one place at a time, whatever two phones say. */
export const signInToServe = write('service.signIn', {
  load: async ({ tx, input }) => {
    const { communityId, taskId, id } = input
    const [[post], [open], [again]] = await Promise.all([
      postOf(tx, [communityId, taskId]),
      signedInNow(tx),
      sentBefore(tx, [communityId, id, sameOf(input)]),
    ])
    return post && { post, open, again }
  },
  refuse({ input, loaded: { post, open, again }, now }) {
    if (again) return undefined
    if (post.taking_state !== 'taken') return 'not_taken'
    const done = doneAt(input, now).getTime()
    if (post.state !== 'open' || (post.ends_at && done > post.ends_at.getTime() + around)) return 'task_over'
    if (post.starts_at && done < post.starts_at.getTime() - around) return 'task_ahead'
    if (open) return 'signed_in_elsewhere'
    return refuseSigning(input, { ...input, lat: post.lat, lng: post.lng }, now)
  },
  conflicts: {
    service_in_once: 'signed_in_elsewhere',
    service_overlaps: 'signed_in_elsewhere',
    service_begins: 'not_taken',
    service_within_checkin: 'not_taken',
  },
  async change(act) {
    const { communityId, taskId, id, way } = act.input
    const { again, post } = act.loaded
    if (again) return { id, inAt: again.in_at.toISOString() }
    const inAt = doneAt(act.input, act.now)
    await addOnce(
      act,
      service,
      {
        communityId,
        id,
        checkinId: post.checkin_id!,
        // the database puts the person here
        whoId: act.caller.personId,
        taskId,
        state: 'in',
        inAt,
        inWay: way,
        sentHash: sameOf(act.input),
      },
      {
        communityId,
        action: 'service.signedIn',
        subjectKind: 'service',
        subjectId: id,
        after: { taskId, way },
      },
      ['inAt'],
    )
    return { id, inAt: inAt.toISOString() }
  },
})
