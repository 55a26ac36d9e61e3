import type { Input } from '../../../shared/contract'
import { call } from '../../kernel/api'
import { keepDraft, readDraft } from '../../kernel/draft'
import { somethingChanged } from '../../kernel/fresh'
import { online } from '../../kernel/network'
import { makeOwn } from '../../kernel/own'
import { dropWaiting, enqueueErrand, refusalOf, runErrands, sendWaiting, useQueue } from '../../kernel/queue'
import { useStore } from '../../kernel/store'

/** How somebody shows that they are there. */
export type Way = Pick<Input<'service.signIn'>, 'way' | 'code' | 'fix'>

/** A sign-in or sign-out that was made without signal: kept with its moment, and sent once. */
export interface Sign extends Way {
  id: string
  is: 'in' | 'out'
  communityId: string
  taskId: string
  title: string
  /** The service: what a sign-in begins, and a sign-out ends. */
  serviceId: string
  /** By the phone's clock, when it was tapped. */
  at: string
}

const listName = 'signs'
const all = makeOwn<readonly Sign[]>([], () => readDraft<{ signs: Sign[] }>(listName)?.signs ?? [])

/** One that came to the server and was not taken. */
export interface RefusedSign extends Sign {
  refusal: string
}

/** What of mine lies on this phone: on its way, and what was not taken. */
export function useSigns(): { waiting: readonly Sign[]; refused: readonly RefusedSign[] } {
  const signs = useStore(all)
  const { items } = useQueue()
  const withWhy = signs.map((s) => ({ ...s, refusal: items.find((w) => w.id === s.id)?.refusal }))
  const refused = withWhy.filter((s): s is RefusedSign => s.refusal !== undefined)
  return { waiting: signs.filter((s) => !refused.some((r) => r.id === s.id)), refused }
}

function put(signs: readonly Sign[]): boolean {
  if (!keepDraft(listName, { signs })) return false
  all.set(signs)
  return true
}

const names = { in: 'service.signIn', out: 'service.signOut' } as const
export const signWords = { in: '签到', out: '签退' } as const

/** False when the phone has no room for it: then it must not be said that it is kept. */
export function keepSign(sign: Sign): boolean {
  if (!all.get().some((s) => s.id === sign.id) && !put([...all.get(), sign])) return false
  if (!enqueueErrand(names[sign.is], sign.id, `${signWords[sign.is]}：${sign.title}`)) return false
  if (online.get()) void sendWaiting()
  return true
}

/** Told with both times, so that a phone whose clock is wrong is put right. */
async function send({ is, id, communityId, taskId, serviceId, way, code, fix, at }: Sign): Promise<void> {
  const how = { way, ...(code && { code }), ...(fix && { fix }), at, sentAt: new Date().toISOString() }
  if (is === 'in') await call('service.signIn', { communityId, id, taskId, ...how })
  else await call('service.signOut', { communityId, serviceId, ...how })
}

const drop = (id: string): void => void put(all.get().filter((s) => s.id !== id))

async function run(id: string): Promise<boolean> {
  const sign = all.get().find((s) => s.id === id)
  if (!sign) return true
  await send(sign)
  drop(id)
  somethingChanged()
  return true
}

/** Called once when the app starts: what was kept before it was closed is sent. */
export function carrySigns(): void {
  for (const name of Object.values(names)) runErrands(name, { run, drop })
}

/** Where I am signed in by what waits on this phone alone: signed in, and not out again. */
export const keptNow = (waiting: readonly Sign[]): Sign | undefined =>
  waiting
    .filter((s) => s.is === 'in' && !waiting.some((o) => o.is === 'out' && o.serviceId === s.serviceId))
    .pop()

/** Once it is signed anew: what was not taken before, and the way out that hung on it, ask for nothing more. */
export function forgetRefused({ is, taskId }: Pick<Sign, 'is' | 'taskId'>): void {
  const old = all.get().filter((s) => s.taskId === taskId && refusalOf(s.id) !== undefined)
  const begun = old.filter((s) => s.is === 'in').map((s) => s.serviceId)
  for (const s of old) if (s.is === is || begun.includes(s.serviceId)) dropWaiting(s.id)
}
