import type { ErrorBody } from '../../shared/kernel/refusal'

/** The server, or the contract itself before anything is sent, said no; `message` is a sentence for the screen. */
export class Refusal extends Error {
  readonly code: string
  readonly status: number
  readonly fields?: Record<string, string>
  readonly about?: Record<string, string | number>

  constructor(body: Pick<ErrorBody, 'code' | 'message' | 'fields' | 'about'>, status: number) {
    super(body.message)
    this.name = 'Refusal'
    this.code = body.code
    this.status = status
    this.fields = body.fields
    this.about = body.about
  }
}

/** Nothing came back: no signal, or the server cannot be reached. */
export class Offline extends Error {
  constructor() {
    super('现在没有信号，连上后再试')
    this.name = 'Offline'
  }
}

export type Said = Refusal | Offline

/** Whatever went wrong, as something that can be told. */
export const asSaid = (reason: unknown): Said =>
  reason instanceof Refusal || reason instanceof Offline
    ? reason
    : new Refusal({ code: 'fault', message: '出了点问题，请过一会儿再试' }, 500)
