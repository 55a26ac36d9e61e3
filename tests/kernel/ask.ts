import { demoId } from '../../functions/demo/stage'
import { contract, type EndpointName, type Input, type Output } from '../../shared/contract'
import { fillPath } from '../../shared/kernel/endpoint'

/** Asks the running server for what must succeed, beside what is seen of it on a screen. */
export async function ask<N extends EndpointName>(
  url: string,
  token: string | undefined,
  name: N,
  input: Input<N>,
): Promise<Output<N>> {
  const { method, path } = contract[name]
  const { path: filled, rest } = fillPath(path, input)
  const query = method === 'GET' ? `?${new URLSearchParams(rest as Record<string, string>)}` : ''
  const answer = await fetch(url + filled + query, {
    method,
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    ...(method === 'POST' && { body: JSON.stringify(rest) }),
  })
  if (!answer.ok) throw new Error(`${name} answered ${answer.status}: ${await answer.text()}`)
  return (await answer.json()) as Output<N>
}

/** A session of one of the demo's people. */
export async function tokenOf(url: string, person: string): Promise<string> {
  return (await ask(url, undefined, 'session.demo', { personId: demoId(person), device: '测试' })).token
}
