// Reads a journal as somebody would who knows nothing of this project: no line is shared with what wrote it.

export interface JournalRead {
  /** By account, in hundredths. */
  balances: Map<string, number>
  transactions: number
  /** Lines that do not hold, each with its number. */
  problems: string[]
}

const day = /^\d{4}-\d{2}-\d{2} /
const amountOf = (text: string): number | undefined => {
  const m = /^(-?)(\d+)\.(\d{2}) CNY$/.exec(text)
  return m ? (m[1] ? -1 : 1) * (Number(m[2]) * 100 + Number(m[3])) : undefined
}

/** Sums a journal up by itself: every transaction comes to nothing, and every balance that is claimed is what was summed. */
export function readJournal(text: string): JournalRead {
  const balances = new Map<string, number>()
  const problems: string[] = []
  let transactions = 0
  let open: { line: number; sum: number; postings: number } | undefined
  const wrong = (line: number, what: string) => void problems.push(`${line}: ${what}`)
  const close = () => {
    if (open && open.sum !== 0) wrong(open.line, `comes to ${open.sum}, not to 0`)
    if (open && open.postings < 2) wrong(open.line, 'has fewer than two postings')
    open = undefined
  }
  const post = (n: number, line: string) => {
    const [name, rest] = line.trim().split(/ {2,}/)
    const [moved, claimed] = (rest ?? '').split(' = ')
    const fen = amountOf(moved ?? '')
    const held = claimed === undefined ? undefined : amountOf(claimed)
    const before = balances.get(name!)
    if (!open) return wrong(n, 'a posting outside of a transaction')
    if (fen === undefined || (claimed !== undefined && held === undefined)) return wrong(n, 'is no amount')
    if (before === undefined) return wrong(n, `${name} was never declared`)
    open.sum += fen
    open.postings += 1
    balances.set(name!, before + fen)
    if (held !== undefined && held !== before + fen) wrong(n, `${name} holds ${before + fen}, not ${held}`)
  }
  for (const [i, line] of text.split('\n').entries()) {
    const n = i + 1
    if (line.trim() === '') close()
    else if (line.trimStart().startsWith(';') || line.startsWith('commodity ')) continue
    else if (line.startsWith('account ')) {
      if (balances.has(line.slice(8))) wrong(n, 'is declared twice')
      balances.set(line.slice(8), 0)
    } else if (day.test(line)) {
      close()
      transactions += 1
      open = { line: n, sum: 0, postings: 0 }
    } else if (line.startsWith(' ')) post(n, line)
    else wrong(n, 'is nothing that a journal holds')
  }
  close()
  return { balances, transactions, problems }
}
