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
  resolutions: { words: string; party: string; dueOn: string; votes: string | null; pledge: string | null }[]
  signatures: { post: string; at: string }[]
  beneath: string[]
  foot: string
}

interface Beside {
  homes: readonly { label: string; present: boolean }[]
  others: readonly string[]
}

const at = (iso: string | null): string => (iso === null ? '' : sayMoment(new Date(iso)))
/** The day once, where it ended on the day on which it began. */
function sayFromTo(from: string, to: string | null): string {
  if (to === null) return at(from)
  const [day] = at(from).split(' ')
  return `${at(from)} 至 ${at(to).replace(`${day} `, '')}`
}
/** 列席 3 人: one after another they would tell nothing more. */
const counted = (names: readonly string[]): string[] =>
  [...new Set(names)].map((name) => {
    const many = names.filter((other) => other === name).length
    return many > 1 ? `${name} ${many} 人` : name
  })
const paragraphsOf = (words: string): string[] => words.split(/\r\n?|\n/).filter((line) => line.trim() !== '')
// signed on the phone; the line before it is for a pen
const saySigned = (iso: string | null): string => (iso === null ? '' : `${at(iso)} 线上签`)
const who = ({ office, name }: Minutes['chair']): string => (name === null ? office : `${name}（${office}）`)

/** Who was there and who was not: by home where the reader may know it, else counted. */
function attendance({ presence }: Minutes, { homes, others }: Beside): [string, string][] {
  const { people, homes: count, areaCentiares: area } = presence
  const present = homes.filter((h) => h.present).map((h) => h.label)
  const absent = homes.filter((h) => !h.present).map((h) => h.label)
  const areaSays = `面积 ${sayArea(area.present)} / ${sayArea(area.of)} 平方米`
  const total = count.of === 0 ? `${people} 人` : `${people} 人，${count.present} 户；${areaSays}`
  const named = [...present, ...counted(others)].join('、')
  const missing = count.of - count.present
  return [
    ['出席', named === '' ? total : `${total}\n${named}`],
    ['缺席', count.of === 0 ? '—' : `${missing} 户${absent.length === 0 ? '' : `\n${absent.join('、')}`}`],
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
      ['时间', sayFromTo(minutes.beganAt ?? minutes.startsAt, minutes.endedAt)],
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
      votes: r.votes && `表决：${sayVotes(r.votes)}`,
      pledge:
        r.pledge === null
          ? null
          : `居民自愿认款，目标 ${sayYuan(r.pledge.targetFen)}，${sayDay(r.pledge.until)} 截止`,
    })),
    signatures: [
      { post: '主持人', at: saySigned(minutes.chairSignedAt) },
      { post: '记录人', at: saySigned(minutes.recorderSignedAt) },
    ],
    beneath: [
      ...minutes.corrections.map((c) => `${sayCorrection(new Date(c.at))}：${c.words}`),
      ...minutes.objections.flatMap((o) => [
        `住户异议：${o.words ?? '（已撤去）'}`,
        ...(o.answer ? [`答复：${o.answer.words}`] : []),
      ]),
    ],
    foot: minutes.hash === null ? '' : `公布原文 SHA-256：${minutes.hash}`,
  }
}
