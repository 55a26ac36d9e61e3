import type { RefusalWords } from '../kernel/refusal'
import type { CheckState, PhotoReason } from './states'

/** As many photos as one person may send in a day. */
export const photosADay = 100
/** Whoever walks rounds photographs what they find: 500 findings with one before and one after. */
export const photosADayOnRounds = 1000

export const checkStateWords: Record<CheckState, string> = {
  waiting: '等待审核',
  released: '已公开',
  withheld: '不公开',
}

export const photoReasonWords: Record<PhotoReason, string> = {
  notAPicture: '这不是照片，请重新拍一张',
  broken: '照片不完整，请重新拍一张',
  tooLarge: '照片太大，请拍小一点再传',
  tooLong: '照片太长，请换一张普通的照片',
  tooSmall: '照片太小，看不清楚，请重新拍一张',
  moving: '这是动图，请换一张照片',
  neverCame: '照片一直没有传上来，请重新拍一张',
  forgotten: '账号注销时照片已经删除',
}

export const photoRefusals = {
  photos_a_day: { status: 429, says: '一天最多传 {most} 张照片，请明天再传' },
  photo_not_there: { status: 409, says: '照片还没有传上来，请再传一次' },
  photo_checked: { status: 409, says: '这张照片已经审核过了，请刷新后再看' },
} as const satisfies Record<string, RefusalWords>
