import type { RefusalWords } from '../kernel/refusal'

/** What the door for files may refuse. */
export const storageRefusals = {
  upload_malformed: { status: 400, says: '传来的文件不完整，请重新选择后再传' },
  upload_unsigned: { status: 403, says: '这个上传地址不对，请重新选择文件再传' },
  upload_expired: { status: 403, says: '上传地址已过期，请重新选择文件再传' },
  upload_too_large: { status: 413, says: '文件比说好的大，请重新选择后再传' },
  upload_wrong_type: { status: 415, says: '这种文件不能传到这里，请换一个文件' },
  address_unsigned: { status: 403, says: '这个图片地址不对，请回到上一页再看' },
  address_expired: { status: 403, says: '图片地址已过期，请刷新后再看' },
  upload_taken: { status: 409, says: '这里已经传过别的文件，请重新选择后再传' },
} as const satisfies Record<string, RefusalWords>
