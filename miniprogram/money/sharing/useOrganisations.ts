import { useList } from '../../kernel/load'
import type { Books } from '../parts/books'

/** Property companies that meetings of the compound have given something to do: one of them laid the money out. */
export function useOrganisations(books: Books): { organisationId: string; name: string }[] {
  const decided = useList('resolution.list', { ...books, tab: 'all' })
  const seen = new Map<string, string>()
  for (const { party } of decided.items) if (party.kind === 'property') seen.set(party.partyId, party.name)
  return [...seen].map(([organisationId, name]) => ({ organisationId, name }))
}
