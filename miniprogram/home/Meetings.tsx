import { View } from '@tarojs/components'
import type { Output } from '../../shared/contract'
import { go } from '../kernel/go'
import { useLoad } from '../kernel/load'
import { Card, Chip, Faces, Heading, LinkWord, Quiet, Row } from '../kernel/ui'
import { phaseOf, sayMoment, sayPlace, saySoon } from '../meeting/parts/words'
import { useUnsentBooks, waitsIn } from '../meeting/writing/book'
import { beside } from '../whistle/parts/words'

type Mine = Output<'meeting.mine'>['items'][number]

const open = ({ communityId, meetingId }: Mine) => go('meeting/one', { communityId, meetingId })

const none = (
  <Card onTap={() => go('meeting/list')} label="楼里的会，还没有请你的会，看全部">
    <Row left={<Heading>楼里的会</Heading>} quiet="眼下没有请你来的会。排了会，时间地点写在这里。" />
  </Card>
)

/** The next meeting to which the reader is invited; when people come in, the way to sign in. */
export function NextMeeting({ isResident }: { isResident: boolean }) {
  const mine = useLoad('meeting.mine', {})
  // whoever works here has other things to see first
  if (!isResident && !mine.data?.items.length) return null
  const now = new Date()
  return (
    <Faces of={mine} lines={1}>
      {({ items }) => {
        const next = items[0]
        if (next === undefined) return none
        const isOn = phaseOf(next, now) === 'during'
        const chip = isOn ? '可以签到了' : saySoon(next.startsAt, now)
        return (
          <Card>
            <View className="k-row">
              <Heading>楼里的会</Heading>
              <LinkWord onTap={() => go('meeting/list')} label="楼里的会，看全部">
                看全部
              </LinkWord>
            </View>
            <Row
              left={next.title}
              quiet={beside(sayMoment(next.startsAt, now), sayPlace(next), next.attended && '你已签到')}
              chip={
                chip && !next.attended ? <Chip tone={isOn ? 'vermilion' : 'sun'}>{chip}</Chip> : undefined
              }
              label={`${next.title}，${sayMoment(next.startsAt, now)}${isOn ? '，去签到' : '，打开'}`}
              onTap={() => open(next)}
            />
            {items.length > 1 ? <Quiet>{`后面还有 ${items.length - 1} 次请你的会。`}</Quiet> : null}
          </Card>
        )
      }}
    </Faces>
  )
}

/** Minutes that were written without signal and are not all sent: the way back to them. */
export function UnsentMinutes() {
  const books = useUnsentBooks()
  return (
    <>
      {books.map((book) => {
        const { communityId, meetingId, title } = book
        return (
          <Card
            key={meetingId}
            label={`${title}的纪要还有 ${waitsIn(book)} 条没传上去，去看看`}
            onTap={() => go('meeting/write', { communityId, meetingId })}
          >
            <Row
              left={<Heading>纪要还没传完</Heading>}
              quiet={`${title}，还有 ${waitsIn(book)} 条存在这台手机里`}
              chip={<Chip tone="vermilion">没传完</Chip>}
            />
          </Card>
        )
      })}
    </>
  )
}
