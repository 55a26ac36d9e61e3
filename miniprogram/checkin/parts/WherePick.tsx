import { View } from '@tarojs/components'
import { useState } from 'react'
import { Choice, Row, Sheet, TextField } from '../../kernel/ui'

export interface Where {
  communityId: string
  community: string
  homeId?: string
}
export interface Suggested extends Where {
  home: string
  homeId: string
}
export interface Other {
  communityId: string
  community: string
  subdistrict?: string
}
const findFrom = 8
const elsewhere = 'elsewhere'

/** At which community: where the member's homes are comes first, then any of the district. */
export function WherePick(props: {
  suggested: readonly Suggested[]
  others: readonly Other[]
  value?: Where
  onChange(where: Where): void
  error?: string
}) {
  const { suggested, others, value } = props
  const [open, setOpen] = useState(false)
  const [find, setFind] = useState('')
  const other = value !== undefined && value.homeId === undefined ? value : undefined
  const shown = others.filter((o) => `${o.community}${o.subdistrict ?? ''}`.includes(find.trim()))
  const list = (
    <Sheet open={open} title="选社区" onClose={() => setOpen(false)}>
      {others.length > findFrom ? <TextField label="找社区" value={find} onInput={setFind} max={20} /> : null}
      <Choice
        label="社区"
        options={shown.map((o) => ({ value: o.communityId, label: o.community, hint: o.subdistrict }))}
        value={other?.communityId}
        onChange={(communityId) => {
          const picked = others.find((o) => o.communityId === communityId)
          if (picked) props.onChange({ communityId, community: picked.community })
          setOpen(false)
        }}
      />
    </Sheet>
  )
  if (suggested.length === 0)
    return (
      <View className="k-field">
        <View className="k-label">到哪个社区报到</View>
        <View className="d-filter">
          <Row
            left={other?.community ?? '选你住的社区'}
            label={`到哪个社区报到：${other?.community ?? '还没选'}，选`}
            onTap={() => setOpen(true)}
          />
        </View>
        {props.error ? (
          <View className="k-wrong" ariaRole="alert">
            {props.error}
          </View>
        ) : null}
        {list}
      </View>
    )
  return (
    <>
      <Choice
        label="到哪个社区报到"
        options={[
          ...suggested.map((s) => ({ value: s.homeId, label: s.community, hint: `你住在${s.home}` })),
          {
            value: elsewhere,
            label: other ? other.community : '别的社区',
            hint: other ? '再点一下可以换' : '住在别处，或还没认领住户',
          },
        ]}
        value={value?.homeId ?? (other ? elsewhere : undefined)}
        error={props.error}
        onChange={(picked) => {
          const home = suggested.find((s) => s.homeId === picked)
          if (home)
            props.onChange({ communityId: home.communityId, community: home.community, homeId: home.homeId })
          else setOpen(true)
        }}
      />
      {list}
    </>
  )
}
