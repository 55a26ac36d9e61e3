import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { lineId } from '../../desk/parts/useWalk'
import { Chip, Quiet, Tap, type Tone } from '../../kernel/ui'
import './money.scss'

/** How a line stands in a list beside which one is open, and which is walked by keys. */
export interface Marks {
  isOpen: boolean
  isAt: boolean
  onOpen(): void
}

export interface Stand {
  tone: Tone
  says: string
}

/** One line of a list of the books: what it is, what more there is to say, its state, its sum. */
export function BooksLine(
  props: {
    id: string
    title: string
    under?: readonly (string | null | undefined | false)[]
    stand?: Stand
    sum?: string
    isOut?: boolean
    children?: ReactNode
  } & Marks,
) {
  const { title, stand, sum } = props
  const under = (props.under ?? []).filter((says): says is string => Boolean(says))
  return (
    <View
      className={`y-item${props.isOpen ? ' is-on' : ''}${props.isAt ? ' is-at' : ''}`}
      id={lineId(props.id)}
    >
      <Tap
        className="y-item-open d-line-open"
        label={[title, sum && `${sum} 元`, stand?.says, '打开'].filter(Boolean).join('，')}
        onTap={props.onOpen}
      >
        <View className="y-item-words">
          <View className="y-item-title">{title}</View>
          {under.map((says) => (
            <Quiet key={says}>{says}</Quiet>
          ))}
          {stand ? (
            <View>
              <Chip tone={stand.tone}>{stand.says}</Chip>
            </View>
          ) : null}
          {props.children}
        </View>
        {sum ? <View className={`y-item-right y-amount${props.isOut ? ' is-out' : ''}`}>{sum}</View> : null}
      </Tap>
    </View>
  )
}
