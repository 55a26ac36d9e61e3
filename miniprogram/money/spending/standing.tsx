import { View } from '@tarojs/components'
import type { Output } from '../../../shared/contract'
import type { SpendingState } from '../../../shared/spending/states'
import { bodyWords, spendingStateWords } from '../../../shared/spending/words'
import type { Tone } from '../../kernel/ui'
import { Line } from '../../whistle/parts/Timeline'
import { sayAt, sayDayShort } from '../../whistle/parts/words'
import type { Stand } from '../parts/BooksLine'
import '../../whistle/parts/whistle.scss'

export type Spending = Output<'spending.get'>

const tones: Record<SpendingState, Tone> = {
  asked: 'sun',
  approved: 'sun',
  gap: 'sun',
  paid: 'pine',
  declined: 'quiet',
  withdrawn: 'quiet',
  reversed: 'quiet',
}

/** In vermilion only where the reader's own word is waited for. */
export function standOfSpending({ state, acts }: Pick<Spending, 'state' | 'acts'>): Stand {
  if (acts.includes('approve')) return { tone: 'vermilion', says: '等你批准' }
  if (acts.includes('pay')) return { tone: 'vermilion', says: '等你付款' }
  if (acts.includes('addVoucher')) return { tone: 'vermilion', says: '等你补凭证' }
  return { tone: tones[state], says: spendingStateWords[state] }
}

/** Asked, approved by one, by a second of another body, paid: what is done, and dashed what is waited for. */
export function Steps({ spending, now }: { spending: Spending; now: Date }) {
  const { state, approvals, open, declined, paidOn, paidFirst } = spending
  const others = open.map((b) => bodyWords[b]).join('或')
  return (
    <View className="w-timeline" ariaLabel="到哪一步">
      <Line dot="done" says={`${spending.askedBy}申请`} quiet={sayAt(spending.askedAt, now)} />
      {approvals.map((a) => (
        <Line
          key={a.body}
          dot="done"
          says={`${bodyWords[a.body]}批准${a.mine ? '（你批的）' : ''}`}
          quiet={sayAt(a.at, now)}
        />
      ))}
      {state === 'asked' ? (
        <Line
          dot="waits"
          says={approvals.length === 0 ? '等两方的两个人批准' : '等另一方的人批准'}
          quiet={others ? `${others}的人能批` : ''}
        />
      ) : null}
      {declined ? (
        <Line dot="done" says={`${bodyWords[declined.body]}没有批准`} quiet={sayAt(declined.at, now)}>
          <View className="y-words">{declined.reason}</View>
        </Line>
      ) : null}
      {state === 'approved' ? <Line dot="waits" says="等记账员付款" quiet="付了拍下凭证，才入账" /> : null}
      {paidOn ? (
        <Line
          dot="done"
          says={paidFirst ? '付了款，先付后批' : '付了款'}
          quiet={`${sayDayShort(paidOn, now)}${paidFirst ? '，付的时候两方还没有批' : ''}`}
        />
      ) : null}
      {state === 'gap' ? <Line dot="waits" says="等凭证" quiet="没有凭证不入账，账上还看不到这一笔" /> : null}
      {state === 'paid' ? <Line dot="done" says="有凭证，入账了" quiet="" /> : null}
      {state === 'withdrawn' ? <Line dot="done" says="申请人撤回了" quiet="" /> : null}
      {state === 'reversed' ? <Line dot="done" says="冲正了" quiet="钱退回来了，两笔都留着" /> : null}
    </View>
  )
}

/** Why a button is not there, where somebody may wonder. */
export function whyNot(spending: Spending, sitsIn: boolean): string | undefined {
  if (spending.state !== 'asked' || spending.acts.includes('approve') || !sitsIn) return undefined
  if (spending.mine) return '自己申请的不能自己批，请别人来批。'
  if (spending.approvals.some((a) => a.mine)) return '你批过了，要另一方的人再批一次。'
  return '你们这一方已经有人批过了，要另一方的人来批。'
}
