import { meNow } from './session'
import { makeStore, type Store } from './store'

/** What this phone keeps of the person in hand: read when they come, also after the app was closed, and gone with them. */
export function makeOwn<T>(none: T, read: () => T): Store<T> {
  let whose: string | undefined
  const own = makeStore(none)
  const follow = () => {
    const me = meNow.get()?.personId
    if (me === whose) return
    whose = me
    own.set(me === undefined ? none : read())
  }
  follow()
  meNow.listen(follow)
  return own
}
