import { codeSeconds } from '../kernel/minuteCode'
import type { RefusalWords } from '../kernel/refusal'
import {
  type CorrectReason,
  keptHours,
  nearMetres,
  type RefuseReason,
  type ServiceState,
  type SignWay,
} from './states'

export const serviceStateWords: Record<ServiceState, string> = {
  in: '正在服务',
  out: '等社区确认',
  confirmed: '已确认',
  refused: '没有通过',
  corrected: '已更正',
}
export const signWayWords: Record<SignWay, string> = { code: '签到码', position: '定位', worker: '社区代记' }
export const refuseReasonWords: Record<RefuseReason, string> = {
  notThere: '人没有到',
  leftEarly: '提前走了',
  otherPerson: '不是本人',
  notService: '不算服务',
}
export const correctReasonWords: Record<CorrectReason, string> = {
  forgotOut: '忘记签退',
  wrongTime: '时间记错了',
  wrongWorkHours: '上班时间填错了',
  found: '核对后更正',
}

/** 3 小时 5 分 */
export const sayMinutes = (minutes: number): string => {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return `${rest} 分钟`
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分`
}

export const serviceRefusals = {
  not_taken: { status: 403, says: '你没有认领这个任务，请先认领' },
  signed_in_elsewhere: { status: 409, says: '你已经在别处签到了，请先签退' },
  not_signed_in: { status: 409, says: '没有签到，或者已经签退了' },
  out_before_in: { status: 422, says: '签退要晚于签到，请核对时间' },
  sign_code_missing: { status: 422, says: '请输入屏幕上的 6 位签到码' },
  sign_code_old: { status: 409, says: `签到码每 ${codeSeconds} 秒换一次，请看社区屏幕上现在的码` },
  sign_position_missing: { status: 422, says: '没有拿到位置，请改用签到码，或请社区代记' },
  sign_position_unsure: { status: 422, says: '定位不够准，请到空旷处再试，或用签到码' },
  sign_too_far: { status: 409, says: `离服务地点超过 ${nearMetres} 米，请到了再签` },
  sign_no_position: { status: 409, says: '这个任务没有标地点，请用签到码' },
  sign_too_late: { status: 409, says: `在手机里放了超过 ${keptHours} 小时，请社区代记` },
  service_ahead: { status: 422, says: '时间还没到，请核对' },
  service_outside: { status: 422, says: '那一天这位党员不在本社区报到，请核对日子' },
  service_overlaps: { status: 409, says: '和这位党员另一次服务的时间重叠，请核对' },
  service_long: { status: 409, says: '这次超过 12 小时，请核对；确实是这样就再点一次确认' },
  service_forgotten: { status: 409, says: '这位党员撤回了同意，上班时间也删了，时间不能再记、再改' },
  service_moved: { status: 409, says: '现在的状态是“{state}”，请刷新再看' },
} as const satisfies Record<string, RefusalWords>
