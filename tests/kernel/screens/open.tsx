import { act, cleanup, render } from '@testing-library/react'
import type { ReactElement } from 'react'
import { chooseLargeType } from '../../../miniprogram/kernel/device'
import { forgetKept } from '../../../miniprogram/kernel/kept'
import { online } from '../../../miniprogram/kernel/network'
import { dropAllWaiting } from '../../../miniprogram/kernel/queue'
import { type Me, meNow } from '../../../miniprogram/kernel/session'
import { keepToken } from '../../../miniprogram/kernel/token'
import { phone } from '../taro'
import { type Answers, serve, type Wire } from './wire'

/** A phone nobody has used yet. */
export function newPhone(): void {
  cleanup()
  forgetKept()
  dropAllWaiting()
  keepToken(undefined)
  chooseLargeType('system')
  meNow.set(undefined)
  phone.reset()
  online.set(true)
}

/** Opens a page as somebody, before a server that answers so. */
export async function openAs(
  me: Me | undefined,
  page: ReactElement,
  {
    at = '/home/index',
    params = {},
    answers = {},
  }: { at?: string; params?: Record<string, string>; answers?: Answers } = {},
): Promise<Wire> {
  const wire = serve({ ...(me ? { 'me.get': me } : {}), ...answers })
  cleanup()
  if (me) {
    keepToken('token-of-the-test')
    meNow.set(me)
  }
  phone.page = { path: at, params }
  phone.stack = [at]
  await act(async () => {
    render(page)
  })
  return wire
}
