import { type Act, note } from '../kernel/record'

/** Ties that found their person: each on the record of its community, told to whom it concerns. */
export async function noteBound(
  act: Act,
  communityId: string,
  tie: { tieId: string; homeId: string; personId: string },
  by: 'phone' | 'claim' | 'roll',
): Promise<void> {
  await note(act, {
    communityId,
    action: 'tie.bound',
    subjectKind: 'tie',
    subjectId: tie.tieId,
    aboutId: tie.personId,
    after: { homeId: tie.homeId, by },
  })
}
