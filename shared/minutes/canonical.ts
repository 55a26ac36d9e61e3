import { sayArea } from '../kernel/area'
import { sha256Hex } from '../kernel/hash'
import { sayYuan } from '../kernel/money'
import { sayDay, sayMoment } from '../kernel/time'
import type { MeetingKind } from '../meeting/states'
import { kindWords } from '../meeting/words'

/** What is published of a meeting: no person in it, only offices, places and counts. */
export interface MinutesDoc {
  /** Of this text: a later form has a later number, and what was published keeps its own. */
  form: 1
  community: string
  compound: string | null
  kind: MeetingKind
  title: string
  number: string
  /** Instants as ISO text. */
  startsAt: string
  beganAt: string
  endedAt: string
  spot: string
  chair: string
  recorder: string
  circle: string[]
  presence: {
    people: number
    homes: { present: number; of: number }
    areaCentiares: { present: number; of: number }
  }
  entries: { itemId: string; title: string; words: string }[]
  resolutions: {
    resolutionId: string
    words: string
    party: string
    dueOn: string
    votes: { for: number; against: number; abstained: number } | null
    pledge: { targetFen: number; shareFen: number | null; until: string } | null
  }[]
  recorderSignedAt: string
  chairSignedAt: string
}

/** What stands only in the whole text. */
export interface Restricted {
  homes: string[]
  others: string[]
  entries: { title: string; words: string }[]
}

// what somebody wrote begins each further line with two spaces, so no line of it can be taken for one of ours
const plain = (text: string): string => text.normalize('NFC').replace(/\r\n?/g, '\n')
const inline = (text: string): string => plain(text).replace(/\n/g, '\n  ')
const block = (text: string): string[] =>
  plain(text)
    .split('\n')
    .map((line) => `  ${line}`)
const at = (iso: string): string => sayMoment(new Date(iso))

function sayPresence({ people, homes, areaCentiares }: MinutesDoc['presence']): string {
  if (homes.of === 0) return `${people} 人`
  const area = `面积 ${sayArea(areaCentiares.present)} 平方米，共 ${sayArea(areaCentiares.of)} 平方米`
  return `${people} 人，${homes.present} 户，共 ${homes.of} 户；${area}`
}

function resolutionLines(
  { words, party, dueOn, votes, pledge }: MinutesDoc['resolutions'][number],
  n: number,
) {
  return [
    `${n + 1}. ${inline(words)}`,
    `承办：${inline(party)}；${sayDay(dueOn)} 前办完`,
    ...(votes ? [`表决：赞成 ${votes.for}，反对 ${votes.against}，弃权 ${votes.abstained}`] : []),
    ...(pledge
      ? [
          `自愿认款：目标 ${sayYuan(pledge.targetFen)}${pledge.shareFen === null ? '' : `，每份 ${sayYuan(pledge.shareFen)}`}，${sayDay(pledge.until)} 截止`,
        ]
      : []),
  ]
}

/** The published text: its UTF-8 bytes are what is hashed. docs/MINUTES.md tells it line by line. */
export function publicText(doc: MinutesDoc): string {
  const lines = [
    `哨到会议纪要 ${doc.form}`,
    `社区：${inline(doc.community)}`,
    ...(doc.compound === null ? [] : [`小区：${inline(doc.compound)}`]),
    `会议：${inline(doc.title)}（${kindWords[doc.kind]}）`,
    `编号：${doc.number}`,
    `通知时间：${at(doc.startsAt)}`,
    `开会时间：${at(doc.beganAt)} 至 ${at(doc.endedAt)}`,
    `地点：${inline(doc.spot)}`,
    `主持：${inline(doc.chair)}`,
    `记录：${inline(doc.recorder)}`,
    `参加：${doc.circle.map(inline).join('、')}`,
    `到会：${sayPresence(doc.presence)}`,
    '',
    '记录',
    ...doc.entries.flatMap((e, n) => [`${n + 1}. ${inline(e.title)}`, ...block(e.words)]),
    '',
    '决议',
    ...(doc.resolutions.length === 0 ? ['没有作出决议'] : doc.resolutions.flatMap(resolutionLines)),
    '',
    `记录人签字：${at(doc.recorderSignedAt)}`,
    `主持人签字：${at(doc.chairSignedAt)}`,
  ]
  return `${lines.join('\n')}\n`
}

/** The whole text: the published one to its last byte, and beneath it what is not for publishing. */
export function wholeText(doc: MinutesDoc, { homes, others, entries }: Restricted): string {
  const lines = [
    '',
    '以下不公开',
    `到会住户：${homes.length === 0 ? '没有' : homes.map(inline).join('、')}`,
    `其他到会：${others.length === 0 ? '没有' : others.map(inline).join('、')}`,
    ...entries.flatMap((e, n) => [`${n + 1}. ${inline(e.title)}`, ...block(e.words)]),
  ]
  return `${publicText(doc)}${lines.join('\n')}\n`
}

/** Whoever has the text works out its hash like this; so does `sha256sum` over the saved file. */
export const hashOf = (text: string): string => sha256Hex(text)
