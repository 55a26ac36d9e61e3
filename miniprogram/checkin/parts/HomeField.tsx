import { Choice } from '../../kernel/ui'

const none = 'none'

/** Which home is theirs; not telling it is an answer too. */
export function HomeField(props: {
  homes: readonly { homeId: string; home: string }[]
  value: string | undefined
  onChange(homeId: string | undefined): void
}) {
  if (props.homes.length === 0) return null
  return (
    <Choice
      label="住在哪一户"
      options={[
        ...props.homes.map((h) => ({ value: h.homeId, label: h.home })),
        { value: none, label: '先不写' },
      ]}
      value={props.value ?? none}
      onChange={(picked) => props.onChange(picked === none ? undefined : picked)}
    />
  )
}
