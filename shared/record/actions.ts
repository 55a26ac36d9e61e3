/** Everything that is ever put on the record, and how it reads in a list. */
export const recordActions = {
  'session.opened': '登录',
  'session.ended': '退出登录',
  'me.updated': '改了设置',
  'me.phoneBound': '绑定手机号',
  'me.exported': '导出了自己的数据',
  'me.erased': '注销账号',
  'community.added': '登记社区',
  'compound.added': '登记小区',
  'compound.managementSet': '改了小区的管理方式',
  'compound.joined': '合并小区',
  'compound.split': '拆分小区',
  'building.added': '登记楼栋',
  'home.added': '登记住户',
  'grid.added': '划分网格',
  'organisation.added': '登记单位',
  'engagement.added': '把工作交给单位',
  'engagement.ended': '结束单位的工作',
  'tie.added': '登记住户里的人',
  'tie.bound': '和住户名册对上了',
  'tie.ended': '结束住户里一个人的登记',
  'tie.represents': '指定表决代表',
  'roll.opened': '开始导入名册',
  'roll.imported': '导入住户名册',
  'claim.submitted': '申请认领住户',
  'claim.withdrawn': '撤回认领申请',
  'claim.accepted': '认领通过',
  'claim.rejected': '认领未通过',
  'role.granted': '授予身份',
  'role.revoked': '收回身份',
  'person.revealed': '看了完整手机号',
} as const satisfies Record<string, string>

export type RecordAction = keyof typeof recordActions

export const subjectKinds = {
  session: '登录',
  person: '本人',
  community: '社区',
  compound: '小区',
  building: '楼栋',
  home: '住户',
  grid: '网格',
  organisation: '单位',
  engagement: '委托',
  tie: '住户登记',
  roll: '名册',
  claim: '认领申请',
  grant: '身份',
} as const

export type SubjectKind = keyof typeof subjectKinds
