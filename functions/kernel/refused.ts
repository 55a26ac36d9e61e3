import { DatabaseError } from 'pg'
import { type ErrorBody, sayRefusal } from '../../shared/kernel/refusal'
import { type RefusalCode, refusals } from '../../shared/refusals'

type About = Record<string, string | number>

/** Something expected is refused: one code, one status, one sentence. */
export class Refused extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly about: About = {},
    readonly fields?: Record<string, string>,
  ) {
    super(code)
  }

  get status(): number {
    return refusals[this.code].status
  }

  body(requestId: string): ErrorBody {
    const words = sayRefusal(refusals[this.code], this.about)
    return {
      code: this.code,
      message: words,
      ...(this.fields && { fields: this.fields }),
      ...(Object.keys(this.about).length > 0 && { about: this.about }),
      requestId,
    }
  }
}

export const refuse = (code: RefusalCode, about?: About): never => {
  throw new Refused(code, about)
}

/** What Postgres refused on its own, said in the house's words. `conflicts` names a verb's own constraints. */
export function refusedByDatabase(
  error: unknown,
  conflicts: Record<string, RefusalCode>,
  about: About,
): Refused | undefined {
  if (!(error instanceof DatabaseError)) return undefined
  if (error.code === '28000') return new Refused('signed_out')
  const named = error.constraint === undefined ? undefined : conflicts[error.constraint]
  if (named) return new Refused(named, about)
  // deadlock, serialization failure, lock or statement given up, too many connections
  if (['40P01', '40001', '55P03', '57014', '53300'].includes(error.code ?? '')) return new Refused('busy')
  return undefined
}
