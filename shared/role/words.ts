import type { RefusalWords } from '../kernel/refusal'

export const roleRefusals = {
  place_missing: { status: 422, says: '请先选择社区或街道' },
  person_missing: { status: 422, says: '请填写对方的手机号，或从名单里选一位' },
  person_unknown: { status: 404, says: '没有找到用这个手机号登录过的人，请对方先登录并绑定手机号' },
  role_upwards: { status: 403, says: '你不能授予或收回“{role}”，请上一级来办' },
  role_held: { status: 409, says: '对方已经有这个身份了' },
  role_ended: { status: 409, says: '这个身份已经收回' },
} as const satisfies Record<string, RefusalWords>
