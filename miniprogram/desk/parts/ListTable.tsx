import type { Listed, Loaded } from '../../kernel/load'
import { type EmptyProps, Faces, PlainButton, Table, type TableProps } from '../../kernel/ui'

/** A list as one answer, for its faces. */
export const asLoaded = <T,>(of: Listed<T>): Loaded<T[]> => ({
  state: of.state,
  data: of.state === 'ready' ? of.items : undefined,
  error: of.error,
  offline: of.offline,
  reload: of.reload,
})

/** A list read twenty at a time, as a table for the wide screen. */
export function ListTable<T>(props: { of: Listed<T>; empty: EmptyProps } & Omit<TableProps<T>, 'rows'>) {
  const { of, empty, ...table } = props
  return (
    <Faces of={asLoaded(of)} empty={empty} isEmpty={(rows) => rows.length === 0} lines={6}>
      {(rows) => (
        <>
          <Table {...table} rows={rows} />
          {!of.done && (
            <PlainButton onTap={of.more} busy={of.loadingMore}>
              再看一些
            </PlainButton>
          )}
        </>
      )}
    </Faces>
  )
}
