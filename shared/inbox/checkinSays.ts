import { refuseReasonWords, sayMinutes } from '../service/words'
import { cancelReasonWords } from '../task/words'
import type { Told } from './says'

type Tell = (told: Pick<Told, 'after'>) => string

const word = (words: Record<string, string>, key: unknown, before: string): string =>
  typeof key === 'string' && key in words ? `${before}${words[key]}` : ''
const minutes = (after: Told['after']): string =>
  typeof after?.minutes === 'number' ? `，计 ${sayMinutes(after.minutes)}` : ''

/** What happened around checking in, to whom it is told. */
export const checkinSays: Record<string, Tell> = {
  'slip.reminded': ({ after }) => `提醒：有 ${after?.slips ?? ''} 张报到单开出半个月了，还没有人来报到`,
  'checkin.presented': ({ after }) => (after?.transfer ? '从别的社区转来报到' : '来报到了，请受理'),
  'checkin.presentedAgain': () => '补正后又来报到，请受理',
  'checkin.withdrawn': () => '撤回了报到',
  'checkin.returned': () => '退回了报到，原因写在报到里',
  'checkin.accepted': () => '受理了报到，回执出来了',
  'checkin.disowned': () => '登记时写的手机号不是本人的，已经去掉了，请核对',
  'checkin.confirmed': () => '单位确认了回执',
  'checkin.transferred': () => '转到别的社区了',
  'checkin.ended': () => '报到结束了',
  'task.added': () => '发了一个适合你的任务，看看要不要来',
  'task.taken': () => '报了名，请选人',
  'task.left': () => '退出了任务',
  'task.chosen': ({ after }) => (after?.state === 'taken' ? '选了你来做' : '这次没有选你，看看别的任务吧'),
  'task.closed': () => '任务结束了',
  'task.cancelled': ({ after }) => `任务取消了${word(cancelReasonWords, after?.reason, '：')}`,
  'service.written': ({ after }) => `替你记了一次服务${minutes(after)}`,
  'service.closed': () => '替你签退了，等着确认',
  'service.confirmed': ({ after }) => `确认了你的服务${minutes(after)}`,
  'service.refused': ({ after }) => `没有认可这次服务${word(refuseReasonWords, after?.reason, '：')}`,
  'service.corrected': ({ after }) => `更正了你的服务${minutes(after)}`,
  'care.accepted': () => '请你包几户，看看是哪几户',
  'care.assigned': () => '请你包一户',
  'care.ended': () => '有一户不用你包了',
  'project.offered': () => '提出一个共建项目，请答复',
  'project.changeOffered': ({ after }) =>
    after?.what === 'giveUp' ? '提出这个项目不做了，请答复' : '提出改一改，请答复',
  'project.agreed': ({ after }) => (after?.state === 'givenUp' ? '同意不做了' : '同意了'),
  'project.declined': ({ after }) => (after?.takenBack === true ? '收回了提的这一份' : '没有同意'),
  'project.stepped': () => '记了新的进展',
  'project.finished': () => '办完了',
  'serviceRecord.remarked': () => '写了年度评价',
  'serviceRecord.shown': () => '年度服务记录出来了，请你先看',
  'serviceRecord.read': ({ after }) => (after?.comment === true ? '看过了，写了意见' : '看过了'),
  'serviceRecord.sent': () => '年度服务记录送到了单位',
}
