import { View } from '@tarojs/components'
import { useState } from 'react'
import { useAct } from '../../kernel/act'
import { Card, Heading, MainButton, PlainButton, Quiet, Refused, TextField } from '../../kernel/ui'
import { ActSheet } from '../../whistle/parts/acts/ActSheet'
import { Consent } from './Consent'
import type { Mine } from './words'

type One = Mine['registered'][number]

/** The name has to be the one that stands there: a number alone proves nothing. */
function Own({ of, onDone }: { of: One; onDone(says: string): void }) {
  const { run, busy, refusal } = useAct('checkin.own')
  const [name, setName] = useState('')
  const [tried, setTried] = useState(false)
  const { communityId, checkinId, community } = of
  const own = async () => {
    setTried(true)
    if (name.trim() === '') return
    if (await run({ communityId, checkinId, name })) onDone(`好了，你在${community}报到了`)
  }
  return (
    <>
      <TextField
        label="你的姓名，和社区登记的一样"
        max={30}
        value={name}
        onInput={setName}
        error={tried && name.trim() === '' ? '请填姓名' : undefined}
      />
      <Refused by={refusal} />
      <MainButton busy={busy} onTap={() => void own()}>
        是我的，认下
      </MainButton>
    </>
  )
}

/** A community registered somebody with this number: asked before anything is shown of it, and before any slip. */
export function Registered(props: { of: One; consented: boolean; onDone(says: string): void }) {
  const { of, consented, onDone } = props
  const disown = useAct('checkin.disown')
  const [said, say] = useState<'me' | 'notMe'>()
  const { communityId, checkinId, community } = of
  if (said === 'me' && !consented) return <Consent onDone={() => onDone('好了，再写一下姓名')} />
  const goAway = async () => {
    if (await disown.run({ communityId, checkinId })) onDone('好了，你的手机号去掉了，社区会核对')
  }
  return (
    <View className="d-detail">
      <Card>
        <Heading>{`${community}登记了一位党员，是你吗？`}</Heading>
        <Quiet>留的是你的手机号。要你自己认下，才算你的；不是你，就把号码去掉。</Quiet>
      </Card>
      {said === 'me' ? (
        <Own of={of} onDone={onDone} />
      ) : (
        <MainButton onTap={() => say('me')}>是我</MainButton>
      )}
      <PlainButton onTap={() => say('notMe')}>不是我</PlainButton>
      {said === 'notMe' ? (
        <ActSheet
          title="不是我"
          act="去掉我的手机号"
          onAct={() => void goAway()}
          busy={disown.busy}
          refusal={disown.refusal}
          onClose={() => say(undefined)}
        >
          <View>{`${community}的登记里会去掉你的手机号，那边会收到消息，再核对一遍。`}</View>
        </ActSheet>
      ) : null}
    </View>
  )
}
