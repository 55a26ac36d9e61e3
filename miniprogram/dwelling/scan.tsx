import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { readSignInLink } from '../../shared/meeting/signInLink'
import { readReceiptLink, readSlipLink } from '../../shared/slip/number'
import { isBrowser } from '../kernel/device'
import { go, goInstead, type Params, useParams } from '../kernel/go'
import { useLoad } from '../kernel/load'
import { useMe } from '../kernel/session'
import {
  Card,
  Empty,
  Faces,
  Heading,
  MainButton,
  PlainButton,
  Quiet,
  Says,
  Screen,
  Skeleton,
} from '../kernel/ui'
import { checkpointHere } from '../patrol/kept/today'
import { scanWall } from './scanCode'
import { codeIn, saySpot, spotOf, spotParams } from './where'

/**
 * Links like those of the codes on walls: on the screen of a recorder, on a slip and on a receipt. The receipt's is for anybody.
 */
function elsewhere(
  scanned: string,
): { page: 'meeting/one' | 'checkin/verify' | 'checkin/present'; params: Params } | undefined {
  const signIn = readSignInLink(scanned)
  if (signIn) return { page: 'meeting/one', params: { ...signIn } }
  const receipt = readReceiptLink(scanned)
  if (receipt)
    return { page: 'checkin/verify', params: { code: `R${receipt.receiptNumber}${receipt.checkCode}` } }
  const number = readSlipLink(scanned)
  return number === undefined ? undefined : { page: 'checkin/present', params: { number } }
}

/** Where the code on a wall leads. WeChat hands the whole link over as `q`, the browser's link carries `code`. */
export default function Scan() {
  const { code, q } = useParams<{ code: string; q: string }>()
  const { me } = useMe()
  const [said, say] = useState<string>()
  const scanned = code ?? q ?? ''
  // while the page that it leads to comes, this one still stands, without its parameters
  const led = useRef(elsewhere(scanned))
  led.current = elsewhere(scanned) ?? led.current
  const other = led.current
  const known = other ? undefined : codeIn(scanned)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each code
  useEffect(() => {
    if (other) goInstead(other.page, other.params)
  }, [scanned])
  // the code of a checkpoint, scanned by WeChat itself; known without asking, so without signal too
  const checkpoint = known ? checkpointHere(known) : undefined
  const spot = useLoad('place.scan', known && me && !checkpoint ? { code: known } : null)

  const scan = async () => {
    const scanned = await scanWall()
    if (!scanned) return
    if ('spot' in scanned) goInstead('dwelling/claim', spotParams(spotOf(scanned.spot)))
    else say(scanned.says)
  }
  const rescan = isBrowser ? null : <PlainButton onTap={scan}>扫另一个二维码</PlainButton>

  if (other)
    return (
      <Screen title="扫一扫" forAnyone>
        <Skeleton lines={1} />
      </Screen>
    )
  if (checkpoint) {
    const { communityId, planId, stop } = checkpoint
    return (
      <Screen title="巡查点">
        <Card>
          <View>
            <Quiet>{stop.place}</Quiet>
            <Heading>{stop.name}</Heading>
          </View>
          <MainButton onTap={() => goInstead('patrol/round', { communityId, planId, code: known })}>
            在这里打卡
          </MainButton>
          <Quiet>还没开始的话，开始以后就算打上了。</Quiet>
        </Card>
      </Screen>
    )
  }
  return (
    <Screen title="扫到的地方">
      {known ? (
        <Faces of={spot} lines={1}>
          {(data) => (
            <>
              <Card>
                <View>
                  <Quiet>{data.community}</Quiet>
                  <Heading>{[data.compound, data.building, data.entrance].filter(Boolean).join(' ')}</Heading>
                </View>
                <MainButton
                  tone="vermilion"
                  onTap={() => go('whistle/new', spotParams(spotOf(data)))}
                  label={`在这里吹哨，${saySpot(spotOf(data))}`}
                >
                  在这里吹哨
                </MainButton>
                <Quiet>哪里坏了、脏了、不安全，拍一下，或点一句话就行。</Quiet>
              </Card>
              <PlainButton
                tone="pine"
                onTap={() => goInstead('dwelling/claim', spotParams(spotOf(data)))}
                label={`我住这里，认领我的家，${saySpot(spotOf(data))}`}
              >
                我住这里，认领我的家
              </PlainButton>
              <PlainButton
                onTap={() =>
                  go('dwelling/compound', { communityId: data.communityId, compoundId: data.compoundId })
                }
              >
                看看这个小区
              </PlainButton>
            </>
          )}
        </Faces>
      ) : (
        <Empty
          says="这不是贴在楼门口的二维码"
          more="楼门口、单元门口贴的码，扫了就知道是哪一栋。"
          act="不扫了，自己选"
          onAct={() => goInstead('dwelling/claim')}
        />
      )}
      {said ? <Says tone="vermilion">{said}</Says> : null}
      {rescan}
    </Screen>
  )
}
