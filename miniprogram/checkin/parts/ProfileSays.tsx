import { freeTimeWords, interestWords, skillWords } from '../../../shared/checkin/words'
import { sayDay } from '../../../shared/kernel/time'
import { Row } from '../../kernel/ui'
import type { Profile } from './words'

const said = (words: readonly string[]): string => (words.length === 0 ? '没有填' : words.join('、'))

export function sayWork(work: Profile['work']): string {
  if (work.kind === 'none') return '不上班'
  const spans = (of: readonly { from: string; to: string }[]) => of.map((s) => `${s.from}–${s.to}`).join('、')
  if (work.kind === 'workdays') return `工作日 ${spans(work.spans)}`
  return `轮班，${work.days.length} 天一轮，从${sayDay(work.start)}起`
}

/** What a member has said of themselves. */
export const ProfileSays = ({ profile }: { profile: Profile }) => (
  <>
    <Row left="会做什么" quiet={said(profile.skills.map((s) => skillWords[s]))} />
    <Row left="愿意做什么" quiet={said(profile.interests.map((i) => interestWords[i]))} />
    <Row left="什么时候有空" quiet={said(profile.free.map((f) => freeTimeWords[f]))} />
    <Row left="什么时候上班" quiet={sayWork(profile.work)} />
  </>
)
