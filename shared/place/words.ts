import type { RefusalWords } from '../kernel/refusal'

export const placeRefusals = {
  code_unknown: { status: 404, says: '这个二维码不是本社区的，请核对后再扫' },
  name_taken: { status: 409, says: '“{name}”已经有了，请换一个名字' },
  id_taken: { status: 409, says: '这个编号已经用在别的内容上，请重新填写后再提交' },
  compound_ended: { status: 409, says: '“{name}”已经合并或拆分，请刷新后再操作' },
  entrance_elsewhere: { status: 422, says: '这个单元不在这栋楼，请重新选择' },
  building_elsewhere: { status: 422, says: '有的楼栋不在本社区，或已属于别的网格，请重新选择' },
  day_ahead: { status: 422, says: '日期不能晚于今天' },
  day_before_start: { status: 422, says: '日期不能早于小区自己的起始日期' },
  named_twice: { status: 422, says: '同一个小区或楼栋选了两次，请去掉重复的' },
  split_incomplete: { status: 422, says: '每栋楼都要分到一个新小区，请补全' },
} as const satisfies Record<string, RefusalWords>
