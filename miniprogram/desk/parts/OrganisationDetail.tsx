import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import { organisationKindWords } from '../../../shared/organisation/words'
import { useAct } from '../../kernel/act'
import { useMe } from '../../kernel/session'
import { Card, Chip, Heading, MainButton, PlainButton, Quiet, Refused, Says, Sheet } from '../../kernel/ui'
import { useCommunities } from './community'
import { Engage } from './Engage'
import { saySpan } from './says'
import './desk.scss'

export type Organisation = Output<'organisation.list'>['items'][number]
type Engagement = Organisation['engagements'][number]

const where = (e: Engagement) =>
  e.compound === null ? `${e.community}（整个社区）` : `${e.community} ${e.compound}`

/** One organisation: where it works, and giving it more or ending some. */
export function OrganisationDetail(props: { organisation: Organisation; onChanged(says: string): void }) {
  const { organisation, onChanged } = props
  const { can } = useMe()
  const communities = useCommunities('organisation.engage')
  const end = useAct('organisation.disengage')
  const [engaging, setEngaging] = useState(false)
  const [ending, setEnding] = useState<Engagement>()
  const closeEngage = () => setEngaging(false)
  const closeEnd = () => {
    setEnding(undefined)
    end.clear()
  }
  const finish = async (e: Engagement) => {
    if (await end.run({ communityId: e.communityId, engagementId: e.engagementId })) {
      setEnding(undefined)
      onChanged(`${organisation.name} 在 ${where(e)} 的工作已经结束`)
    }
  }
  return (
    <View className="d-detail">
      <View className="d-headline">
        <Heading>{organisation.name}</Heading>
        <Chip tone="quiet">{organisationKindWords[organisation.kind]}</Chip>
      </View>
      {organisation.engagements.length === 0 && (
        <Says tone="quiet">还没有交给它任何社区或小区，它什么都看不到。</Says>
      )}
      {organisation.engagements.map((e) => (
        <Card key={e.engagementId}>
          <View>{where(e)}</View>
          <Quiet>{saySpan(e.from, e.to)}</Quiet>
          {e.to === null && can('organisation.disengage', { communityId: e.communityId }) && (
            <View className="d-acts is-small">
              <PlainButton onTap={() => setEnding(e)} label={`结束在 ${where(e)} 的工作`}>
                结束…
              </PlainButton>
            </View>
          )}
        </Card>
      ))}
      {can('organisation.engage') && (
        <PlainButton onTap={() => setEngaging(true)}>交给它社区或小区</PlainButton>
      )}
      <Sheet open={engaging} title={`交给 ${organisation.name}`} onClose={closeEngage}>
        {engaging && (
          <Engage
            organisationId={organisation.organisationId}
            name={organisation.name}
            communities={communities}
            onEngaged={(says) => {
              setEngaging(false)
              onChanged(says)
            }}
            onClose={closeEngage}
          />
        )}
      </Sheet>
      <Sheet open={ending !== undefined} title="结束工作" onClose={closeEnd}>
        {ending && (
          <>
            <Says tone="sun">{`结束以后，${organisation.name} 的人就看不到 ${where(ending)} 的内容了。以前办过的事还在记录里。`}</Says>
            <Refused by={end.refusal} />
            <View className="d-acts">
              <MainButton busy={end.busy} onTap={() => void finish(ending)}>
                结束
              </MainButton>
              <PlainButton onTap={closeEnd}>先不结束</PlainButton>
            </View>
          </>
        )}
      </Sheet>
    </View>
  )
}
