import type { Input } from '../../shared/contract'
import { codeFits } from '../../shared/kernel/minuteCode'
import { metresBetween } from '../../shared/patrol/says'
import { nearMetres, sureMetres } from '../../shared/service/states'
import { secretOf } from '../task/view'

type Signing = Pick<Input<'service.signIn'>, 'way' | 'code' | 'fix'>
interface Post {
  communityId: string
  taskId: string
  lat: number | null
  lng: number | null
}

/** Why somebody is not believed to stand there: the code of another minute or post, too far, not sure. Nothing of the position is kept. */
export function refuseSigning({ way, code, fix }: Signing, post: Post, now: Date) {
  if (way === 'code') {
    if (code === undefined) return 'sign_code_missing' as const
    return codeFits(secretOf(post.communityId, post.taskId), code, now)
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
