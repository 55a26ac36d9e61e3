import { type Category, categoryWords } from '../whistle/categories'
import { sayTitle } from '../whistle/says'
import { clockOffSeconds, farMetres } from './limits'
import type { Rhythm } from './rhythm'
import type { DueState, FindingOutcome, FindingState } from './states'
import { dueStateWords, findingOutcomeWords, findingStateWords } from './words'

const weekdays = ['一', '二', '三', '四', '五', '六', '日']

export function sayRhythm(rhythm: Rhythm): string {
  if (rhythm.every === 'day') return '每天'
  if (rhythm.every === 'weekday') return '每个工作日'
  if (rhythm.every === 'month') return `每月 ${rhythm.times} 次`
  if (rhythm.every === 'never') return '先不走'
  const on = [...new Set(rhythm.on)].sort().map((n) => `周${weekdays[n - 1]}`)
  return `每${on.join('、')}`
}

/** What happens on holidays, beside the rhythm. */
export const rhythmNotes: Record<Rhythm['every'], string> = {
  day: '节假日也走',
  weekday: '节假日不走，调休上班的日子要走',
  week: '碰上节假日，改到放假后的第一个工作日',
  month: '按工作日平均分成几段，每段走一次，哪天都行',
  never: '巡查点的码留着，以后接着用',
}

const span = (seconds: number): string => {
  const minutes = Math.round(seconds / 60)
  if (minutes < 120) return `${minutes} 分钟`
  const hours = Math.round(minutes / 60)
  return hours < 48 ? `${hours} 小时` : `${Math.round(hours / 24)} 天`
}

/** Seconds by which the server was ahead of the phone. */
export function sayClock(ahead: number): string | null {
  if (Math.abs(ahead) < clockOffSeconds) return null
  return `手机的时间${ahead > 0 ? '慢' : '快'}了 ${span(Math.abs(ahead))}`
}

export interface Missing {
  ticks: number
  findings: number
  looks: number
  notes: number
}
export function sayMissing({ ticks, findings, looks, notes }: Missing): string | null {
  const parts = [
    ticks > 0 && `${ticks} 次打卡`,
    findings > 0 && `${findings} 个发现`,
    looks > 0 && `${looks} 次复看`,
    notes > 0 && `${notes} 条备注`,
  ].filter((p) => p !== false)
  return parts.length === 0 ? null : `还有 ${parts.join('、')}没有传上来`
}

export const sayPhotosMissing = (expected: number, arrived: number): string | null =>
  arrived < expected ? `还有 ${expected - arrived} 张照片没有传上来` : null

interface Point {
  lat: number
  lng: number
}
const earthMetres = 6_371_000
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Along the great circle, which is more than exact enough for a courtyard. */
export function metresBetween(a: Point, b: Point): number {
  const [dLat, dLng] = [radians(b.lat - a.lat) / 2, radians(b.lng - a.lng) / 2]
  const h = Math.sin(dLat) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(dLng) ** 2
  return Math.round(2 * earthMetres * Math.asin(Math.min(1, Math.sqrt(h))))
}

/** Said, not refused: `within` is how sure the phone was. */
export function sayFar(metres: number | null, within: number | null): string | null {
  if (metres === null || metres <= farMetres + (within ?? 0)) return null
  return metres < 1000
    ? `离巡查点约 ${Math.round(metres / 10) * 10} 米`
    : `离巡查点约 ${Math.round(metres / 1000)} 公里`
}

export interface FoundThen {
  outcome: FindingOutcome
  state: FindingState
  looks: number
  /** What the whistle says of itself, where the reader may see it. */
  whistleSays: string | null
}
export function sayFinding({ outcome, state, looks, whistleSays }: FoundThen): string {
  if (outcome === 'fixed') return '当场处理好了'
  if (state === 'whistled') return whistleSays === null ? '吹了哨' : `吹了哨：${whistleSays}`
  if (state === 'watched') return looks === 0 ? '先看着，下次再看' : `还在，看过 ${looks} 次`
  return `后来${findingStateWords[state]}`
}

export const sayFindingTitle = (words: string | null, category: Category): string =>
  words === null ? categoryWords[category] : sayTitle(words, category)

/** A finding where its whistle is not looked at. */
export const sayOutcome = (outcome: FindingOutcome, state: FindingState): string =>
  outcome === 'watched' && state !== 'watched'
    ? `${findingOutcomeWords.watched}，后来${findingStateWords[state]}`
    : findingOutcomeWords[outcome]

export function sayDue(state: DueState, missed: number): string {
  return state === 'partly' ? sayMissed(missed) : dueStateWords[state]
}

/** 08:20 到 09:10，50 分钟 */
export function sayRound(started: Date, finished: Date | null, minutes: number | null): string {
  const clock = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(11, 16)
  if (!finished) return `${clock(started)} 开始，还没有结束`
  return minutes === null
    ? `${clock(started)} 开始`
    : `${clock(started)} 到 ${clock(finished)}，${minutes} 分钟`
}

/** Of one round. */
export const sayMissed = (checkpoints: number): string =>
  checkpoints === 0 ? '每个点都到了' : `漏了 ${checkpoints} 个点`
