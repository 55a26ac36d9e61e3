import type { z } from 'zod/mini'
import { type AccountKind, growsOn } from './chart'
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
  /** Of it, what came and what went with money; below zero where a later reversal took back more. */
  cameFen: number
  wentFen: number
}
export type Piece = z.output<typeof piece>
export type Picture = z.output<typeof picture>
type Beside = Pick<Picture, 'gaps' | 'late'> & { advancedFen: number }

const sum = (fens: number[]) => fens.reduce((total, fen) => total + fen, 0)
const above = (fen: number) => Math.max(fen, 0)

/** What came of an account and what went to it. What a reversal took back of an earlier month stands on the other side. */
const bothWays = ({ cameFen, wentFen }: Moved) => ({
  came: above(cameFen) + above(-wentFen),
  went: above(wentFen) + above(-cameFen),
})

/** Income and expense that no money moved with, as the account grows. */
function turnedOf({ kind, movedFen, cameFen, wentFen }: Moved): number {
  const debited = movedFen - wentFen + cameFen
  return growsOn[kind] === 'debit' ? debited : 0 - debited
}

/** Where the money of a span came from and went to: each account by what moved together with cash, bank or WeChat, and nothing else. */
export function pictureOf(accounts: readonly Moved[], { advancedFen, gaps, late }: Beside): Picture {
  const money = accounts.filter((a) => a.kind === 'money')
  const others = accounts.filter((a) => a.kind !== 'money')
  const pieces = (of: readonly Moved[], fenOf: (account: Moved) => number): Piece[] =>
    of
      .map((a) => ({ accountId: a.accountId, key: a.key, name: a.name, kind: a.kind, fen: fenOf(a) }))
      .filter(({ fen }) => fen !== 0)
  const sources = pieces(others, (a) => bothWays(a).came)
  const uses = pieces(others, (a) => bothWays(a).went)
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
    turned: pieces(
      others.filter(({ kind }) => kind === 'income' || kind === 'expense'),
      turnedOf,
    ),
    advance: { totalFen: advancedFen, repaidFen: advancedFen - owedFen, owedFen },
    arrearsFen: closingOf('due'),
    gaps,
    late,
  }
}
