import { View } from '@tarojs/components'
import type { Output } from '../../../shared/contract'
import { sayDay } from '../../../shared/kernel/time'
import type { ProjectState } from '../../../shared/project/states'
import { sideWords, termsForWords } from '../../../shared/project/words'
import { sayAt } from '../../desk/parts/says'
import { Card, Chip, Heading, Quiet, Row, type Tone } from '../../kernel/ui'

export type Project = Output<'project.get'>
export type Terms = Project['terms'][number]

const tones: Record<ProjectState, Tone> = {
  offered: 'sun',
  agreed: 'sun',
  done: 'pine',
  declined: 'quiet',
  givenUp: 'quiet',
}
export const toneOfProject = (state: ProjectState, waitsForMe: boolean): Tone =>
  waitsForMe ? 'vermilion' : tones[state]

/** Neither declined nor agreed by both: somebody's word is waited for. */
export const isWaiting = (t: Terms): boolean =>
  t.declinedAt === null && (t.unitAgreedAt === null || t.communityAgreedAt === null)

/** One side's word on a set of terms. */
const Word = ({ side, at, now }: { side: keyof typeof sideWords; at: string | null; now: Date }) => (
  <Row
    left={`${sideWords[side]}的意见`}
    quiet={at === null ? undefined : sayAt(at, now)}
    chip={at === null ? <Chip tone="sun">还没有</Chip> : <Chip tone="pine">同意</Chip>}
  />
)

const sayDeclined = (t: Terms): string => (t.takenBack ? '收回了' : '对方没有同意')

/** What both sides put their word to. */
export function TermsCard({ terms, title, now }: { terms: Terms; title: string; now: Date }) {
  return (
    <Card>
      <View className="d-headline">
        <Heading>{title}</Heading>
        {terms.declinedAt === null ? null : <Chip tone="quiet">{sayDeclined(terms)}</Chip>}
      </View>
      {terms.what === 'giveUp' ? <View>双方不再做这个项目。</View> : null}
      <View>
        <Quiet>社区需要</Quiet>
        <View className="d-long">{terms.need}</View>
      </View>
      <View>
        <Quiet>单位提供</Quiet>
        <View className="d-long">{terms.resource}</View>
      </View>
      <Quiet>{`${sayDay(terms.from)} 到 ${sayDay(terms.until)}`}</Quiet>
      <Word side="community" at={terms.communityAgreedAt} now={now} />
      <Word side="unit" at={terms.unitAgreedAt} now={now} />
      {terms.meetingId === null ? null : <Quiet>在联席会议上定的。</Quiet>}
    </Card>
  )
}

export const sayTerms = (t: Terms): string =>
  `${termsForWords[t.what]}，${sideWords[t.madeBy]}提的${t.declinedAt === null ? '' : `，${sayDeclined(t)}`}`
