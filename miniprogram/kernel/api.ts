import Taro from '@tarojs/taro'
import { contract, type EndpointName, type Input, type Output } from '../../shared/contract'
import { fillPath } from '../../shared/kernel/endpoint'
import { doorRefusals, type ErrorBody } from '../../shared/kernel/refusal'
import { online } from './network'
import { Offline, Refusal } from './refused'
import { readToken, signedOut } from './token'

export { Offline, Refusal } from './refused'

const waitMs = 20_000

/** The mini-program's runtime has no URLSearchParams. */
const query = (rest: Record<string, unknown>): string => {
  const pairs = Object.entries(rest)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`)
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`
}

export const isErrorBody = (data: unknown): data is ErrorBody =>
  typeof data === 'object' && data !== null && 'code' in data && 'message' in data

/** What the contract finds wrong is told before anything is sent, in the same shape as the server tells it. */
function checkInput<N extends EndpointName>(name: N, input: Input<N>): Record<string, unknown> {
  const checked = contract[name].input.safeParse(input)
  if (checked.success) return checked.data
  const fields: Record<string, string> = {}
  for (const issue of checked.error.issues)
    fields[issue.path.join('.')] ??= issue.message === 'Invalid input' ? '请填写' : issue.message
  throw new Refusal({ code: 'invalid', message: doorRefusals.invalid.says, fields }, 422)
}

/** One endpoint of the contract, asked. Rejects with Refusal or Offline and nothing else. */
export async function call<N extends EndpointName>(name: N, input: Input<N>): Promise<Output<N>> {
  const { method, path } = contract[name]
  const { path: filled, rest } = fillPath(path, checkInput(name, input))
  const token = readToken()
  const header: Record<string, string> = { 'content-type': 'application/json' }
  if (token !== undefined) header.authorization = `Bearer ${token}`

  let answer: { statusCode: number; data: unknown }
  try {
    answer = await Taro.request<unknown>({
      url: SHAODAO_API + filled + (method === 'GET' ? query(rest) : ''),
      method,
      header,
      timeout: waitMs,
      ...(method === 'POST' ? { data: JSON.stringify(rest) } : {}),
    })
  } catch {
    online.set(false)
    throw new Offline()
  }
  online.set(true)
  if (answer.statusCode >= 200 && answer.statusCode < 300) return answer.data as Output<N>
  const refusal = isErrorBody(answer.data)
    ? new Refusal(answer.data, answer.statusCode)
    : new Refusal({ code: 'fault', message: '出了点问题，请过一会儿再试' }, answer.statusCode)
  if (answer.statusCode === 401 && token !== undefined && token === readToken()) signedOut()
  throw refusal
}
