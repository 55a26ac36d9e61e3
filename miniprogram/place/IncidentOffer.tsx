import { useState } from 'react'
import { sayIncidentWindow } from '../../shared/incident/words'
import type { Category } from '../../shared/whistle/categories'
import { isOpen, type WhistleState } from '../../shared/whistle/states'
import { useAct } from '../kernel/act'
import { go } from '../kernel/go'
import { useList } from '../kernel/load'
import { useMe } from '../kernel/session'
import { Card, Heading, PlainButton, Quiet, Refused } from '../kernel/ui'

interface Whistle {
  communityId: string
  whistleId: string
  compoundId: string
  category: Category
  state: WhistleState
  submittedAt: string
  incidentId: string | null
}

/** For the community, on a whistle that is on no incident: one of its place and kind that is open now, or a new one. */
export function IncidentOffer({ whistle, onAdded }: { whistle: Whistle; onAdded(says: string): void }) {
  const { can } = useMe()
  const { communityId, whistleId, compoundId, category } = whistle
  const mayAdd =
    whistle.incidentId === null && isOpen(whistle.state) && can('incident.add', { communityId, compoundId })
  const list = useList('incident.list', mayAdd ? { communityId, compoundId, show: 'open' } : null)
  const add = useAct('incident.add')
  const [taken, take] = useState<string>()
  if (!mayAdd || list.state !== 'ready') return null
  const same = list.items.filter((i) => i.category === category)
  const now = new Date()
  const join = async (incidentId: string, title: string) => {
    take(incidentId)
    const answer = await add.run({ communityId, incidentId, whistleIds: [whistleId] })
    if (answer) onAdded(`加进“${title}”了，报的人已经告诉`)
  }
  const begin = () =>
    go('desk/incidents', {
      ...{ communityId, compoundId, category, open: 'new' },
      ...{ since: whistle.submittedAt, whistleIds: whistleId },
    })
  return (
    <Card>
      <Heading>{same.length > 0 ? '是不是这件大家都遇到的事？' : '许多人都遇到？'}</Heading>
      {same.map((i) => (
        <PlainButton
          key={i.incidentId}
          busy={add.busy && taken === i.incidentId}
          label={`加进“${i.title}”，${sayIncidentWindow(i, now)}`}
          onTap={() => void join(i.incidentId, i.title)}
        >
          {`加进“${i.title}”`}
        </PlainButton>
      ))}
      <Refused by={add.refusal} />
      {same.length === 0 && <Quiet>发一个一事一告，一次告诉和答复所有人。</Quiet>}
      <PlainButton onTap={begin}>{same.length > 0 ? '不是，另发一个一事一告' : '发一个一事一告'}</PlainButton>
    </Card>
  )
}
