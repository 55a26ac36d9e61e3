import type { MeetingKind } from '../meeting/states'

/** One heading to write under, with what belongs there. */
export interface TemplateItem {
  title: string
  hint: string
}

const opening: TemplateItem = { title: '到会情况', hint: '谁到了，谁请假，够不够人数' }
const last: TemplateItem = { title: '上次决议的进展', hint: '办完的、在办的、为什么还没办' }
const others: TemplateItem = { title: '其他', hint: '临时提的事，下次再议的事' }

const work: TemplateItem[] = [
  last,
  { title: '居民反映的问题', hint: '哪件事，三方各怎么说，定了怎么办' },
  others,
]
const together: TemplateItem[] = [
  opening,
  { title: '事情的经过', hint: '哪里，什么时候起，影响谁' },
  { title: '大家的意见', hint: '同意的、不同意的都写，不写是谁家' },
  { title: '商定的办法', hint: '谁来办，什么时候办完，钱从哪里来' },
]

/** Headings to begin with; each is taken over into an item, and may be changed or left out. */
export const templates: Record<MeetingKind, readonly TemplateItem[]> = {
  threeParty: work,
  workingGroup: [last, { title: '讨论的问题', hint: '各自的看法，统一的意见' }, others],
  enlargedBranch: [
    last,
    { title: '社情民意', hint: '居民最关心的几件事' },
    { title: '焦点矛盾', hint: '矛盾在哪里，怎么化解，谁牵头' },
    others,
  ],
  building: together,
  courtyard: together,
  residents: [...together, others],
  owners: [opening, { title: '表决事项', hint: '写明是征询意见还是书面表决，面积和户数' }, others],
  committee: [opening, last, { title: '审议事项', hint: '每一项的赞成、反对、弃权' }, others],
  partyMembers: [
    { title: '报到和服务', hint: '谁领了岗，服务了多少小时' },
    { title: '认领的事', hint: '谁认领哪件事，什么时候办完' },
    others,
  ],
  partyBuilding: [{ title: '共建项目', hint: '需要什么，单位出什么，什么时候做完' }, others],
  other: [opening, { title: '议题', hint: '说了什么，定了什么' }, others],
}
