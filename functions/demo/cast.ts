/** People of the demo, named by role and home, never like a real person. */
export interface Role {
  key: string
  name: string
  title?: string
  where?: string
}

export const cast: Role[] = [
  { key: 'owner', name: '9栋1单元701业主', title: '居民 · 业主', where: '盐溪桥小区 9栋1单元701' },
  { key: 'tenant', name: '9栋1单元201租户', title: '居民 · 租户', where: '盐溪桥小区 9栋1单元201' },
  { key: 'newcomer', name: '刚来的人', title: '刚来的人', where: '还没有认领住户' },
  { key: 'buildingLead', name: '9栋楼栋长', title: '楼栋长', where: '盐溪桥小区 9栋' },
  { key: 'entranceLead', name: '1栋1单元单元长', title: '单元长', where: '弘运小区 1栋1单元' },
  { key: 'gridWorker', name: '盐溪第一网格员', title: '网格员', where: '盐溪社区 第一网格' },
  { key: 'communityWorker', name: '盐溪社区干部', title: '社区工作者', where: '盐溪社区' },
  { key: 'secondWorker', name: '弘运社区干部', title: '社区工作者', where: '弘运社区' },
  { key: 'department', name: '城管中队经办人', title: '职能部门经办人', where: '江畔街道城管中队' },
  { key: 'property', name: '弘运物业经办人', title: '物业经办人', where: '弘运物业公司' },
  { key: 'committeeDirector', name: '弘运业委会主任', title: '业委会主任', where: '弘运小区' },
  { key: 'committeeMember', name: '弘运业委会委员', title: '业委会委员', where: '弘运小区' },
  { key: 'branchSecretary', name: '弘运党支部书记', title: '小区党支部书记', where: '弘运小区' },
  { key: 'partyMember', name: '3栋2单元402业主', title: '在职党员', where: '弘运小区 3栋2单元402' },
  { key: 'liaison', name: '水务公司联络员', title: '单位党组织联络员', where: '江畔水务公司' },
  { key: 'supervisor', name: '弘运小区监察人', title: '监察人', where: '弘运小区' },
  { key: 'subdistrictOfficer', name: '江畔街道干部', title: '街道工作人员', where: '江畔街道' },
  { key: 'districtOfficer', name: '示范区干部', title: '区工作人员', where: '示范区' },
  { key: 'bookkeeper', name: '盐溪桥小区记账员', title: '小区记账员', where: '盐溪桥小区' },
  { key: 'yanxiMember', name: '盐溪桥业委会委员', title: '业委会委员', where: '盐溪桥小区' },
  { key: 'yanxiSupervisor', name: '盐溪桥小区监察人', title: '监察人', where: '盐溪桥小区' },
  { key: 'secondBookkeeper', name: '弘运小区记账员', title: '小区记账员', where: '弘运小区' },
  // not offered on the first page, but they live here too
  { key: 'secondGridWorker', name: '弘运第一网格员' },
  { key: 'formerGridWorker', name: '盐溪原网格员' },
  ...Array.from({ length: 24 }, (_, i) => ({ key: `neighbour${i + 1}`, name: `住户${i + 1}` })),
]

/** A made-up number: no operator has been given 154, and the last eight digits count through the cast. */
export const demoPhone = (key: string): string =>
  `154${String(10_000_000 + cast.findIndex((c) => c.key === key)).padStart(8, '0')}`
