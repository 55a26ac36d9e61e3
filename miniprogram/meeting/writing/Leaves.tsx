import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { lineId } from '../../desk/parts/useWalk'
import { Chip, Quiet, Tap, type Tone } from '../../kernel/ui'
import type { Leaf } from './book'
import './writing.scss'

function standOf(leaf: Leaf): { tone: Tone; word: string } | undefined {
  if (leaf.clash || leaf.gone) return { tone: 'vermilion', word: '两边写的不一样' }
  if (leaf.refusal !== undefined) return { tone: 'vermilion', word: '没传上' }
  if (leaf.words.trim() === '') return { tone: 'quiet', word: '还没记' }
  return leaf.waits ? { tone: 'sun', word: '待传' } : undefined
}

const firstAtMost = 44
const firstWords = (words: string): string =>
  words.length > firstAtMost ? `${words.slice(0, firstAtMost)}……` : words

/** What was said, item by item; the one that is open is written in its place, or beside where the screen is wide. */
export function Leaves(props: {
  rows: readonly Leaf[]
  openId: string | undefined
  inline?: (leaf: Leaf) => ReactNode
  onOpen(leaf: Leaf): void
}) {
  const { rows, openId, inline } = props
  if (rows.length === 0)
    return <Quiet>还没有议题，也还没有记。点“另记一条”，或从常用的提纲里选一条开始。</Quiet>
  return (
    <>
      {rows.map((leaf) => {
        const isOpen = leaf.itemId === openId
        const stand = standOf(leaf)
        const title = leaf.title.trim() || '新的一条'
        return (
          <View key={leaf.itemId} id={lineId(leaf.itemId)} className={`mw-leaf${isOpen ? ' is-on' : ''}`}>
            {isOpen && inline ? (
              inline(leaf)
            ) : (
              <Tap
                className="mw-leaf-open"
                label={`${title}${stand ? `，${stand.word}` : ''}，写`}
                onTap={() => props.onOpen(leaf)}
              >
                <View className="mw-leaf-words">
                  <View className="mw-leaf-title">{title}</View>
                  {leaf.words.trim() === '' ? null : <Quiet>{firstWords(leaf.words)}</Quiet>}
                </View>
                {stand ? <Chip tone={stand.tone}>{stand.word}</Chip> : null}
              </Tap>
            )}
          </View>
        )
      })}
    </>
  )
}
