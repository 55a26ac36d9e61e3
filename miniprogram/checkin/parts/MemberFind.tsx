import { View } from '@tarojs/components'
import { useState } from 'react'
import { useList } from '../../kernel/load'
import { useRested } from '../../kernel/rested'
import { ListFaces, Row, Sheet, TextField } from '../../kernel/ui'
import { beside } from '../../whistle/parts/words'

/** One of the members checked in here, found by name. */
export function MemberFind(props: {
  communityId: string
  value?: { checkinId: string; name: string }
  onChange(member: { checkinId: string; name: string }): void
  error?: string
}) {
  const { communityId, value } = props
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const find = useRested(typed.trim())
  const list = useList('checkin.list', open ? { communityId, only: 'live', ...(find && { find }) } : null)
  return (
    <View className="k-field">
      <View className="k-label">是谁</View>
      <View className="d-filter">
        <Row
          left={value?.name ?? '选一位党员'}
          label={`是谁：${value?.name ?? '还没选'}，选`}
          onTap={() => setOpen(true)}
        />
      </View>
      {props.error ? (
        <View className="k-wrong" ariaRole="alert">
          {props.error}
        </View>
      ) : null}
      <Sheet open={open} title="选一位党员" onClose={() => setOpen(false)}>
        <TextField label="姓名里的字" value={typed} onInput={setTyped} max={30} />
        <ListFaces
          of={list}
          keyOf={(c) => c.checkinId}
          lines={2}
          empty={{ says: find ? `没有找到“${find}”` : '还没有报到的党员' }}
        >
          {(c) => (
            <Row
              left={c.name}
              quiet={beside(c.unit ?? '无职党员', c.home)}
              label={`${c.name}，选`}
              onTap={() => {
                props.onChange({ checkinId: c.checkinId, name: c.name })
                setOpen(false)
              }}
            />
          )}
        </ListFaces>
      </Sheet>
    </View>
  )
}
