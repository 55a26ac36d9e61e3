import { useCallback } from 'react'
import type { Input, Output } from '../../../shared/contract'
import type { ChosenSheet } from '../../desk/parts/sendSheet'
import { type Import, type ImportWays, useImport } from '../../desk/parts/useImport'
import { call } from '../../kernel/api'

export type RosterView = Output<'slip.preview'>
export interface Roster extends Import<RosterView> {
  start(unitId: string, sheet: ChosenSheet, expires: string): Promise<void>
}

const ways: ImportWays<Input<'slip.preview'>, RosterView> = {
  preview: (key) => call('slip.preview', key),
  takeIn: (key) => call('slip.import', key),
  outdated: 'roster_outdated',
}

/** The import of a unit's roster: a slip for each line. */
export function useRoster(): Roster {
  const work = useImport(ways)
  const { start: begin } = work
  const start = useCallback(
    (unitId: string, sheet: ChosenSheet, expires: string) =>
      begin(sheet, async () => {
        const { id, name: fileName, bytes } = sheet
        const to = await call('slip.upload', { unitId, id, fileName, bytes, expires })
        return { ...to, key: { unitId, rosterId: to.id } }
      }),
    [begin],
  )
  return { ...work, start }
}
