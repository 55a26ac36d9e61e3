import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Scope } from '../../../shared/role/roles'
import { Choice, Row, Sheet, TextField } from '../../kernel/ui'
import type { CommunityHere } from './community'
import { type Option, scopeWords } from './scopes'
import type { SubdistrictHere } from './subdistrict'

const findFrom = 8

/** Which place is being worked on, and another instead. Not shown to those who have only one. */
function PlacePick(props: {
  scope: Scope
  options: readonly Option[]
  value: string | undefined
  name: string
  pick(id: string): void
}) {
  const word = scopeWords[props.scope]
  const [open, setOpen] = useState(false)
  const [find, setFind] = useState('')
  if (props.options.length < 2) return null
  const shown = props.options.filter((o) => o.label.includes(find.trim()))
  return (
    <View>
      <Row
        left={props.name}
        right={`换一个${word}`}
        label={`现在是${props.name}，换一个${word}`}
        onTap={() => setOpen(true)}
      />
      <Sheet open={open} title={`换一个${word}`} onClose={() => setOpen(false)}>
        {props.options.length > findFrom && (
          <TextField label={`找${word}`} value={find} onInput={setFind} max={20} />
        )}
        <Choice
          label={word}
          options={shown}
          value={props.value}
          onChange={(id) => {
            props.pick(id)
            setOpen(false)
          }}
        />
      </Sheet>
    </View>
  )
}

export const CommunityPick = ({ here }: { here: CommunityHere }) => (
  <PlacePick
    scope="community"
    options={here.communities}
    value={here.communityId}
    name={here.name}
    pick={here.pick}
  />
)

export const SubdistrictPick = ({ here }: { here: SubdistrictHere }) =>
  here.subdistrictId === undefined ? null : (
    <PlacePick
      scope="subdistrict"
      options={here.options}
      value={here.subdistrictId}
      name={here.name}
      pick={here.pick}
    />
  )
