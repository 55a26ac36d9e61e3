import { Text, View } from '@tarojs/components'
import { sayNumber } from '../../shared/slip/number'
import { sayAt } from '../desk/parts/says'
import { call } from '../kernel/api'
import { done, useDoing } from '../kernel/doing'
import { go, useParams } from '../kernel/go'
import { keepDocument } from '../kernel/keep'
import { useLoad } from '../kernel/load'
import { Card, Chip, Empty, Faces, Heading, MainButton, Quiet, Row, Says, Screen } from '../kernel/ui'
import { QrPicture } from './parts/QrPicture'
import '../desk/parts/desk.scss'
import './parts/checkin.scss'

/** The code in two halves, as it is read out. */
const sayCode = (code: string): string => `${code.slice(0, 5)} ${code.slice(5)}`

function Paper({ communityId, checkinId }: { communityId: string; checkinId: string }) {
  const receipt = useLoad('slip.receipt', { communityId, checkinId })
  const { busy, told, run } = useDoing()
  const now = new Date()
  const print = () =>
    run('print', async () => done(keepDocument(await call('slip.print', { communityId, checkinId }))))
  return (
    <Faces of={receipt} lines={3}>
      {(r) => (
        <>
          <Card>
            <View className="d-headline">
              <Heading>{`${r.name}的报到回执`}</Heading>
              <Chip tone={r.current ? 'pine' : 'quiet'}>{r.current ? '现在有效' : '不在用了'}</Chip>
            </View>
            <Row left="报到的社区" right={`${r.subdistrict} ${r.community}`} />
            {r.unit === null ? null : <Row left="单位" right={r.unit} />}
            <Row left="社区受理" right={sayAt(r.acceptedAt, now)} />
            <Row
              left="单位确认"
              right={
                r.confirmedAt === null ? (r.unit === null ? '不用确认' : '还没有') : sayAt(r.confirmedAt, now)
              }
            />
          </Card>
          <Card>
            <Quiet>回执号码</Quiet>
            <Text className="p-number" userSelect>
              {sayNumber(r.receiptNumber)}
            </Text>
            <Quiet>校验码</Quiet>
            <Text className="p-number" userSelect>
              {sayCode(r.checkCode)}
            </Text>
            <QrPicture svg={r.svg} of="回执" />
            <Quiet>谁拿着号码和校验码，都能核验真假；除了真假，看不到别的。</Quiet>
          </Card>
          {told ? <Says tone={told.tone}>{told.says}</Says> : null}
          <MainButton busy={busy !== undefined} onTap={() => void print()}>
            打印出来（Word 文件）
          </MainButton>
        </>
      )}
    </Faces>
  )
}

/** The community's receipt, to show, to print, and to be verified by. */
export default function ReceiptPage() {
  const { communityId, checkinId } = useParams<{ communityId: string; checkinId: string }>()
  return (
    <Screen title="报到回执">
      {communityId === undefined || checkinId === undefined ? (
        <Empty says="没有找到这张回执" act="看我的报到" onAct={() => go('checkin/mine')} />
      ) : (
        <Paper communityId={communityId} checkinId={checkinId} />
      )}
    </Screen>
  )
}
