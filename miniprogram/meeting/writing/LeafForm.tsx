import { View } from '@tarojs/components'
import { useState } from 'react'
import { itemWordsAtMost } from '../../../shared/minutes/policy'
import { Heading, LinkWord, MainButton, PlainButton, Quiet, Says, TextField } from '../../kernel/ui'
import type { Leaf } from './book'
import { Clash } from './Clash'
import type { Notebook } from './useNotebook'
import './writing.scss'

const titleAtMost = 60
const nearlyFull = 200

const sayRoom = (words: string): string | undefined => {
  const left = itemWordsAtMost - words.length
  return left <= nearlyFull ? `还能写 ${left} 个字，再多请另记一条` : undefined
}

/** One item, written while people speak: kept with every stroke, sent when the hand rests. */
export function LeafForm(props: {
  leaf: Leaf
  hint?: string
  notebook: Notebook
  next: Leaf | undefined
  onNext(): void
  onClose?: () => void
}) {
  const { leaf, notebook, next } = props
  const [namesIt, setNamesIt] = useState(leaf.title.trim() === '')
  const [restricts, setRestricts] = useState(leaf.restricted !== '')
  const [strikes, setStrikes] = useState(false)
  const title = leaf.title.trim() || '新的一条'
  const write = (more: Partial<Leaf>) => notebook.write({ ...leaf, ...more })
  const strike = () => {
    if (leaf.revision === 0) notebook.forgetLeaf(leaf.itemId)
    else write({ struck: true })
    props.onClose?.()
  }
  if (leaf.clash || leaf.gone)
    return (
      <View className="mw-form">
        <Heading>{title}</Heading>
        <Clash leaf={leaf} notebook={notebook} />
      </View>
    )
  return (
    <View className="mw-form">
      {namesIt ? (
        <TextField
          label="这一条叫什么"
          value={leaf.title}
          onInput={(typed) => write({ title: typed })}
          max={titleAtMost}
          placeholder="比如 楼道照明"
        />
      ) : (
        <View className="k-row">
          <Heading>{title}</Heading>
          <LinkWord onTap={() => setNamesIt(true)} label={`改“${title}”这个标题`}>
            改标题
          </LinkWord>
        </View>
      )}
      <TextField
        label="说了什么"
        value={leaf.words}
        onInput={(typed) => write({ words: typed })}
        long
        max={itemWordsAtMost}
        hint={sayRoom(leaf.words) ?? props.hint}
      />
      {restricts ? (
        <TextField
          label="不公开的部分"
          value={leaf.restricted}
          onInput={(typed) => write({ restricted: typed })}
          long
          max={itemWordsAtMost}
          hint="点到谁家、谁的事，写在这里：只有到会的人和社区看得到"
        />
      ) : (
        <PlainButton onTap={() => setRestricts(true)}>有不便公开的，另写</PlainButton>
      )}
      {leaf.refusal ? <Says tone="vermilion">{leaf.refusal}</Says> : null}
      {leaf.words.trim() !== '' && leaf.title.trim() === '' ? (
        <Quiet>写上标题才能传上去，现在存在这台手机里。</Quiet>
      ) : null}
      {strikes ? <Says tone="sun">{`“${title}”整条删掉，不能找回来。`}</Says> : null}
      <View className="d-acts">
        {next && !strikes ? (
          <MainButton onTap={props.onNext}>{`下一条：${next.title.trim() || '新的一条'}`}</MainButton>
        ) : null}
        {strikes ? (
          <>
            <PlainButton tone="vermilion" onTap={strike}>
              删掉这一条
            </PlainButton>
            <PlainButton onTap={() => setStrikes(false)}>不删</PlainButton>
          </>
        ) : (
          <>
            {props.onClose ? <PlainButton onTap={props.onClose}>先收起</PlainButton> : null}
            <PlainButton onTap={() => setStrikes(true)}>删掉…</PlainButton>
          </>
        )}
      </View>
    </View>
  )
}
