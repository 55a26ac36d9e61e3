import { View } from '@tarojs/components'
import { useState } from 'react'
import { useList } from '../../kernel/load'
import { useRested } from '../../kernel/rested'
import { PlainButton, Quiet, Row, Sheet, TextField } from '../../kernel/ui'

const shownAtMost = 12

/** A home of the community, found by its number; none is an answer too. */
export function HomeFind(props: {
  communityId: string
  value?: { homeId: string; label: string }
  onChange(home: { homeId: string; label: string } | undefined): void
}) {
  const { communityId, value } = props
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const find = useRested(typed.trim())
  const list = useList('home.list', open && find !== '' ? { communityId, find } : null)
  const pick = (home: { homeId: string; label: string } | undefined) => {
    props.onChange(home)
    setOpen(false)
  }
  return (
    <View className="k-field">
      <View className="k-label">住在哪一户（可以不选）</View>
      <View className="d-filter">
        <Row
          left={value?.label ?? '还没选'}
          label={`住在哪一户：${value?.label ?? '还没选'}，选`}
          onTap={() => setOpen(true)}
        />
      </View>
      <Sheet open={open} title="住在哪一户" onClose={() => setOpen(false)}>
        <TextField label="找门牌号" value={typed} onInput={setTyped} max={20} placeholder="比如 9栋 501" />
        {find === '' ? <Quiet>写门牌号里的几个字，就会列出来。</Quiet> : null}
        {find !== '' && list.state === 'ready' && list.items.length === 0 ? (
          <Quiet>没有找到这一户。</Quiet>
        ) : null}
        {list.items.slice(0, shownAtMost).map((h) => (
          <Row
            key={h.homeId}
            left={h.label}
            quiet={h.compound}
            label={`${h.label}，选`}
            onTap={() => pick({ homeId: h.homeId, label: h.label })}
          />
        ))}
        <PlainButton onTap={() => pick(undefined)}>不选</PlainButton>
      </Sheet>
    </View>
  )
}
