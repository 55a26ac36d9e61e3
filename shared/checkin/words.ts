import type { RefusalWords } from '../kernel/refusal'
import type { CheckinKind, CheckinState, EndReason, FreeTime, Interest, NextAct, Skill } from './states'

export const checkinStateWords: Record<CheckinState, string> = {
  presented: '等社区受理',
  returned: '社区退回，请补正',
  accepted: '社区已受理',
  confirmed: '单位已确认',
  transferred: '已转到别的社区',
  ended: '已结束',
  withdrawn: '已撤回',
}
export const checkinKindWords: Record<CheckinKind, string> = {
  inService: '在职党员',
  noOffice: '无职党员',
}
/** One act, said as a button. */
export const nextActWords: Record<NextAct, string> = {
  consent: '先看一看，同意后开始',
  present: '填报到单',
  again: '补正后再交',
  wait: '等社区受理',
  serve: '看看能做什么',
}
export const endReasonWords: Record<EndReason, string> = {
  movedAway: '搬走了',
  asked: '本人要求',
  mistaken: '登记错了',
  other: '其他原因',
}
export const skillWords: Record<Skill, string> = {
  medical: '医疗',
  legal: '法律',
  teaching: '教学辅导',
  mediation: '调解',
  repair: '修修补补',
  electric: '水电',
  computer: '电脑手机',
  culture: '文艺',
  sports: '体育',
  writing: '写写画画',
  finance: '财务',
  nursing: '照护',
  fireSafety: '消防安全',
}
export const interestWords: Record<Interest, string> = {
  elderly: '陪老人',
  children: '带孩子',
  disabled: '助残',
  environment: '环境卫生',
  safety: '巡逻守望',
  greening: '绿化',
  culture: '文体活动',
  mediation: '邻里调解',
  publicity: '宣传',
  meetings: '楼宇会议',
}
export const freeTimeWords: Record<FreeTime, string> = {
  workdayDay: '工作日白天',
  workdayEvening: '工作日晚上',
  restMorning: '休息日上午',
  restAfternoon: '休息日下午',
  restEvening: '休息日晚上',
}

/** What somebody agrees to, whole: version 1 of `consentVersion`. */
export const consentWords = [
  '党员身份是敏感个人信息，要先得到你单独的同意。',
  '记下的只有：姓名、单位、报到单、住在哪一户、你自己选的特长和时间、服务的时长。',
  '能看到的只有：你自己、你单位的联络员（看不到住址和特长）、你报到社区的工作人员。别处只有总数。',
  '不同意不影响使用其他功能。同意以后随时可以撤回，撤回后你填的内容会删除。',
] as const

/** Said wherever a member serves. */
export const asVolunteer = '你是以志愿者身份服务，不代表单位，也不代表职务'

export const checkinRefusals = {
  consent_missing: { status: 409, says: '请先看说明并同意，再报到' },
  consent_old: { status: 409, says: '说明更新了，请重新看一遍' },
  community_elsewhere: { status: 422, says: '只能到单位所在区的社区报到，请重新选社区' },
  home_not_in_community: { status: 422, says: '这一户不在这个社区，请重新选' },
  checked_in_already: { status: 409, says: '已经报到过了；搬家请用“转到别的社区”' },
  checkin_moved: { status: 409, says: '现在的状态是“{state}”，请刷新再看' },
  transfer_nowhere: { status: 409, says: '还没有报到成功，不能转；请直接到新的社区报到' },
  checkin_elsewhere: { status: 422, says: '这位党员不在本社区报到，请重新选' },
  phone_unbound: { status: 409, says: '这张报到单写了手机号：请先在“我的”里绑定手机号，再来报到' },
  checkin_owned: { status: 409, says: '本人已经认下了，请本人在手机上自己改' },
  checkin_namesake: { status: 409, says: '同一个住处已经有同名的党员；确实是两个人，再点一次' },
  registered_other: { status: 409, says: '姓名和社区登记的不一样；请再看一遍，或问问社区' },
  registered_overlaps: { status: 409, says: '登记名下有一次服务和你自己的重叠，请先请社区更正那一次' },
  not_checked_in: { status: 403, says: '报到成功后才能认领，请先完成报到' },
} as const satisfies Record<string, RefusalWords>
