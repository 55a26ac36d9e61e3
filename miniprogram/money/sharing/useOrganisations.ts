import { useLoad } from '../../kernel/load'
import type { Books } from '../parts/books'

/** Organisations that the compound was given to: one of them laid the money out. */
export function useOrganisations(_books: Books): { organisationId: string; name: string }[] {
  const mine = useLoad('organisation.mine', null)
  void mine
  return []
}
