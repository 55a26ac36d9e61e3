import { View } from '@tarojs/components'
import { type Grouping, groupingWords, type Rate } from '../../../shared/rates/definitions'
import type { Share } from '../../../shared/rates/words'
import { type Column, PlainButton, Quiet, Table, useWide } from '../../kernel/ui'
import { GroupCard } from './RateCards'
import type { Told } from './ratesOf'
import { Segments } from './Segments'
import { Short } from './Short'
import { sayCount } from './says'
import './rates.scss'

type Group = Told['rows'][number]

/** 83 件中 71 件, for a cell; a sentence of its own where nothing counts. */
const Cell = ({ share }: { share: Share }) => (
  <Short>
    {share.denominator === 0 ? '—' : `${sayCount(share.denominator)} 件中 ${sayCount(share.numerator)} 件`}
    {share.unanswered > 0 && <Quiet>{`${sayCount(share.unanswered)} 件没人评价`}</Quiet>}
  </Short>
)
const portion = ({ numerator, denominator }: Share): number =>
  denominator === 0 ? -1 : numerator / denominator

const columnsBy = (by: Grouping): readonly Column<Group>[] => [
  { key: 'name', title: groupingWords[by].slice(1), render: (g) => g.name, sort: (g) => g.name },
  ...(
    [
      ['response', '准时到场'],
      ['resolved', '修好了'],
      ['satisfied', '满意'],
    ] as const
  ).map(([rate, title]) => ({
    key: rate,
    title,
    render: (g: Group) => <Cell share={g.shares[rate]} />,
    sort: (g: Group) => portion(g.shares[rate]),
  })),
]

/** The rates group by group, in one of several ways. */
export function RateGroups(props: {
  told: Told
  by: Grouping
  groupings: readonly Grouping[]
  onBy(by: Grouping): void
  onOpen(group: Group, rate: Rate): void
  selected?: string
  /** Goes into a group, where it is a place with numbers of its own. */
  onEnter?(group: Group): void
}) {
  const { told, by, onOpen, onEnter } = props
  const wide = useWide()
  const firstOf = (g: Group): Rate =>
    (['response', 'resolved', 'satisfied'] as const).find((r) => g.shares[r].denominator > 0) ?? 'response'
  return (
    <View className="d-detail">
      <Segments
        label="怎么分"
        options={props.groupings.map((value) => ({ value, label: groupingWords[value] }))}
        value={by}
        onChange={props.onBy}
      />
      {told.groupedBy && <Quiet>{told.groupedBy}</Quiet>}
      {told.rows.length === 0 && <Quiet>这段时间里还没有能算的哨。</Quiet>}
      {wide && told.rows.length > 0 && (
        <Table
          columns={columnsBy(by)}
          rows={told.rows}
          rowKey={(g) => g.group}
          onOpen={(g) => onOpen(g, firstOf(g))}
          selected={props.selected}
          find={(g) => g.name}
          label="三率"
        />
      )}
      {!wide &&
        told.rows.map((g) => (
          <GroupCard key={g.group} name={g.name} shares={g.shares} onOpen={(rate) => onOpen(g, rate)} />
        ))}
      {onEnter && told.rows.length > 0 && (
        <View className="d-acts is-small">
          {told.rows.map((g) => (
            <PlainButton key={g.group} onTap={() => onEnter(g)}>{`只看${g.name}`}</PlainButton>
          ))}
        </View>
      )}
    </View>
  )
}

/** What the table says, for a spreadsheet. */
export const groupsTable = (told: Told, by: Grouping): string[][] => [
  [groupingWords[by].slice(1), '应到场', '按时到场', '应办结', '修好了', '没人评价', '答了回访', '满意'],
  ...told.rows.map(({ name, shares: { response, resolved, satisfied } }) => [
    name,
    ...[response.denominator, response.numerator, resolved.denominator, resolved.numerator].map(String),
    ...[resolved.unanswered, satisfied.denominator, satisfied.numerator].map(String),
  ]),
]
