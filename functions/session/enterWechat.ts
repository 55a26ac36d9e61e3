import { indexOf, newId, seal } from '../kernel/secrets'
import { open } from '../kernel/verb'
import { openidOf } from '../kernel/wechat'
import { beginSession, keepPace } from './begin'
import { personOfOpenid } from './queries'

export const enterWechat = open('session.wechat', async ({ database, input, now, address }) => {
  // a whole office may share one address, so the limit stops only machines
  await keepPace(database, `login ${address}`, now, 120, 10)
  const openid = await openidOf(input.code)
  return database.lend(async (tx) => {
    const [row] = await personOfOpenid(tx, [
      indexOf('openid', openid),
      seal('openid', openid),
      newId(now),
      now,
    ])
    return beginSession(tx, row!.id, input.device, now)
  })
})
