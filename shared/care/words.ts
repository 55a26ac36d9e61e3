import type { RefusalWords } from '../kernel/refusal'
import type { CareEndReason, Nearness, VisitNeed, VisitOutcome } from './states'

export const visitOutcomeWords: Record<VisitOutcome, string> = {
  well: '都好',
  needs: '需要帮忙',
  nobodyHome: '没人在家',
  notWanted: '不希望打扰',
}
export const visitNeedWords: Record<VisitNeed, string> = {
  talk: '想有人说说话',
  doctor: '看病买药',
  repair: '家里要修',
  errand: '买东西跑腿',
  papers: '办事办证',
  quarrel: '邻里纠纷',
  safety: '用电用气安全',
  money: '生活困难',
}
export const careEndReasonWords: Record<CareEndReason, string> = {
  changed: '换人',
  asked: '本人要求',
  homeEmpty: '这户没人住了',
}
export const nearnessWords: Record<Nearness, string> = {
  same: '同一栋',
  neighbour: '隔壁栋',
  far: '别的楼栋',
}

export const careRefusals = {
  nobody_to_care: { status: 409, says: '本社区还没有可以包户的党员，请先受理报到' },
  proposal_outdated: { status: 409, says: '看过方案之后有了变化，请重新看一遍' },
  cared_already: { status: 409, says: '这一户已经有人包了，请刷新再看' },
  home_no_dwelling: { status: 422, says: '门市不用包，请选住人的一户' },
  care_not_empty: { status: 409, says: '这一户没有记成空着，请刷新再看' },
  care_ended: { status: 409, says: '这一户已经不由这位党员包了' },
  visit_ahead: { status: 422, says: '不能记以后的走访' },
  visit_before: { status: 422, says: '走访的日子早于开始包户的日子，请核对' },
  needs_missing: { status: 422, says: '请选需要帮什么忙' },
} as const satisfies Record<string, RefusalWords>
