import { useState } from 'react'
import type { Output } from '../../../../shared/contract'
import type { Category } from '../../../../shared/whistle/categories'
import type { Party } from '../../../../shared/whistle/states'
import { useCreate } from '../../../desk/parts/useCreate'
import { type Loaded, useLoad } from '../../../kernel/load'
import type { Whistle } from '../words'
import { keyOf } from './ActSheet'

export type PartyHere = Output<'whistle.parties'>['items'][number]

export const partyKey = ({ kind, partyId }: Party): string => `${kind} ${partyId}`

interface Form {
  lead?: string
  co: readonly string[]
  instruction: string
  /** Only where they are not to be as the clock has them. */
  respondBy?: string
  resolveBy?: string
}

export interface Sending {
  parties: Loaded<Output<'whistle.parties'>>
  /** Whom it usually goes to stands first, and is chosen until another is. */
  items: readonly PartyHere[]
  lead: PartyHere | undefined
  co: readonly PartyHere[]
  form: Form
  change(more: Partial<Form>): void
  busy: boolean
  refusal: ReturnType<typeof useCreate>['refusal']
  /** Sends it out; false when it was refused. */
  send(): Promise<boolean>
}

/** Sending a whistle out: to whom, by when and with which words. */
export function useSending(whistle: Whistle, category: Category): Sending {
  const { communityId, compoundId } = whistle
  const parties = useLoad('whistle.parties', { communityId, compoundId, category })
  const { create, busy, refusal } = useCreate('whistle.dispatch')
  const [form, setForm] = useState<Form>({ co: [], instruction: '' })
  const given = parties.data?.items ?? []
  const items = [...given.filter((p) => p.usual), ...given.filter((p) => !p.usual)]
  const lead = items.find((p) => (form.lead === undefined ? p.usual : partyKey(p) === form.lead))
  const co = items.filter((p) => p !== lead && form.co.includes(partyKey(p)))

  const send = async () => {
    if (lead === undefined) return false
    const plain = ({ kind, partyId }: PartyHere): Party => ({ kind, partyId })
    const instruction = form.instruction.trim()
    const made = await create({
      ...keyOf(whistle),
      lead: plain(lead),
      ...(co.length > 0 && { co: co.map(plain) }),
      ...(instruction !== '' && { instruction }),
      ...(form.respondBy !== undefined && { respondBy: form.respondBy }),
      ...(form.resolveBy !== undefined && { resolveBy: form.resolveBy }),
    })
    return made !== undefined
  }
  return {
    parties,
    items,
    lead,
    co,
    form,
    change: (more) => setForm((was) => ({ ...was, ...more })),
    busy,
    refusal,
    send,
  }
}
