import { View } from '@tarojs/components'
import { useState } from 'react'
import { sayMinutes, serviceStateWords } from '../../../shared/service/words'
import { useAct } from '../../kernel/act'
import { Card, Chip, Heading, Quiet, Refused, Row, Says } from '../../kernel/ui'
import { ActFoot, type FootAct } from '../../meeting/parts/ActFoot'
import { CloseService, CorrectService, isLongAsked, RefuseService } from './serviceActs'
import { type Service, saySpanOf, sayWays, toneOfService } from './words'
import '../../desk/parts/desk.scss'
import '../../meeting/parts/meeting.scss'

const sheets = { refuse: RefuseService, correct: CorrectService, close: CloseService } as const
type Asked = keyof typeof sheets

/** How long, what of it counts, and what was cut out and why. */
function Hours({ service }: { service: Service }) {
  const { minutes, state } = service
  if (minutes === null) return <Quiet>还在服务，签退以后再算。</Quiet>
  const cuts: readonly (readonly [string, number])[] = [
    ['上班时间里的，不算', minutes.atWork],
    ['和另一次服务重叠，不重复算', minutes.twice],
  ]
  return (
    <>
      <Row left="从签到到签退" right={sayMinutes(minutes.whole)} />
      {cuts.map(([why, cut]) =>
        cut > 0 ? <Row key={why} left={why} right={`−${sayMinutes(cut)}`} /> : null,
      )}
      <Row
        left={<Heading>{state === 'confirmed' ? '算数的' : '确认以后算'}</Heading>}
        right={<View className="p-figure">{sayMinutes(minutes.counted)}</View>}
      />
      {service.long ? <Says tone="sun">超过 12 小时，请核对是不是忘了签退。</Says> : null}
      {service.provisional && state === 'out' ? (
        <Quiet>这一年的放假安排还没公布，先按平常的周末算；公布以后再确认，会照公布的算。</Quiet>
      ) : null}
    </>
  )
}

/** One service, to be confirmed, refused or corrected. */
export function ServiceDetail(props: { service: Service; onDone(says: string): void }) {
  const { service } = props
  const confirm = useAct('service.confirm')
  const [asked, ask] = useState<Asked>()
  const { communityId, serviceId, state } = service
  const sure = isLongAsked(confirm.refusal)
  const yes = async () => {
    if (await confirm.run({ communityId, serviceId, ...(sure && { sure: true }) }))
      props.onDone(`确认了：${service.name}，${service.minutes ? sayMinutes(service.minutes.counted) : ''}`)
  }
  const main: FootAct | undefined =
    state === 'out'
      ? {
          word: sure ? '确实这么久，确认' : '确认',
          onTap: () => void yes(),
          busy: confirm.busy,
        }
      : state === 'in'
        ? { word: '替本人签退', onTap: () => ask('close') }
        : undefined
  const mayCorrect = (state === 'out' || state === 'confirmed') && service.correctedById === null
  const others: FootAct[] = [
    ...(mayCorrect ? [{ word: '更正时间', onTap: () => ask('correct') }] : []),
    ...(state === 'out' ? [{ word: '不算', onTap: () => ask('refuse') }] : []),
  ]
  const Sheet = asked && sheets[asked]
  return (
    <View className="m-page">
      <Card>
        <View className="d-headline">
          <Heading>{service.name}</Heading>
          <Chip tone={state === 'out' ? 'vermilion' : toneOfService(state)}>{serviceStateWords[state]}</Chip>
        </View>
        <View>{service.task ?? '不属于哪个任务'}</View>
        <View className="m-when">{saySpanOf(service.inAt, service.outAt, new Date())}</View>
        <Quiet>{sayWays(service)}</Quiet>
        {service.correctsId === null ? null : <Quiet>这是更正后的一条。</Quiet>}
        {service.correctedById === null ? null : <Quiet>已经有一条更正的，这一条不再算。</Quiet>}
      </Card>
      <Card>
        <Hours service={service} />
      </Card>
      <Refused by={confirm.refusal} />
      <ActFoot main={main} others={others} />
      {Sheet ? (
        <Sheet
          service={service}
          onClose={() => ask(undefined)}
          onDone={(says) => {
            ask(undefined)
            props.onDone(says)
          }}
        />
      ) : null}
    </View>
  )
}
