import { type RevealPurpose, revealPurposeWords } from '../../shared/person/contract'
import { type RecordAction, recordActions, type SubjectKind, subjectKinds } from '../../shared/record/actions'
import type { Caller } from '../../shared/role/caller'
import { type Role, roles } from '../../shared/role/roles'
import { query } from '../kernel/database'

/** Who reads, and for which communities they work. */
interface Reader {
  personId: string
  communities: readonly string[]
}
export const readerOf = ({ personId, roles }: Caller): Reader => ({
  personId,
  communities: roles.filter((r) => r.role === 'communityWorker').flatMap((r) => r.communities),
})

export interface EntryRow {
  community_id: string
  id: string
  at: Date
  action: RecordAction
  subject_kind: SubjectKind
  subject_id: string
  actor_id: string | null
  actor_name: string | null
  actor_role: Role | null
  subject_name: string | null
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

// what a subject is called is looked up in the rows it refers to, as far as the reader may see them
const entries = `select r.community_id, r.id, r.at, r.action, r.subject_kind, r.subject_id, r.actor_id, a.name as actor_name,
    r.actor_role,
    case r.subject_kind
      when 'home' then (select h.label from home h where h.community_id = r.community_id and h.id = r.subject_id)
      when 'tie' then (select h.label from home_tie t join home h on h.community_id = t.community_id and h.id = t.home_id
        where t.community_id = r.community_id and t.id = r.subject_id)
      when 'claim' then (select h.label from claim c join home h on h.community_id = c.community_id and h.id = c.home_id
        where c.community_id = r.community_id and c.id = r.subject_id)
      when 'compound' then (select p.name from compound p where p.community_id = r.community_id and p.id = r.subject_id)
      when 'building' then (select b.name from building b where b.community_id = r.community_id and b.id = r.subject_id)
      when 'grid' then (select g.name from grid g where g.community_id = r.community_id and g.id = r.subject_id)
      when 'community' then (select c.name from community c where c.id = r.subject_id)
      when 'organisation' then (select o.name from organisation o where o.id = r.subject_id)
      when 'engagement' then (select o.name from engagement e join organisation o on o.id = e.organisation_id
        where e.community_id = r.community_id and e.id = r.subject_id)
      when 'whistle' then (select w.place from whistle w where w.community_id = r.community_id and w.id = r.subject_id)
      when 'roll' then (select p.name from roll l join compound p on p.community_id = l.community_id and p.id = l.compound_id
        where l.community_id = r.community_id and l.id = r.subject_id)
    end as subject_name,
    r.before, r.after
  from record r left join person a on a.id = r.actor_id`

export const entriesOfCommunity = query<EntryRow>(
  'record.list',
  `${entries} where r.community_id = $1 and ($2::uuid is null or r.id < $2) order by r.id desc limit 21`,
)
// what happened to a home is written down at its ties and its claims: asked for the home, theirs comes too
export const entriesOfSubject = query<EntryRow>(
  'record.ofSubject',
  `${entries} where r.community_id = $1 and r.subject_id = any (array(
       select $3::uuid
       union all select t.id from home_tie t where t.community_id = $1 and t.home_id = $3
       union all select m.id from claim m where m.community_id = $1 and m.home_id = $3))
     and ($2::uuid is null or r.id < $2) order by r.id desc limit 21`,
)
export const entriesAboutMe = query<EntryRow>(
  'record.mine',
  `${entries} where r.about_id = (select me()) and r.actor_id is distinct from (select me()) and ($1::uuid is null or r.id < $1)
   order by r.id desc limit 21`,
)

const sayAction = ({ action, after }: EntryRow): string =>
  action === 'person.revealed'
    ? `${recordActions[action]}（${revealPurposeWords[after!.purpose as RevealPurpose]}）`
    : recordActions[action]

/** Who whistled is known to the community's workers alone. */
const isHidden = ({ communities }: Reader, r: EntryRow): boolean =>
  r.subject_kind === 'whistle' && r.after?.by === 'reporter' && !communities.includes(r.community_id)

export const showEntry = (reader: Reader) => (r: EntryRow) => {
  const hidden = r.actor_id !== reader.personId && isHidden(reader, r)
  // what the scheduler writes has no actor
  const role = hidden
    ? '报事的居民'
    : r.actor_id === null
      ? '系统'
      : r.actor_role === null
        ? '居民'
        : roles[r.actor_role].name
  const granted = r.subject_kind === 'grant' ? (r.after?.role ?? r.before?.role) : undefined
  const subject = granted ? roles[granted as Role].name : (r.subject_name ?? subjectKinds[r.subject_kind])
  return {
    entryId: r.id,
    at: r.at.toISOString(),
    action: r.action,
    says: sayAction(r),
    actorId: hidden ? null : r.actor_id,
    actor:
      r.actor_id === reader.personId
        ? '你'
        : hidden || r.actor_name === null
          ? role
          : `${role} ${r.actor_name}`,
    subject,
    subjectId: r.subject_id,
    before: r.before,
    after: r.after,
  }
}
