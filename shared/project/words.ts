import type { RefusalWords } from '../kernel/refusal'
import type { ProjectSide, ProjectState, TermsFor, WantKind } from './states'

export const projectStateWords: Record<ProjectState, string> = {
  offered: '等对方同意',
  agreed: '正在做',
  done: '做完了',
  declined: '没有谈成',
  givenUp: '双方同意不做了',
}
export const sideWords: Record<ProjectSide, string> = { unit: '单位', community: '社区' }
export const wantKindWords: Record<WantKind, string> = {
  venue: '场地',
  volunteers: '志愿者',
  medical: '医疗健康',
  legal: '法律服务',
  teaching: '教学培训',
  repair: '维修改造',
  culture: '文化体育',
  goods: '物资',
  jobs: '就业',
  safety: '安全',
  other: '其他',
}
export const termsForWords: Record<TermsFor, string> = { begin: '开始', change: '变更', giveUp: '不做了' }

export const projectRefusals = {
  unit_elsewhere: { status: 422, says: '这个单位没有和本社区共建，请先登记' },
  project_not_yours: { status: 403, says: '这一步要由另一方来做' },
  project_moved: { status: 409, says: '现在的状态是“{state}”，请刷新再看' },
  project_waits: { status: 409, says: '还有一份变更等着答复，有了答复再往下做' },
  terms_settled: { status: 409, says: '这一份已经有了答复，请刷新再看' },
  meeting_elsewhere: { status: 422, says: '没有这次会议，请重新选' },
  step_ahead: { status: 422, says: '不能记以后的进展' },
  project_no_steps: { status: 409, says: '还没有记过进展，请先记一条再办结' },
  want_ended: { status: 409, says: '这一条已经收起来了' },
} as const satisfies Record<string, RefusalWords>
