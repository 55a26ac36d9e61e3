import type { Input } from '../../shared/contract'
import { codeFits } from '../../shared/kernel/minuteCode'
import { metresBetween } from '../../shared/patrol/says'
import { keptHours, nearMetres, sureMetres } from '../../shared/service/states'
import { secretOf } from '../task/view'

type Signing = Pick<Input<'service.signIn'>, 'way' | 'code' | 'fix' | 'at' | 'sentAt'>
interface Post {
  communityId: string
  taskId: string
  lat: number | null
  lng: number | null
}

/** When it was done: now, or without signal before, by the phone's clock put right; never ahead of now. */
export function doneAt({ at, sentAt }: Signing, now: Date): Date {
  if (at === undefined) return now
  const off = sentAt === undefined ? 0 : now.getTime() - Date.parse(sentAt)
  return new Date(Math.min(now.getTime(), Date.parse(at) + off))
}

/** Why somebody is not believed to stand there: the code of another minute or post, too far, not sure. Nothing of the position is kept. */
export function refuseSigning(signing: Signing, post: Post, now: Date) {
  const { way, code, fix } = signing
  const done = doneAt(signing, now)
  if (now.getTime() - done.getTime() > keptHours * 3_600_000) return 'sign_too_late' as const
  if (way === 'code') {
    if (code === undefined) return 'sign_code_missing' as const
    return codeFits(secretOf(post.communityId, post.taskId), code, done)
      ? undefined
      : ('sign_code_old' as const)
  }
  if (fix === undefined) return 'sign_position_missing' as const
  if (post.lat === null || post.lng === null) return 'sign_no_position' as const
  if ((fix.within ?? 0) > sureMetres) return 'sign_position_unsure' as const
  return metresBetween(fix, { lat: post.lat, lng: post.lng }) > nearMetres
    ? ('sign_too_far' as const)
    : undefined
}
