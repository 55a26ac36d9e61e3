import { contract, type EndpointName, endpointNames, type Input, type Output } from '../../../shared/contract'
import { sayRefusal } from '../../../shared/kernel/refusal'
import { type RefusalCode, refusals } from '../../../shared/refusals'
import { type Answered, phone, type Sent } from '../taro'

/** What the far end answers, by endpoint: a value, or a function of what was asked. */
export type Answers = {
  [N in EndpointName]?: Output<N> | ((input: Input<N>) => Output<N> | Promise<Output<N>>)
}

type About = Record<string, string | number>

class Refuses extends Error {
  readonly code: RefusalCode
  readonly fields?: Record<string, string>
  readonly about?: About
  constructor(code: RefusalCode, fields?: Record<string, string>, about?: About) {
    super(code)
    this.code = code
    this.fields = fields
    this.about = about
  }
}

/** Answers as the server would refuse, with what it is about where that is told too. */
export const refuse = (code: RefusalCode, fields?: Record<string, string>, about?: About) => (): never => {
  throw new Refuses(code, fields, about)
}

/** Something broke at the far end. */
export const breakDown = (): never => {
  throw new Error('fault')
}

export interface Asked {
  name: EndpointName
  input: Record<string, unknown>
  token?: string
}

export interface Wire {
  asked: Asked[]
  /** What was asked of one endpoint. */
  of<N extends EndpointName>(name: N): Input<N>[]
  answer(more: Answers): void
}

function route(sent: Sent): { name: EndpointName; given: Record<string, unknown> } {
  const [path = '', search = ''] = sent.url.split('?')
  const parts = path.split('/')
  for (const name of endpointNames) {
    const { method, path: pattern } = contract[name]
    const wanted = pattern.split('/')
    if (method !== sent.method || wanted.length !== parts.length) continue
    if (!wanted.every((w, i) => w.startsWith('{') || w === parts[i])) continue
    const given: Record<string, unknown> =
      method === 'GET' ? Object.fromEntries(new URLSearchParams(search)) : JSON.parse(sent.data ?? '{}')
    wanted.forEach((w, i) => {
      if (w.startsWith('{')) given[w.slice(1, -1)] = decodeURIComponent(parts[i]!)
    })
    return { name, given }
  }
  throw new Error(`no endpoint for ${sent.method} ${sent.url}`)
}

const told = (code: RefusalCode, fields?: Record<string, string>, about?: About): Answered => ({
  statusCode: refusals[code].status,
  data: {
    code,
    message: sayRefusal(refusals[code], about),
    requestId: 'r',
    ...(fields ? { fields } : {}),
    ...(about ? { about } : {}),
  },
})

/** Puts a server behind the phone that keeps to the contract in both directions. */
export function serve(answers: Answers): Wire {
  const table: Answers = { ...answers }
  const asked: Asked[] = []
  phone.server = async (sent) => {
    const { name, given } = route(sent)
    const input = contract[name].input.parse(given) as Record<string, unknown>
    asked.push({ name, input, token: sent.header.authorization?.replace('Bearer ', '') })
    const answer = table[name] as unknown
    if (answer === undefined) return told('not_found')
    try {
      const value: unknown = typeof answer === 'function' ? await answer(input) : answer
      return { statusCode: 200, data: contract[name].output.parse(value) }
    } catch (reason) {
      if (reason instanceof Refuses) return told(reason.code, reason.fields, reason.about)
      if (reason instanceof Error && reason.message === 'fault') {
        return {
          statusCode: 500,
          data: { code: 'fault', message: '系统出了点问题，已经记下，请稍后再试', requestId: 'r' },
        }
      }
      throw reason
    }
  }
  return {
    asked,
    of: <N extends EndpointName>(name: N) =>
      asked.filter((a) => a.name === name).map((a) => a.input as Input<N>),
    answer: (more) => {
      Object.assign(table, more)
    },
  }
}
