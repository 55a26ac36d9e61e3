import type { Output } from '../../../shared/contract'
import { Card, Chip, type Column, Faces, Quiet, Row, Table, useWide } from '../../kernel/ui'
import { saySignedIn, sum } from './figures'
import { Short } from './Short'
import { sayCount } from './says'
import type { SubdistrictHere } from './subdistrict'

type Subdistrict = Output<'place.subdistricts'>['items'][number]

const sayCommunities = (s: Subdistrict) =>
  s.communities === 0 ? '还没有登记社区' : `${sayCount(s.communities)} 个社区`
const sayPlaces = (s: Subdistrict) =>
  s.communities === 0 ? sayCommunities(s) : `${sayCommunities(s)}，${saySignedIn(s)}`

const Waiting = ({ of }: { of: Subdistrict }) =>
  of.claimsWaiting === 0 ? null : <Chip tone="sun">{`${sayCount(of.claimsWaiting)} 份在等`}</Chip>

const columns: readonly Column<Subdistrict>[] = [
  { key: 'name', title: '街道', render: (s) => <Short>{s.name}</Short>, sort: (s) => s.name },
  { key: 'communities', title: '社区', render: sayCommunities, sort: (s) => s.communities },
  { key: 'homes', title: '住户', render: saySignedIn, sort: (s) => s.homes },
  {
    key: 'claims',
    title: '认领',
    render: (s) => (s.claimsWaiting === 0 ? '没有在等的' : <Waiting of={s} />),
    sort: (s) => s.claimsWaiting,
  },
]

/** The subdistricts of the district, each in a sentence; one is opened. */
export function Subdistricts(props: { here: SubdistrictHere; onOpen(subdistrictId: string): void }) {
  const wide = useWide()
  return (
    <Faces
      of={props.here.list}
      lines={4}
      isEmpty={({ items }) => items.length === 0}
      empty={{ says: '区里还没有登记街道', more: '街道由系统管理人员登记。' }}
    >
      {({ items }) => (
        <>
          <Quiet>
            {`${items.length} 个街道，一共 ${saySignedIn({
              homes: sum(items, (s) => s.homes),
              boundHomes: sum(items, (s) => s.boundHomes),
            })}`}
          </Quiet>
          {wide ? (
            <Table
              columns={columns}
              rows={items}
              rowKey={(s) => s.subdistrictId}
              onOpen={(s) => props.onOpen(s.subdistrictId)}
              find={(s) => s.name}
              label="各街道的情况"
            />
          ) : (
            <Card>
              {items.map((s) => (
                <Row
                  key={s.subdistrictId}
                  left={s.name}
                  quiet={sayPlaces(s)}
                  chip={s.claimsWaiting > 0 && <Waiting of={s} />}
                  onTap={() => props.onOpen(s.subdistrictId)}
                />
              ))}
            </Card>
          )}
        </>
      )}
    </Faces>
  )
}
