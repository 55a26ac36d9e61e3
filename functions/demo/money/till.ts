import { firstOf, monthOf, nextMonth } from '../../../shared/charge/rules'
import type { EndpointName, Input } from '../../../shared/contract'
import { dayOf, startOfDay } from '../../../shared/kernel/time'
import type { Moment } from '../meetings/meet'
import { takePhoto } from '../photos'
import { demoId, type Stage } from '../stage'

const hour = 3_600_000
type Key = 'communityId' | 'compoundId'
interface Spent {
  words: string
  fen: number
  /** The use it is for; or the pledges it is paid from. */
  use?: string
  fundOf?: string
  by: 'cash' | 'bank'
  asker: string
  approvers: readonly string[]
  /** So many days after it was asked for; left out: not paid yet. */
  paidAfter?: number
  /** covered: owners see the copy; waiting: nobody has covered it yet; none: a gap. */
  paper?: 'covered' | 'waiting' | 'none'
}

/** The money of one compound while it is lived, moment by moment; what lies in the future has not happened. */
export class Till {
  readonly moments: Moment[] = []
  private accounts: Map<string, string> | undefined

  constructor(
    readonly stage: Stage,
    readonly communityId: string,
    readonly compoundId: string,
    readonly keeper: string,
  ) {}

  get at() {
    return { communityId: this.communityId, compoundId: this.compoundId }
  }
  id(what: string): string {
    return demoId(`${this.compoundId} ${what}`)
  }
  lease(n: number): string {
    return this.id(`租用 ${n}`)
  }
  /** The first month, and all that followed up to this one. */
  months(days: number): string[] {
    const months = [monthOf(dayOf(this.stage.daysAgo(days)))]
    while (months.at(-1)! < monthOf(dayOf(this.stage.now))) months.push(nextMonth(months.at(-1)!))
    return months
  }

  on(day: string, at: number, happens: (when: Date) => Promise<unknown>): this {
    const when = new Date(startOfDay(day).getTime() + at * hour)
    if (when < this.stage.now) this.moments.push({ at: when, happens: () => happens(when) })
    return this
  }
  do<N extends EndpointName>(day: string, at: number, who: string, name: N, more: Omit<Input<N>, Key>): this {
    return this.on(day, at, (when) => this.act(who, name, more, when))
  }
  act<N extends EndpointName>(who: string, name: N, more: Omit<Input<N>, Key>, when: Date) {
    return this.stage.act(who, name, { ...this.at, ...more } as unknown as Input<N>, when)
  }
  async account(key: string, when: Date): Promise<string> {
    this.accounts ??= new Map(
      (await this.act(this.keeper, 'account.list', {}, when)).items.map((a) => [a.key, a.accountId]),
    )
    return this.accounts.get(key)!
  }
  paper(what: string, when: Date): Promise<string> {
    return takePhoto(this.stage, this.keeper, this.communityId, `${this.compoundId} ${what} paper`, when)
  }
  /** The copy of an entry's voucher on which what is private is covered. */
  async cover(entryId: string, photoId: string, what: string, when: Date): Promise<void> {
    const maskedPhotoId = await this.paper(`${what} covered`, when)
    await this.act(this.keeper, 'entry.mask', { entryId, photoId, maskedPhotoId }, when)
  }

  spend(day: string, spent: Spent): this {
    const { words, fen, use, fundOf, by, asker, approvers, paidAfter, paper = 'covered' } = spent
    const spendingId = this.spendingId(words, day)
    this.on(day, 9, async (when) => {
      const accountId = use && (await this.account(use, when))
      await this.act(
        asker,
        'spending.ask',
        { id: spendingId, words, fen, ...(accountId && { accountId }), ...(fundOf && { fundOf }) },
        when,
      )
    })
    approvers.forEach((who, n) => void this.do(day, 12 + n * 6, who, 'spending.approve', { spendingId }))
    if (paidAfter === undefined) return this
    const on = dayOf(new Date(startOfDay(day).getTime() + paidAfter * 24 * hour))
    return this.on(on, 15, async (when) => {
      const photo = paper === 'none' ? undefined : await this.paper(words + day, when)
      const photoIds = photo && [photo]
      const pay = { spendingId, by, on, ...(photoIds && { photoIds }) }
      const { entryId } = await this.act(this.keeper, 'spending.pay', pay, when)
      if (paper === 'covered') await this.cover(entryId!, photo!, words + day, when)
    })
  }

  spendingId(words: string, day: string): string {
    return this.id(`支出 ${words} ${day}`)
  }

  /** On the third of the next month its income is divided; on the fifth it is published. */
  close(month: string, between?: (day: string) => void): this {
    const day = (n: number) => `${nextMonth(month)}-0${n}`
    this.do(day(3), 9, this.keeper, 'split.settle', { month, id: this.id(`分成 ${month}`) })
    between?.(day(4))
    return this.do(day(5), 10, this.keeper, 'statement.publish', {
      id: this.id(`公示 ${month}`),
      period: month,
    })
  }

  /** An owner asks about a line of a month; whoever answers does so days later, or has not yet. */
  question(
    day: string,
    month: string,
    who: string,
    use: string,
    words: string,
    answer?: [after: number, by: string, words: string],
  ) {
    const statementId = this.id(`公示 ${month}`)
    const id = this.id(`提问 ${words}`)
    this.on(day, 20, async (when) =>
      this.act(
        who,
        'statement.ask',
        { statementId, id, accountId: await this.account(use, when), words },
        when,
      ),
    )
    if (!answer) return this
    const [after, by, said] = answer
    const on = dayOf(new Date(startOfDay(day).getTime() + after * 24 * hour))
    return this.do(on, 10, by, 'statement.answer', { statementId, questionId: id, words: said })
  }
}

export const dayIn = (month: string, day: number): string => `${month}-${String(day).padStart(2, '0')}`
export { firstOf, nextMonth }
export const yanxiMeeting = { older: { on: '2024-05-18', named: '2024年5月全体业主大会' } }
/** No such plate has been given out. */
export const plateOf = (n: number): string => (n % 4 === 3 ? `渝ZD${10000 + n}` : `渝Z${10000 + n}`)
