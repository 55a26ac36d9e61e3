import { freeTimes, interests, skills } from '../../../shared/checkin/states'
import { freeTimeWords, interestWords, skillWords } from '../../../shared/checkin/words'
import { ManyPicks } from './ManyPicks'
import { usualWork, WorkField } from './WorkField'
import type { Profile } from './words'

export const newProfile: Profile = { skills: [], interests: [], free: [], work: usualWork }

/** What a member says of themselves: all by choices, and none of it a must. */
export function ProfileFields({
  value,
  onChange,
  error,
}: {
  value: Profile
  onChange(profile: Profile): void
  error?: string
}) {
  const set = (change: Partial<Profile>) => onChange({ ...value, ...change })
  return (
    <>
      <ManyPicks
        label="会做什么"
        hint="选几样都行，不选也行"
        options={skills}
        words={skillWords}
        value={value.skills}
        onChange={(next) => set({ skills: next })}
      />
      <ManyPicks
        label="愿意做什么"
        options={interests}
        words={interestWords}
        value={value.interests}
        onChange={(next) => set({ interests: next })}
      />
      <ManyPicks
        label="什么时候有空"
        options={freeTimes}
        words={freeTimeWords}
        value={value.free}
        onChange={(next) => set({ free: next })}
      />
      <WorkField value={value.work} onChange={(work) => set({ work })} error={error} />
    </>
  )
}
