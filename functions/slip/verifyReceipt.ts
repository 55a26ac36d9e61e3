import { verifiesAMinute } from '../../shared/slip/states'
import * as receipts from '../checkin/queries'
import { open } from '../kernel/verb'
import { keepPace } from '../session/begin'

/** Without a session: genuine, current, and nothing else. Not too often from one address. */
export const verifyReceipt = open('slip.verify', async ({ database, input, now, address }) => {
  await keepPace(database, `verify ${address}`, now, verifiesAMinute, 1)
  const [found] = await database.lend((tx) =>
    receipts.verifyReceipt(tx, [input.receiptNumber, input.checkCode]),
  )
  const current = found?.current ?? null
  return { genuine: current !== null, current: current === true }
})
