import { View } from '@tarojs/components'
import { useState } from 'react'
import { dayOf } from '../../../shared/kernel/time'
import { useLoad } from '../../kernel/load'
import { Choice, Faces, MainButton, PlainButton, Refused } from '../../kernel/ui'
import { PickOne } from './ScopePick'
import { Span, type SpanValue } from './Span'
import { fieldSays } from './saidIn'
import type { Option } from './scopes'
import { useCreate } from './useCreate'
import './desk.scss'

const whole = 'whole'

/** Gives an organisation work in a community, or in one compound of it. */
export function Engage(props: {
  organisationId: string
  name: string
  communities: Option[]
  onEngaged(says: string): void
  onClose(): void
}) {
  const { communities } = props
  const engage = useCreate('organisation.engage')
  const [picked, setCommunity] = useState<string>()
  const [compound, setCompound] = useState<string>()
  const [span, setSpan] = useState<SpanValue>(() => ({ from: dayOf(new Date()), to: null }))
  const [tried, setTried] = useState(false)
  const communityId = picked ?? (communities.length === 1 ? communities[0]?.value : undefined)
  const tree = useLoad('place.tree', communityId ? { communityId } : null)

  const save = async () => {
    setTried(true)
    if (communityId === undefined || compound === undefined) return
    const compoundId = compound === whole ? null : compound
    const { organisationId } = props
    if (await engage.create({ communityId, organisationId, compoundId, ...span }))
      props.onEngaged(
        `${props.name} 可以在 ${communities.find((c) => c.value === communityId)?.label ?? ''}${
          tree.data?.compounds.find((c) => c.compoundId === compoundId)?.name ?? ''
        } 工作了`,
      )
  }
  return (
    <View className="d-detail">
      <PickOne
        scope="community"
        label="哪个社区"
        options={communities}
        value={communityId}
        onChange={(c) => {
          setCommunity(c)
          setCompound(undefined)
        }}
        error={tried && !communityId ? '请选社区' : undefined}
      />
      {communityId && (
        <Faces of={tree} lines={2}>
          {(data) => (
            <Choice
              label="整个社区，还是一个小区"
              options={[
                { value: whole, label: '整个社区' },
                ...data.compounds.map((c) => ({ value: c.compoundId, label: c.name })),
              ]}
              value={compound}
              onChange={setCompound}
              error={tried && !compound ? '请选一个' : undefined}
            />
          )}
        </Faces>
      )}
      <Span
        value={span}
        onChange={setSpan}
        openWords="没有期限"
        endWords="有合同期"
        fromError={fieldSays(engage.refusal, 'from')}
        toError={fieldSays(engage.refusal, 'to')}
      />
      <Refused by={engage.refusal} />
      <View className="d-acts">
        <MainButton busy={engage.busy} onTap={() => void save()}>
          交给它
        </MainButton>
        <PlainButton onTap={props.onClose}>先不交</PlainButton>
      </View>
    </View>
  )
}
