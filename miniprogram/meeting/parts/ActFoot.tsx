import { View } from '@tarojs/components'
import { useState } from 'react'
import { MainButton, PlainButton, Sheet } from '../../kernel/ui'
import './meeting.scss'

export interface FootAct {
  word: string
  onTap(): void
  busy?: boolean
  /** It waits for the reader. */
  urgent?: boolean
}

const besideAtMost = 3

/** One large act that is expected, the others plain; more than a few of them behind 更多, and what is seldom wanted always. */
export function ActFoot({
  main,
  others = [],
  seldom = [],
}: {
  main?: FootAct
  others?: readonly FootAct[]
  seldom?: readonly FootAct[]
}) {
  const [more, setMore] = useState(false)
  if (main === undefined && others.length + seldom.length === 0) return null
  const tooMany = others.length > besideAtMost
  const beside = tooMany ? others.slice(0, besideAtMost - 1) : others
  const behind = [...others.slice(beside.length), ...seldom]
  return (
    <>
      <View className="m-foot">
        {main ? (
          <View className="m-foot-main">
            <MainButton onTap={main.onTap} busy={main.busy} tone={main.urgent ? 'vermilion' : 'pine'}>
              {main.word}
            </MainButton>
          </View>
        ) : null}
        {beside.map((act) => (
          <PlainButton key={act.word} onTap={act.onTap} busy={act.busy}>
            {act.word}
          </PlainButton>
        ))}
        {behind.length > 0 ? <PlainButton onTap={() => setMore(true)}>更多</PlainButton> : null}
      </View>
      <Sheet open={more} title="还可以" onClose={() => setMore(false)}>
        {behind.map((act) => (
          <PlainButton
            key={act.word}
            onTap={() => {
              setMore(false)
              act.onTap()
            }}
          >
            {act.word}
          </PlainButton>
        ))}
      </Sheet>
    </>
  )
}
