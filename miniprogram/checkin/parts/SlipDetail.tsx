import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { sayDay } from '../../../shared/kernel/time'
import { sayNumber } from '../../../shared/slip/number'
import { slipStandWords } from '../../../shared/slip/words'
import { sayAt } from '../../desk/parts/says'
import { useAct } from '../../kernel/act'
import { isBrowser } from '../../kernel/device'
import { useLoad } from '../../kernel/load'
import { Card, Chip, Faces, Heading, PlainButton, Quiet, Row, Says } from '../../kernel/ui'
import { ActSheet } from '../../whistle/parts/acts/ActSheet'
import { QrPicture } from './QrPicture'
import { toneOfStand } from './words'
import '../../desk/parts/desk.scss'
import './checkin.scss'

/** The slip as it is handed over: its number, its QR code, and how it stands. */
export function SlipDetail(props: { unitId: string; slipId: string; onChanged?(): void }) {
  const { unitId, slipId } = props
  const slip = useLoad('slip.get', { unitId, slipId })
  const cancel = useAct('slip.void')
  const [asks, setAsks] = useState(false)
  const [note, setNote] = useState<string>()
  const now = new Date()
  return (
    <Faces of={slip} lines={3}>
      {(s) => {
        const isOpen = s.stand === 'waiting' || s.stand === 'expired'
        const voidIt = async () => {
          if (!(await cancel.run({ unitId, slipId }))) return
          setAsks(false)
          setNote('作废了，这张单子不能再用')
          slip.reload()
          props.onChanged?.()
        }
        return (
          <>
            {note ? <Says tone="pine">{note}</Says> : null}
            <Card className="p-paper">
              <View className="d-headline">
                <Heading>{`${s.name}的报到单`}</Heading>
                <Chip tone={toneOfStand(s.stand)}>{slipStandWords[s.stand]}</Chip>
              </View>
              <Quiet>{s.unit}</Quiet>
              <Text className="p-number" userSelect>
                {sayNumber(s.number)}
              </Text>
              {isOpen ? <QrPicture svg={s.svg} of={`${s.name}的报到单`} /> : null}
              {isOpen ? <Quiet>本人用微信扫一扫，或把号码填进小程序，到住的社区报到。</Quiet> : null}
              <Row left="哪天前有效" right={sayDay(s.expires)} />
              <Row left="开单" right={sayAt(s.issuedAt, now)} />
              {s.phone === null ? null : <Row left="手机" right={s.phone} />}
              {s.community === null ? null : <Row left="报到的社区" right={s.community} />}
            </Card>
            {isBrowser && isOpen ? <PlainButton onTap={() => window.print()}>打印这一张</PlainButton> : null}
            {isOpen ? <PlainButton onTap={() => setAsks(true)}>作废这一张</PlainButton> : null}
            {asks ? (
              <ActSheet
                title="作废这一张"
                act="作废"
                onAct={() => void voidIt()}
                busy={cancel.busy}
                refusal={cancel.refusal}
                onClose={() => setAsks(false)}
              >
                <View>作废以后，{s.name}手里的这张就不能用了，要另开一张。</View>
              </ActSheet>
            ) : null}
          </>
        )
      }}
    </Faces>
  )
}
