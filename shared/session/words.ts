import type { RefusalWords } from '../kernel/refusal'

export const sessionRefusals = {
  demo_off: { status: 404, says: '演示身份没有开放，请用微信登录' },
  wechat_code_spent: { status: 409, says: '登录凭证已失效，请再点一次登录' },
  wechat_unreachable: { status: 424, says: '暂时连不上微信，请过一会儿再试' },
} as const satisfies Record<string, RefusalWords>
