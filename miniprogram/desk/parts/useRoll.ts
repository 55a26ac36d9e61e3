import { useCallback } from 'react'
import type { Input, Output } from '../../../shared/contract'
import { call } from '../../kernel/api'
import type { ChosenSheet } from './sendSheet'
import { type Import, type ImportStep, type ImportWays, useImport } from './useImport'

export type RollView = Output<'roll.preview'>
export type RollStep = ImportStep
export interface Roll extends Import<RollView> {
  start(compoundId: string, sheet: ChosenSheet): Promise<void>
}

const ways: ImportWays<Input<'roll.preview'>, RollView> = {
  preview: (key) => call('roll.preview', key),
  takeIn: (key) => call('roll.import', key),
  outdated: 'roll_outdated',
}

/** The import of a compound's roll. */
export function useRoll(communityId: string | undefined): Roll {
  const work = useImport(ways)
  const { start: begin } = work
  const start = useCallback(
    async (compoundId: string, sheet: ChosenSheet) => {
      if (communityId === undefined) return
      await begin(sheet, async () => {
        const { id, name: fileName, bytes } = sheet
        const to = await call('roll.upload', { communityId, compoundId, id, fileName, bytes })
        return { ...to, key: { communityId, rollId: to.id } }
      })
    },
    [communityId, begin],
  )
  return { ...work, start }
}
