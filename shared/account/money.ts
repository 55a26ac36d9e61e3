import type { z } from 'zod/mini'
import type { AccountKind } from './chart'
import type { picture, piece } from './picture'

/** An account over a span of months: what it held before, and what moved; debits less credits. */
export interface Moved {
  accountId: string
  key: string
  code: string
  name: string
  kind: AccountKind
  openingFen: number
  movedFen: number
}
export type Piece = z.output<typeof piece>
export type Picture = z.output<typeof picture>
type Beside = Pick<Picture, 'gaps' | 'late'> & { advancedFen: number }

// what is due and not paid, and its other side: they cancel out, and no money moves with them
const beside = ['due', 'unpaid']

/** Where the money of a span came from and went to. Whatever is no money moved some: to credit it came, to debit it went. */
export function pictureOf(accounts: readonly Moved[], { advancedFen, gaps, late }: Beside): Picture {
  const money = accounts.filter((a) => a.kind === 'money')
  const others = accounts.filter((a) => a.kind !== 'money' && !beside.includes(a.key) && a.movedFen !== 0)
  const show = ({ accountId, key, name, kind, movedFen }: Moved): Piece => ({
    accountId,
    key,
    name,
    kind,
    fen: Math.abs(movedFen),
  })
  const sources = others.filter((a) => a.movedFen < 0).map(show)
  const uses = others.filter((a) => a.movedFen > 0).map(show)
  const sum = (fens: number[]) => fens.reduce((total, fen) => total + fen, 0)
  const closingOf = (key: string) => {
    const found = accounts.find((a) => a.key === key)
    return found ? found.openingFen + found.movedFen : 0
  }
  const owedFen = -closingOf('advance') + 0
  return {
    openingFen: sum(money.map((m) => m.openingFen)),
    closingFen: sum(money.map((m) => m.openingFen + m.movedFen)),
    money: money.map(({ accountId, key, name, openingFen, movedFen }) => ({
      accountId,
      key,
      name,
      openingFen,
      closingFen: openingFen + movedFen,
    })),
    sources,
    uses,
    sourcesFen: sum(sources.map((p) => p.fen)),
    usesFen: sum(uses.map((p) => p.fen)),
    advance: { totalFen: advancedFen, repaidFen: advancedFen - owedFen, owedFen },
    arrearsFen: closingOf('due'),
    gaps,
    late,
  }
}
