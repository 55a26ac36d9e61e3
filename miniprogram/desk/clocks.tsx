import { View } from '@tarojs/components'
import { useState } from 'react'
import { categories, categoryWords, urgencies, urgencyWords } from '../../shared/whistle/categories'
import { useLoad } from '../kernel/load'
import { useMe } from '../kernel/session'
import {
  Card,
  Chip,
  type Column,
  Faces,
  Heading,
  Quiet,
  Row,
  Says,
  Screen,
  Sheet,
  Table,
  useWide,
} from '../kernel/ui'
import { ClockForm } from './parts/ClockForm'
import { type ClockLine, lineKey, sayLimit, sayLine } from './parts/clockWords'
import { useCommunity } from './parts/community'
import { NotYours } from './parts/NotYours'
import { CommunityPick } from './parts/PlacePick'
import { QuotaForm, sayQuota } from './parts/QuotaForm'
import './parts/desk.scss'

const Own = () => <Chip tone="pine">本社区定的</Chip>

const columns: readonly Column<ClockLine>[] = [
  {
    key: 'category',
    title: '什么事',
    render: (c) => categoryWords[c.category],
    sort: (c) => categories.indexOf(c.category),
  },
  {
    key: 'urgency',
    title: '急不急',
    render: (c) => urgencyWords[c.urgency],
    sort: (c) => urgencies.indexOf(c.urgency),
  },
  { key: 'response', title: '到现场', render: (c) => sayLimit(c.response) },
  { key: 'resolution', title: '办好', render: (c) => sayLimit(c.resolution) },
  {
    key: 'own',
    title: '谁定的',
    render: (c) => (c.own ? <Own /> : '一般规定'),
    sort: (c) => Number(!c.own),
  },
]

const sayLimits = (c: ClockLine) => `到现场 ${sayLimit(c.response)}，办好 ${sayLimit(c.resolution)}`

/** By when somebody has to be there and be done, for each kind of matter. */
export default function Clocks() {
  const wide = useWide()
  const { can } = useMe()
  const here = useCommunity('whistle.clocks')
  const { communityId } = here
  const clocks = useLoad('whistle.clocks', communityId ? { communityId } : null)
  const [open, setOpen] = useState<ClockLine | 'quota'>()
  const line = open === 'quota' ? undefined : open
  const [note, setNote] = useState<string>()

  if (communityId === undefined)
    return (
      <Screen title="办理时限">
        <NotYours what="看办理时限" />
      </Screen>
    )
  const maySet = can('whistle.setClock', { communityId })
  const mayQuota = can('whistle.setQuota', { communityId })
  const onOpen = (what: ClockLine | 'quota') => {
    setNote(undefined)
    setOpen(what)
  }
  const onClose = () => setOpen(undefined)
  const onSaved = (says: string) => {
    onClose()
    setNote(says)
    clocks.reload()
  }
  return (
    <Screen title="办理时限" wide>
      <CommunityPick
        here={{
          ...here,
          pick: (id) => {
            setNote(undefined)
            here.pick(id)
          },
        }}
      />
      <Quiet>
        {maySet
          ? '每一类事多久要有人到现场，多久要办好。点一行可以改成本社区自己的。'
          : '每一类事多久要有人到现场，多久要办好。由社区工作者来定。'}
      </Quiet>
      {note && <Says tone="pine">{`已经定好。${note}`}</Says>}
      <Faces
        of={clocks}
        lines={6}
        isEmpty={({ items }) => items.length === 0}
        empty={{ says: '还没有时限', more: '请过一会儿再来看。' }}
      >
        {({ items }) =>
          wide ? (
            <Table
              columns={columns}
              rows={items}
              rowKey={lineKey}
              {...(maySet ? { onOpen } : {})}
              find={(c) => `${categoryWords[c.category]} ${urgencyWords[c.urgency]}`}
              label="办理时限"
            />
          ) : (
            categories.map((category) => (
              <Card key={category}>
                <Heading>{categoryWords[category]}</Heading>
                {items
                  .filter((c) => c.category === category)
                  .map((c) => (
                    <Row
                      key={c.urgency}
                      left={urgencyWords[c.urgency]}
                      quiet={
                        <>
                          <View>{`到现场 ${sayLimit(c.response)}`}</View>
                          <View>{`办好 ${sayLimit(c.resolution)}`}</View>
                        </>
                      }
                      chip={c.own && <Own />}
                      label={`${sayLine(c)}，${sayLimits(c)}${c.own ? '，本社区定的' : ''}${maySet ? '，改' : ''}`}
                      {...(maySet ? { onTap: () => onOpen(c) } : {})}
                    />
                  ))}
              </Card>
            ))
          )
        }
      </Faces>
      {clocks.data ? (
        <Card>
          <Row
            left="一天能吹几次哨"
            quiet={sayQuota(clocks.data.quota)}
            chip={clocks.data.quota.own && <Own />}
            label={`一天能吹几次哨：${sayQuota(clocks.data.quota)}${mayQuota ? '，改' : ''}`}
            {...(mayQuota ? { onTap: () => onOpen('quota') } : {})}
          />
        </Card>
      ) : null}
      <Sheet open={line !== undefined} title={line ? sayLine(line) : ''} onClose={onClose}>
        {line && (
          <ClockForm
            key={lineKey(line)}
            communityId={communityId}
            line={line}
            onSaved={onSaved}
            onClose={onClose}
          />
        )}
      </Sheet>
      <Sheet open={open === 'quota'} title="一天能吹几次哨" onClose={onClose}>
        {open === 'quota' && clocks.data ? (
          <QuotaForm
            communityId={communityId}
            quota={clocks.data.quota}
            onSaved={onSaved}
            onClose={onClose}
          />
        ) : null}
      </Sheet>
    </Screen>
  )
}
