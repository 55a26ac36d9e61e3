import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Chip, Quiet, Tap } from '../../kernel/ui'
import { type Due, sayDue } from './due'
import { lineId } from './useWalk'
import './desk.scss'
import './whistles.scss'

/** One whistle in a list of a desk: what, where and when, and how long there is. */
export function WhistleLine(props: {
  id: string
  title: string
  under: readonly string[]
  due: Due
  onOpen(): void
  /** Open beside the list; stood on by the keys. */
  isOpen?: boolean
  isAt?: boolean
  tick?: { on: boolean; turn(): void }
  /** What can be done with it without opening it. */
  children?: ReactNode
}) {
  const { id, title, due, tick } = props
  const under = props.under.filter((words) => words !== '')
  const marks = `${props.isOpen ? ' is-on' : ''}${props.isAt ? ' is-at' : ''}`
  return (
    <View className={`d-line${marks}`} id={lineId(id)}>
      <View className="d-line-top">
        {tick && (
          <Tap
            role="checkbox"
            checked={tick.on}
            className={`d-line-tick${tick.on ? ' is-on' : ''}`}
            label={`选上 ${title}`}
            onTap={tick.turn}
          >
            <View className="d-tick">{tick.on ? '✓' : ''}</View>
          </Tap>
        )}
        <Tap
          className="d-line-open"
          label={[title, ...under, sayDue(due), '打开'].join('，')}
          onTap={props.onOpen}
        >
          <View className="d-line-words">
            <View className="d-line-title">{title}</View>
            {under.map((words) => (
              <Quiet key={words} className="k-pieces">
                {words}
              </Quiet>
            ))}
          </View>
          <View className="d-line-due">
            <Chip tone={due.tone}>{due.says}</Chip>
          </View>
        </Tap>
      </View>
      {props.children}
    </View>
  )
}
