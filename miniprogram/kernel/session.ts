import { useEffect } from 'react'
import type { EndpointName, Output } from '../../shared/contract'
import { may } from '../../shared/permissions'
import type { Caller, HeldRole, PlacePath } from '../../shared/role/caller'
import { type Role, roles } from '../../shared/role/roles'
import { call } from './api'
import { forgetKept } from './kept'
import { dropStored, readStored, store } from './storage'
import { makeStore, useStore } from './store'
import { keepToken, readToken, whenSignedOut } from './token'

export type Me = Output<'me.get'>

const key = 'me'
export const meNow = makeStore<Me | undefined>(readStored<Me>(key))
const loadingNow = makeStore(false)

const isRole = (name: string): name is Role => name in roles

/** The caller as the shared policy wants it, from what the server says about me. */
export const callerOf = (me: Me): Caller => ({
  personId: me.personId,
  sessionId: me.sessionId,
  roles: me.roles.flatMap((held): HeldRole[] =>
    isRole(held.role)
      ? [{ role: held.role, path: held.path, communities: held.communities.map((c) => c.communityId) }]
      : [],
  ),
})

export const canAs = (me: Me | undefined, name: EndpointName, place?: PlacePath): boolean =>
  me !== undefined && may(callerOf(me), name, place)

/** Each community once, in the order in which my roles name them. */
export function communitiesWhere(
  me: Me | undefined,
  name: EndpointName,
): { communityId: string; name: string }[] {
  const seen = new Map<string, { communityId: string; name: string }>()
  for (const held of me?.roles ?? []) for (const c of held.communities) seen.set(c.communityId, c)
  return [...seen.values()].filter((c) => canAs(me, name, { communityId: c.communityId }))
}

function keepMe(me: Me | undefined): void {
  if (me === undefined) dropStored(key)
  else store(key, me)
  meNow.set(me)
}

export const isSignedIn = (): boolean => readToken() !== undefined

export async function reloadMe(): Promise<Me | undefined> {
  if (!isSignedIn()) return undefined
  loadingNow.set(true)
  try {
    const me = await call('me.get', {})
    keepMe(me)
    return me
  } catch {
    // the last known person stays: offline the app opens with what it knew
    return meNow.get()
  } finally {
    loadingNow.set(false)
  }
}

/** Changes what is shown at once; the server is asked by the caller. */
export function patchMe(change: Partial<Me>): void {
  const me = meNow.get()
  if (me) keepMe({ ...me, ...change })
}

/** Another person on the same phone must find nothing of the one before. */
export async function signIn(opened: { token: string; personId: string }): Promise<void> {
  if (meNow.get()?.personId !== opened.personId) {
    keepMe(undefined)
    forgetKept()
  }
  keepToken(opened.token)
  await reloadMe()
}

/** Forgets the session on this phone. Ending it on the server is the caller's, because that can fail. */
export function signOut(): void {
  keepToken(undefined)
  keepMe(undefined)
  forgetKept()
}

export { whenSignedOut }

export interface Mine {
  me: Me | undefined
  /** May this be offered, anywhere or at this place? */
  can(name: EndpointName, place?: PlacePath): boolean
  /** My communities in which this may be offered. */
  communitiesFor(name: EndpointName): { communityId: string; name: string }[]
  reload(): Promise<Me | undefined>
  loading: boolean
}

export function useMe(): Mine {
  const me = useStore(meNow)
  const loading = useStore(loadingNow)
  useEffect(() => {
    if (meNow.get() === undefined && isSignedIn() && !loadingNow.get()) void reloadMe()
  }, [])
  return {
    me,
    can: (name, place) => canAs(me, name, place),
    communitiesFor: (name) => communitiesWhere(me, name),
    reload: reloadMe,
    loading,
  }
}
