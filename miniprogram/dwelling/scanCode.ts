import Taro from '@tarojs/taro'
import type { Output } from '../../shared/contract'
import { readSignInLink } from '../../shared/meeting/signInLink'
import { call } from '../kernel/api'
import { go } from '../kernel/go'
import { asSaid, type Said } from '../kernel/refused'
import { codeIn } from './where'

export type Scanned = { spot: Output<'place.scan'> } | { says: string; because?: Said }

/** Opens the camera, and asks where the code on the wall leads. Undefined when the person thought better of it, or when it was a meeting's, which opens. */
export async function scanWall(): Promise<Scanned | undefined> {
  let result: string
  try {
    result = (await Taro.scanCode({ scanType: ['qrCode'] })).result
  } catch {
    return undefined
  }
  const signIn = readSignInLink(result)
  if (signIn) {
    go('meeting/one', { ...signIn })
    return undefined
  }
  const code = codeIn(result)
  if (!code) return { says: '这不是贴在楼门口的二维码' }
  try {
    return { spot: await call('place.scan', { code }) }
  } catch (reason) {
    const because = asSaid(reason)
    return { says: because.message, because }
  }
}
