import { View } from '@tarojs/components'
import { useFind } from '../../desk/parts/useFind'
import { useList } from '../../kernel/load'
import { Choice, PlainButton, Quiet, TextField } from '../../kernel/ui'
import type { Books } from './books'

export interface PickedHome {
  homeId: string
  label: string
}

/** A home of the compound, found by a part of its door number. */
export function HomePick(props: {
  books: Books
  value: PickedHome | undefined
  onChange(home: PickedHome): void
  error?: string
}) {
  const { value } = props
  const { typed, type, find } = useFind()
  const list = useList('home.list', find ? { ...props.books, find } : null)
  const found = list.items.map((h) => ({ value: h.homeId, label: h.label }))
  const shown =
    value && !found.some((o) => o.value === value.homeId) ? [{ value: value.homeId, label: value.label }] : []
  return (
    <View className="d-detail">
      <TextField label="找一户" value={typed} onInput={type} max={20} placeholder="比如 9栋 或 701" />
      {find && list.state === 'ready' && found.length === 0 ? <Quiet>{`没有找到“${find}”`}</Quiet> : null}
      {list.error ? <Quiet>{list.error.message}</Quiet> : null}
      {found.length + shown.length > 0 || props.error ? (
        <Choice
          label="哪一户"
          options={[...shown, ...found]}
          value={value?.homeId}
          error={props.error}
          onChange={(homeId) => {
            const home = list.items.find((h) => h.homeId === homeId)
            if (home) props.onChange({ homeId, label: home.label })
          }}
        />
      ) : null}
      {list.items.length > 0 && !list.done ? (
        <PlainButton onTap={list.more} busy={list.loadingMore}>
          再看一些
        </PlainButton>
      ) : null}
    </View>
  )
}
