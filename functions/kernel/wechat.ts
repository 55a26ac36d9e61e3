import { Refused } from './refused'
import { settings } from './settings'

interface Answer {
  errcode?: number
  openid?: string
  access_token?: string
  expires_in?: number
  phone_info?: { purePhoneNumber: string; countryCode: string }
}

const codeSpent = [40029, 40163, 41008]

async function ask(path: string, body?: Record<string, unknown>): Promise<Answer> {
  let answer: Answer
  try {
    const res = await fetch(`${settings().wechat.api}${path}`, {
      method: body ? 'POST' : 'GET',
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      signal: AbortSignal.timeout(4_000),
    })
    answer = (await res.json()) as Answer
  } catch {
    throw new Refused('wechat_unreachable')
  }
  return answer
}

/** The openid behind a login code. The session key that comes with it never leaves here. */
export async function openidOf(code: string): Promise<string> {
  const { appId, secret } = settings().wechat
  const query = new URLSearchParams({ appid: appId, secret, js_code: code, grant_type: 'authorization_code' })
  const answer = await ask(`/sns/jscode2session?${query}`)
  if (answer.openid) return answer.openid
  throw new Refused(codeSpent.includes(answer.errcode ?? 0) ? 'wechat_code_spent' : 'wechat_unreachable')
}

let token: { value: string; until: number } | undefined

async function accessToken(now: Date): Promise<string> {
  if (token && token.until > now.getTime()) return token.value
  const { appId, secret } = settings().wechat
  const answer = await ask('/cgi-bin/stable_token', { grant_type: 'client_credential', appid: appId, secret })
  if (!answer.access_token) throw new Refused('wechat_unreachable')
  // asked anew five minutes early, so that none runs out on its way
  token = { value: answer.access_token, until: now.getTime() + ((answer.expires_in ?? 7200) - 300) * 1000 }
  return token.value
}

const tokenForgotten = [40001, 42001]

/** The mainland number that the platform vouches for. */
export async function phoneOf(code: string, now: Date): Promise<string> {
  let answer = await askPhone(code, now)
  // WeChat may drop a token before its time; the code is not spent by that
  if (tokenForgotten.includes(answer.errcode ?? 0)) {
    token = undefined
    answer = await askPhone(code, now)
  }
  const phone = answer.phone_info
  if (phone && phone.countryCode === '86' && /^1[3-9]\d{9}$/.test(phone.purePhoneNumber))
    return phone.purePhoneNumber
  throw new Refused(codeSpent.includes(answer.errcode ?? 0) ? 'phone_code_spent' : 'wechat_unreachable')
}

const askPhone = async (code: string, now: Date): Promise<Answer> =>
  ask(`/wxa/business/getuserphonenumber?access_token=${encodeURIComponent(await accessToken(now))}`, { code })
