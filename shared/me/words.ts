import type { RefusalWords } from '../kernel/refusal'

/** What a person types to say that they mean it. */
export const eraseWord = '注销账号'

export const meRefusals = {
  phone_code_spent: { status: 409, says: '手机号授权已失效，请再点一次' },
  phone_of_another: { status: 409, says: '这个手机号已经绑在另一个账号上，请用那个账号登录，或请社区帮忙' },
  erase_unconfirmed: { status: 422, says: `请一字不差地输入“${eraseWord}”` },
} as const satisfies Record<string, RefusalWords>
