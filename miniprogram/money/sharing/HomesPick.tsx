import { View } from '@tarojs/components'
import { useState } from 'react'
import { PickLine } from '../../desk/parts/PickLine'
import { useLoad } from '../../kernel/load'
import { Card, Faces, Label, Quiet, Tap } from '../../kernel/ui'
import type { Books } from '../parts/books'

export interface ShareHome {
  homeId: string
  label: string
  floor: number | null
}

/** 701 is on the seventh floor, 1203 on the twelfth. */
export function floorOf(label: string): number | null {
  const m = /(\d{1,2})\d{2}$/.exec(label)
  return m ? Number(m[1]) : null
}

/** All homes of an entrance or a house; single ones are taken out by a tap. */
export function HomesPick(props: {
  books: Books
  value: readonly ShareHome[]
  onChange(homes: readonly ShareHome[]): void
  error?: string
}) {
  const { books, value, onChange } = props
  const { communityId } = books
  const tree = useLoad('place.tree', { communityId })
  const [buildingId, setBuilding] = useState<string>()
  const [entranceId, setEntrance] = useState<string>()
  const buildings = tree.data?.compounds.find((c) => c.compoundId === books.compoundId)?.buildings ?? []
  const entrances = buildings.find((b) => b.buildingId === buildingId)?.entrances ?? []
  // a house of one entrance needs no second question; one of none has its doors on the street
  const parentId = entranceId ?? (entrances.length > 1 ? undefined : (entrances[0]?.entranceId ?? buildingId))
  const doors = useLoad('place.directory', parentId ? { level: 'home', communityId, parentId } : null)
  return (
    <Faces of={tree} lines={1}>
      {() => {
        const homes = (doors.data?.items ?? []).map((h): ShareHome => {
          const label = h.under || h.name
          return { homeId: h.id, label, floor: floorOf(label) }
        })
        const has = (home: ShareHome) => value.some((h) => h.homeId === home.homeId)
        return (
          <>
            <PickLine
              label="哪一栋"
              options={buildings.map((b) => ({ value: b.buildingId, label: b.name }))}
              value={buildingId}
              without="选一栋"
              onChange={(id) => {
                setBuilding(id)
                setEntrance(undefined)
                onChange([])
              }}
            />
            {entrances.length > 1 ? (
              <PickLine
                label="哪个单元"
                options={entrances.map((e) => ({ value: e.entranceId, label: e.name }))}
                value={entranceId}
                without="选一个单元"
                onChange={(id) => {
                  setEntrance(id)
                  onChange([])
                }}
              />
            ) : null}
            {homes.length > 0 ? (
              <Card>
                <Label>{`一起摊的 ${value.length} 户`}</Label>
                <View className="d-tags">
                  <Tap
                    className="d-tag"
                    onTap={() => onChange(value.length === homes.length ? [] : homes)}
                    label={value.length === homes.length ? '都不选' : '全选'}
                  >
                    {value.length === homes.length ? '都不选' : `全选 ${homes.length} 户`}
                  </Tap>
                  {homes.map((home) => (
                    <Tap
                      key={home.homeId}
                      role="checkbox"
                      checked={has(home)}
                      className={`d-tag y-home${has(home) ? ' is-on' : ''}`}
                      label={home.label}
                      onTap={() =>
                        onChange(
                          has(home)
                            ? value.filter((h) => h.homeId !== home.homeId)
                            : homes.filter((h) => h.homeId === home.homeId || has(h)),
                        )
                      }
                    >
                      {`${has(home) ? '✓ ' : ''}${home.label}`}
                    </Tap>
                  ))}
                </View>
              </Card>
            ) : parentId && doors.error ? (
              <Quiet>{doors.error.message}</Quiet>
            ) : null}
            {props.error ? (
              <View className="k-wrong" ariaRole="alert">
                {props.error}
              </View>
            ) : null}
          </>
        )
      }}
    </Faces>
  )
}
