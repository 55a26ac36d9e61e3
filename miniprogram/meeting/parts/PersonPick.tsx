import type { Output } from '../../../shared/contract'
import { PickLine } from '../../desk/parts/PickLine'

export type People = Output<'meeting.people'>
export type Person = People['items'][number]

/** Chair or recorder, of those who hold an office there. */
export function PersonPick(props: {
  label: string
  people: readonly Person[]
  value: string | undefined
  /** How the one is called who was named before, where the list no longer has them. */
  now?: string
  error?: string
  onChange(personId: string): void
}) {
  const { people, value, now } = props
  const isListed = people.some((p) => p.personId === value)
  return (
    <PickLine
      label={props.label}
      options={people.map((p) => ({ value: p.personId, label: p.name || p.office, hint: p.office }))}
      value={value}
      without={value !== undefined && !isListed && now !== undefined ? now : '还没有定'}
      error={props.error}
      onChange={props.onChange}
    />
  )
}
