/** One sentence and one status for every way in which something expected is refused. */
export interface RefusalWords {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 424 | 429
  /** Says what happened and what to do next; `{name}` is filled from what the refusal is about. */
  readonly says: string
}

/** What the door itself may refuse, whatever the endpoint. */
export const doorRefusals = {
  unknown_endpoint: { status: 404, says: '没有这个地址，请更新小程序后再试' },
  wrong_method: { status: 405, says: '这个地址不能这样用，请更新小程序后再试' },
  wrong_type: { status: 415, says: '发来的内容格式不对，请更新小程序后再试' },
  too_large: { status: 413, says: '内容太大，请删减后再发' },
  broken_json: { status: 400, says: '发来的内容不完整，请再试一次' },
  invalid: { status: 422, says: '有几处填得不对，请按提示修改' },
  signed_out: { status: 401, says: '登录已过期，请重新登录' },
  forbidden: { status: 403, says: '你的身份不能{act}，需要的话请联系社区' },
  not_found: { status: 404, says: '没有找到，可能已经不在了' },
  too_often: { status: 429, says: '太频繁了，请过一会儿再试' },
  busy: { status: 429, says: '现在人多，请过一会儿再试' },
} as const satisfies Record<string, RefusalWords>

export type DoorRefusal = keyof typeof doorRefusals

export const sayRefusal = (words: RefusalWords, about: Record<string, string | number> = {}): string =>
  words.says.replace(/\{(\w+)\}/g, (_, name: string) => String(about[name] ?? ''))

/** The one shape in which every refusal and fault is told. */
export interface ErrorBody {
  code: string
  message: string
  /** Which fields, and what is wrong with each. */
  fields?: Record<string, string>
  /** What the refusal is about, for a screen that wants to say more. */
  about?: Record<string, string | number>
  requestId: string
}
