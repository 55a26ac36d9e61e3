import { z } from 'zod/mini'
import { endpoint } from '../kernel/endpoint'
import { id } from '../kernel/fields'

export const revealPurposes = ['contact', 'verify', 'emergency'] as const
export type RevealPurpose = (typeof revealPurposes)[number]
export const revealPurposeWords: Record<RevealPurpose, string> = {
  contact: '联系办事',
  verify: '核实身份',
  emergency: '紧急情况',
}

export const person = {
  /** One whole phone number of somebody tied to a home; the looking is on the record and the person can read it. */
  'person.reveal': endpoint({
    method: 'POST',
    path: '/api/c/{communityId}/homes/{homeId}/ties/{tieId}/phone',
    input: z.strictObject({ communityId: id, homeId: id, tieId: id, purpose: z.enum(revealPurposes) }),
    output: z.object({ phone: z.nullable(z.string()) }),
  }),
}
