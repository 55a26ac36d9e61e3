import type { RefusalWords } from '../kernel/refusal'

export const leaseRefusals = {
  lease_who: { status: 422, says: '停车位要写住户和车牌，广告位和场地要写租用的单位' },
  plate_none: { status: 422, says: '“{plate}”不是车牌，请照行驶证再填一次' },
  plate_let: { status: 409, says: '{plate} 已经租着一个车位' },
  lease_overlaps: { status: 409, says: '这个位置在这段时间已经租出去了，请换一个或改日期' },
  lease_days: { status: 422, says: '日期不对：结束不能早于开始，也不能早于已经公布的月份' },
  lease_over: { status: 409, says: '这份租用已经结束' },
  lease_charged: {
    status: 409,
    says: '费用已经算到 {to} 为止，不能再往后改；要接着租，请从 {next} 起另租一份',
  },
  tariff_missing: { status: 409, says: '这个位置还没有定价，请先定价' },
  waiting_first: { status: 409, says: '还有 {count} 户排在前面，请先问第一位' },
  waiting_twice: { status: 409, says: '这一户已经在排队了' },
  waiting_over: { status: 409, says: '已经不在排队了' },
  home_outside: { status: 422, says: '这一户不在这个小区，请重新选' },
  wait_not_yours: { status: 403, says: '只能替自己家撤回排队' },
  reason_missing: { status: 422, says: '请写一句为什么，对方会看到' },
} as const satisfies Record<string, RefusalWords>
