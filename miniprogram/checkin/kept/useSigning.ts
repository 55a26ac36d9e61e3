import { useState } from 'react'
import { useAct } from '../../kernel/act'
import { newId } from '../../kernel/ids'
import { Offline, type Said } from '../../kernel/refused'
import { forgetRefused, keepSign, type Sign, type Way } from './sign'

type Of = Pick<Sign, 'communityId' | 'taskId' | 'title'>

/** Signs in and out; without signal it is kept with its moment, and goes by itself later. */
export function useSigning(of: Of, serviceId: string | undefined) {
  const signIn = useAct('service.signIn')
  const signOut = useAct('service.signOut')
  const [full, setFull] = useState<string>()
  // the same sign-in tried again is the same
  const [mine] = useState(newId)
  const { communityId, taskId } = of

  /** What became of it, in a sentence; undefined when it was refused. */
  const sign = async (how: Way): Promise<string | undefined> => {
    setFull(undefined)
    const is = serviceId === undefined ? 'in' : 'out'
    const at = new Date().toISOString()
    let isOffline = false
    const settle = (reason: Said) => {
      isOffline = reason instanceof Offline
      return isOffline
    }
    const answer =
      serviceId === undefined
        ? await signIn.run({ communityId, id: mine, taskId, ...how }, settle)
        : await signOut.run({ communityId, serviceId, ...how }, settle)
    if (answer) {
      forgetRefused({ is, taskId })
      return is === 'in' ? '签到了，走的时候记得签退' : '签退了，等社区确认'
    }
    if (!isOffline) return undefined
    const id = is === 'in' ? mine : newId()
    if (keepSign({ ...of, ...how, is, id, serviceId: serviceId ?? id, at })) {
      forgetRefused({ is, taskId })
      return is === 'in'
        ? '没有信号，签到先存在手机里，连上后自动发出'
        : '没有信号，签退先存在手机里，连上后自动发出'
    }
    setFull('没有信号，手机也存不下了，请找社区代记')
    return undefined
  }
  const refusal = signIn.refusal ?? signOut.refusal
  return { sign, busy: signIn.busy || signOut.busy, says: full ?? refusal?.message }
}
