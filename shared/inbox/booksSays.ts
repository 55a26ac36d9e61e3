import { sayPeriod } from '../account/words'
import { sayYuan } from '../kernel/money'
import { sayDay } from '../kernel/time'

type After = Record<string, unknown> | null
const yuan = (after: After): string => (typeof after?.fen === 'number' ? ` ${sayYuan(after.fen)}` : '')
const day = (after: After): string => (typeof after?.to === 'string' ? ` ${sayDay(after.to)} ` : '那天')
const period = (after: After): string => (typeof after?.period === 'string' ? sayPeriod(after.period) : '')

/** What a line about money says; who did it stands in front. */
export const booksSay: Record<string, (after: After) => string> = {
  'lease.added': () => '给你家租了停车位',
  // earlier or later than it was
  'lease.ended': (after) => `把你家停车位的租用定到${day(after)}为止`,
  'charge.lowered': (after) => `给你家减免了${yuan(after)}`,
  'fund.received': (after) => `收到了你家认的款${yuan(after)}`,
  'wait.added': () => '排队等停车位',
  'wait.called': () => '有停车位空出来了，轮到你家，请找物业或管账的人租下',
  'wait.ended': (after) =>
    after?.passed === true ? '没有再给你家排车位，理由在排队里' : '你家不用再排车位了',
  'space.groundSet': () => '写明了小区停车依据的决议',
  'books.termsSet': (after) =>
    typeof after?.spendLimitFen === 'number'
      ? `改了支出限额：超过 ${sayYuan(after.spendLimitFen)} 要有业主决议；提问 ${after.answerDays} 天内答复`
      : '改了支出限额和答复期限',
  'split.set': () => '定了公共收益的分成比例',
  'advance.added': (after) => `登记了物业垫资${yuan(after)}`,
  'advance.repaid': (after) => `还了物业垫资${yuan(after)}`,
  'fund.returned': (after) => `退回了没用完的认款，一共${yuan(after)}`,
  'entry.reversed': (after) => `冲正了一笔账${yuan(after)}`,
  'spending.asked': (after) => `申请支出${yuan(after)}，请你们批`,
  'spending.approved': () => '批准了一笔支出',
  'spending.declined': () => '没有批准一笔支出，理由写在支出里',
  'spending.paid': (after) => `付了一笔支出${yuan(after)}`,
  'statement.published': (after) => `公布了${period(after)}收支`,
  'statement.asked': (after) => `对${period(after)}公示提了问，请答复`,
  'statement.reminded': (after) =>
    after?.overdue === true ? '提醒：对公示的提问超期没有答复' : '提醒：对公示的提问明天到期',
  'statement.answered': () => '答复了你对公示的提问',
}
