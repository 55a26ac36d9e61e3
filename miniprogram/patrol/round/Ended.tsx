import { go, goInstead } from '../../kernel/go'
import { useOnline } from '../../kernel/network'
import { photosHere } from '../../kernel/photos'
import { useStore } from '../../kernel/store'
import { Card, Heading, MainButton, PlainButton, Quiet, Says, Screen } from '../../kernel/ui'
import { countOf, type Round, stopsLeft, useRounds } from '../kept/round'
import { minutesOf, sayMinutes, sayWaits } from '../kept/words'

/** Over: what was walked, and what of it is still only on this phone. */
export function Ended({ was }: { was: Round }) {
  const round = useRounds().find((r) => r.roundId === was.roundId)
  const isOnline = useOnline()
  // what waits gets less while its photos go
  useStore(photosHere)
  const left = stopsLeft(was).length
  const waits = round && sayWaits(round)
  const { communityId, roundId } = was
  return (
    <Screen
      title="走完了"
      offline="没有信号，记录都在手机上"
      foot={<MainButton onTap={() => go('home/index')}>回首页</MainButton>}
    >
      <Card>
        <Heading>
          {left === 0 ? '每个点都到了' : `到了 ${was.stops.length - left} 个点，漏了 ${left} 个`}
        </Heading>
        <Quiet>{`${was.plan}，走了 ${sayMinutes(minutesOf(was))}，发现 ${countOf(was, 'findings')} 个问题`}</Quiet>
      </Card>
      {waits ? (
        <Says tone="sun">{isOnline ? `${waits}，正在传` : `${waits}，存在这台手机上，有信号时自动传`}</Says>
      ) : (
        <Says tone="pine">都传上去了</Says>
      )}
      {round?.saysClock ? <Says tone="sun">{`${round.saysClock}，记录里会写明`}</Says> : null}
      {round?.saysPhotos ? <Says tone="sun">{`${round.saysPhotos}，会自动接着传`}</Says> : null}
      {round === undefined || round.finishSent ? (
        <PlainButton onTap={() => goInstead('patrol/walked', { communityId, roundId })}>看这一趟</PlainButton>
      ) : (
        <PlainButton onTap={() => go('account/queue')}>看看待传的内容</PlainButton>
      )}
    </Screen>
  )
}
