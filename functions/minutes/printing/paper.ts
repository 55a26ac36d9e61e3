import type { Output } from '../../../shared/contract'
import { sayArea } from '../../../shared/kernel/area'
import { sayYuan } from '../../../shared/kernel/money'
import { sayDay, sayMoment } from '../../../shared/kernel/time'
import { kindWords } from '../../../shared/meeting/words'
import { numeral } from '../../../shared/minutes/numerals'
import { sayCorrection } from '../../../shared/minutes/words'
import { sayVotes } from '../../../shared/resolution/words'

type Minutes = Output<'minutes.get'>

/** Minutes as a page of paper: what stands where, before anything is drawn. */
export interface Paper {
  title: string
  number: string
  /** Rows of the head: what, and the words. */
  head: [string, string][]
  items: { title: string; paragraphs: string[]; restricted: boolean }[]
  resolutions: { words: string; party: string; dueOn: string; votes: string; pledge: string | null }[]
  signatures: { post: string; at: string }[]
  beneath: string[]
  foot: string
}

interface Beside {
  homes: readonly { label: string; present: boolean }[]
  others: readonly string[]
}

const at = (iso: string | null): string => (iso === null ? '' : sayMoment(new Date(iso)))
const paragraphsOf = (words: string): string[] => words.split(/\r\n?|\n/).filter((line) => line.trim() !== '')
const who = ({ office, name }: Minutes['chair']): string => (name === null ? office : `${name}（${office}）`)

/** Who was there and who was not: by home where the reader may know it, else counted. */
function attendance({ presence }: Minutes, { homes, others }: Beside): [string, string][] {
  const { people, homes: counted, areaCentiares: area } = presence
  const present = homes.filter((h) => h.present).map((h) => h.label)
  const absent = homes.filter((h) => !h.present).map((h) => h.label)
  const areaSays = `面积 ${sayArea(area.present)} / ${sayArea(area.of)} 平方米`
  const count = counted.of === 0 ? `${people} 人` : `${people} 人，${counted.present} 户；${areaSays}`
  const named = [...present, ...others].join('、')
  const missing = counted.of - counted.present
  return [
    ['出席', named === '' ? count : `${count}\n${named}`],
    ['缺席', counted.of === 0 ? '—' : `${missing} 户${absent.length === 0 ? '' : `\n${absent.join('、')}`}`],
  ]
}

export function paperOf(minutes: Minutes, beside: Beside): Paper {
  const { title, kind, number, compound, community } = minutes
  const place = compound ?? community
  return {
    title: `${place}${title}${title.endsWith('纪要') ? '' : '纪要'}`,
    number: number ?? '（草稿，还没有公布）',
    head: [
      ['会议', kindWords[kind]],
      [
        '时间',
        `${at(minutes.beganAt ?? minutes.startsAt)}${minutes.endedAt ? ` 至 ${at(minutes.endedAt)}` : ''}`,
      ],
      ['地点', minutes.spot],
      ['主持', who(minutes.chair)],
      ['记录', who(minutes.recorder)],
      ['参加范围', minutes.circle.join('、')],
      ...attendance(minutes, beside),
    ],
    items: minutes.entries.flatMap((e, n) => [
      { title: `${numeral(n + 1)}、${e.title}`, paragraphs: paragraphsOf(e.words), restricted: false },
      ...(e.restricted === null
        ? []
        : [{ title: '（以下不公开）', paragraphs: paragraphsOf(e.restricted), restricted: true }]),
    ]),
    resolutions: minutes.resolutions.map((r) => ({
      words: r.words,
      party: r.party.name,
      dueOn: sayDay(r.dueOn),
      votes: r.votes === null ? '—' : sayVotes(r.votes),
      pledge:
        r.pledge === null
          ? null
          : `居民自愿认款，目标 ${sayYuan(r.pledge.targetFen)}，${sayDay(r.pledge.until)} 截止`,
    })),
    signatures: [
      { post: '主持人', at: at(minutes.chairSignedAt) },
      { post: '记录人', at: at(minutes.recorderSignedAt) },
    ],
    beneath: [
      ...minutes.corrections.map((c) => `${sayCorrection(new Date(c.at))}：${c.words}`),
      ...minutes.objections.map(
        (o) => `住户异议：${o.words ?? '（已撤去）'}${o.answer ? `\n答复：${o.answer.words}` : ''}`,
      ),
    ],
    foot: minutes.hash === null ? '' : `公布原文 SHA-256：${minutes.hash}`,
  }
}
