import { View } from '@tarojs/components'
import { sayWhen } from '../../../shared/kernel/time'
import { useAct } from '../../kernel/act'
import { goInstead } from '../../kernel/go'
import { addressOf, Picture, showPictures } from '../../kernel/photos'
import { Refusal } from '../../kernel/refused'
import { Chip, Heading, PlainButton, Quiet, Refused, Tap } from '../../kernel/ui'
import { beside, sayJoined, sayState, toneOf } from '../parts/words'
import type { Similar } from './useSimilar'

const wordsShown = 120
const shorten = (words: string) => (words.length > wordsShown ? `${words.slice(0, wordsShown)}…` : words)

/** 是不是同一件事? One that others have reported is joined instead of told again. */
export function SameThing({
  items,
  anonymous,
  onJoined,
}: {
  items: readonly Similar[]
  anonymous: boolean
  /** What was written is no longer needed. */
  onJoined: () => void
}) {
  const join = useAct('whistle.join')
  const now = new Date()
  const open = ({ communityId, whistleId }: Similar) => goInstead('whistle/one', { communityId, whistleId })
  const joinIt = async (one: Similar) => {
    const { communityId, whistleId } = one
    const isIn = (reason: unknown) => reason instanceof Refusal && reason.code === 'joined_already'
    let already = false
    const joined = await join.run({ communityId, whistleId, anonymous }, (reason) => {
      already = isIn(reason)
      return already
    })
    if (!joined && !already) return
    onJoined()
    open(one)
  }
  if (items.length === 0) return null
  return (
    <View className="same" ariaRole="region" ariaLabel="是不是同一件事">
      <Heading>是不是同一件事？</Heading>
      {items.map((one) => {
        const photo = addressOf(one.photo)
        return (
          <View className="same-one" key={one.whistleId}>
            {photo ? (
              <Tap
                className="same-photo"
                label={`${one.title}，放大看照片`}
                onTap={() => showPictures([photo], photo)}
              >
                <Picture address={photo} name={one.title} />
              </Tap>
            ) : null}
            <View className="k-row-words">
              <View>{one.words ? shorten(one.words) : one.title}</View>
              <Quiet className="k-pieces">
                {beside(one.place, sayWhen(new Date(one.submittedAt), now), sayJoined(one.joined))}
              </Quiet>
              <Chip tone={toneOf(one.state, false)}>{sayState(one.state, false)}</Chip>
            </View>
            {one.mine ? (
              <PlainButton onTap={() => open(one)} label={`这件你已经在了，去看看：${one.title}`}>
                这件你已经在了，去看看
              </PlainButton>
            ) : (
              <PlainButton
                tone="vermilion"
                busy={join.busy}
                onTap={() => void joinIt(one)}
                label={`就是这件，我也遇到：${one.title}`}
              >
                就是这件，我也遇到
              </PlainButton>
            )}
          </View>
        )
      })}
      <Refused by={join.refusal} />
      <Quiet>不是同一件，就接着吹你的哨。</Quiet>
    </View>
  )
}
