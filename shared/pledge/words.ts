import type { RefusalWords } from '../kernel/refusal'

/** What the screen says beside every sum that somebody gives their word for. */
export const voluntary = '自愿出资，只是口头承诺，不收钱；截止以前、事情办完以前都可以撤回'

export const pledgeRefusals = {
  pledge_closed: { status: 409, says: '认款已经结束，不能再认款或撤回；有变化请告诉社区' },
  pledge_over: { status: 409, says: '还差 {left}，认多了，请减一些' },
  pledge_twice: { status: 409, says: '这一户已经认过款了，要改数额请先撤回' },
  pledge_withdrawn: { status: 409, says: '这一笔已经撤回了' },
  pledge_not_asked: { status: 404, says: '这条决议没有请大家认款' },
  home_not_yours: { status: 403, says: '只能替自己家认款，没有手机的邻居请记录人代记' },
  home_elsewhere: { status: 422, says: '这一户不在这次会议的范围里，请核对房号' },
} as const satisfies Record<string, RefusalWords>
