import { z } from 'zod/mini'
import { endpoint } from '../kernel/endpoint'
import { id, text } from '../kernel/fields'
import { rollStates } from './states'

/** A roll has one line for each home and person; a file larger than this is refused before it is read. */
export const rollFileBytes = 10 * 1024 * 1024
export const rollLinesAtMost = 20_000

const problem = z.object({ line: z.int(), field: z.string(), reason: z.string() })
export const rollView = z.object({
  rollId: id,
  fileName: z.string(),
  state: z.enum(rollStates),
  lines: z.int(),
  /** How many lines have been looked at so far. */
  checked: z.int(),
  bad: z.int(),
  problems: z.array(problem),
  /** What taking it in would add or change; known once all lines are checked. */
  adds: z.nullable(
    z.object({
      buildings: z.int(),
      entrances: z.int(),
      homes: z.int(),
      people: z.int(),
      changed: z.int(),
      same: z.int(),
    }),
  ),
})

export const roll = {
  /** Opens an import and answers where the file goes, and until when. */
  'roll.upload': endpoint({
    method: 'POST',
    path: '/api/c/{communityId}/compounds/{compoundId}/rolls',
    input: z.strictObject({
      communityId: id,
      compoundId: id,
      id,
      fileName: text(120),
      bytes: z.int().check(z.minimum(1), z.maximum(rollFileBytes, '文件最大 10 MB')),
    }),
    output: z.object({ id, url: z.string(), fields: z.record(z.string(), z.string()) }),
    refusals: ['id_taken', 'compound_ended'],
  }),
  /** Reads the next piece of the file; called again until `state` is ready or refused. */
  'roll.preview': endpoint({
    method: 'POST',
    path: '/api/c/{communityId}/rolls/{rollId}/preview',
    input: z.strictObject({ communityId: id, rollId: id }),
    output: rollView,
    refusals: [
      'roll_file_missing',
      'roll_unreadable',
      'roll_empty',
      'roll_headings',
      'roll_too_long',
      'roll_merged',
    ],
  }),
  'roll.get': endpoint({
    method: 'GET',
    path: '/api/c/{communityId}/rolls/{rollId}',
    input: z.strictObject({ communityId: id, rollId: id }),
    output: rollView,
  }),
  /** Takes all of it in, once. */
  'roll.import': endpoint({
    method: 'POST',
    path: '/api/c/{communityId}/rolls/{rollId}/import',
    input: z.strictObject({ communityId: id, rollId: id }),
    output: rollView,
    refusals: ['roll_unchecked', 'roll_has_problems', 'roll_outdated', 'compound_ended'],
  }),
}
