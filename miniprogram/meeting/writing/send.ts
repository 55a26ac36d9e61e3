import type { Input } from '../../../shared/contract'
import { toldLateDays } from '../../../shared/meeting/limits'
import { call } from '../../kernel/api'
import { somethingChanged } from '../../kernel/fresh'
import { goesLater } from '../../kernel/queue'
import { Refusal } from '../../kernel/refused'
import {
  type Book,
  type BookKey,
  changeBook,
  type Decision,
  decisionsToSend,
  type Leaf,
  leavesToSend,
  readBook,
  withDecision,
  withLeaf,
} from './book'

type Key = Pick<BookKey, 'communityId' | 'meetingId'>

/** How long ago by this phone's clock, which may have been put back or forward meanwhile. */
const secondsSince = (at: number): number =>
  Math.min(toldLateDays * 86_400, Math.max(0, Math.round((Date.now() - at) / 1000)))

/** A title that came from somewhere with more lines, as of a whistle. */
const onOneLine = (title: string): string => title.trim().replace(/\s*[\r\n]+\s*/g, ' ')

const asText = (value: unknown): string => String(value ?? '')

/** Both names of one thing: what was sent, and what stands there now, which may have been written on meanwhile. */
const isSame = (sent: object, now: object): boolean => JSON.stringify(sent) === JSON.stringify(now)

function settleLeaf(of: BookKey, sent: Leaf, change: (now: Leaf) => Leaf): void {
  changeBook(of, (was) => {
    const now = was.leaves.find((l) => l.itemId === sent.itemId)
    return now === undefined ? {} : withLeaf(was, change(now))
  })
}
function settleDecision(of: BookKey, sent: Decision, change: (now: Decision) => Decision): void {
  changeBook(of, (was) => {
    const now = was.decisions.find((d) => d.resolutionId === sent.resolutionId)
    return now === undefined ? {} : withDecision(was, change(now))
  })
}

async function sendLeaf(of: BookKey, key: Key, leaf: Leaf): Promise<void> {
  const { itemId, revision, place } = leaf
  const restricted = leaf.restricted.trim()
  try {
    if (leaf.struck) {
      await call('minutes.strike', { ...key, itemId, revision })
      return settleLeaf(of, leaf, (now) => ({ ...now, waits: false }))
    }
    const answer = await call('minutes.write', {
      ...key,
      itemId,
      revision,
      place,
      title: onOneLine(leaf.title),
      words: leaf.words.trim(),
      ...(restricted !== '' && { restricted }),
    })
    settleLeaf(of, leaf, (now) => ({
      ...now,
      revision: answer.revision,
      waits: !isSame(leaf, now),
    }))
  } catch (reason) {
    if (!(reason instanceof Refusal) || goesLater(reason)) throw reason
    const { code, message, about = {} } = reason
    settleLeaf(of, leaf, (now) => {
      if (code === 'item_struck') return leaf.struck ? { ...now, waits: false } : { ...now, gone: true }
      if (code !== 'item_changed') return { ...now, refusal: message }
      const [who, title, words, restricted] = [about.who, about.title, about.words, about.restricted].map(
        asText,
      )
      return {
        ...now,
        clash: {
          who: who ?? '',
          revision: Number(about.revision ?? 0),
          title: title ?? '',
          words: words ?? '',
          restricted: restricted ?? '',
        },
      }
    })
  }
}

const inputOf = (
  key: Key,
  d: Decision,
  party: NonNullable<Decision['party']>,
): Input<'resolution.write'> => ({
  ...key,
  id: d.resolutionId,
  revision: d.revision,
  words: d.words.trim(),
  party: { kind: party.kind, partyId: party.partyId },
  dueOn: d.dueOn,
  ...(d.itemId && { itemId: d.itemId }),
  ...(d.whistle && { whistleId: d.whistle.whistleId }),
  ...(d.votes && { votes: d.votes }),
  ...(d.pledge && { pledge: d.pledge }),
})

async function sendDecision(of: BookKey, key: Key, decision: Decision): Promise<void> {
  const { resolutionId, revision, party } = decision
  try {
    if (decision.struck) {
      await call('resolution.strike', { communityId: key.communityId, resolutionId, revision })
      return settleDecision(of, decision, (now) => ({ ...now, waits: false }))
    }
    if (party === undefined) return
    const answer = await call('resolution.write', inputOf(key, decision, party))
    settleDecision(of, decision, (now) => ({
      ...now,
      revision: answer.revision,
      waits: !isSame(decision, now),
    }))
  } catch (reason) {
    if (!(reason instanceof Refusal) || goesLater(reason)) throw reason
    const { code, message, about = {} } = reason
    settleDecision(of, decision, (now) =>
      code === 'resolution_changed'
        ? {
            ...now,
            clash: {
              who: asText(about.who),
              revision: Number(about.revision ?? 0),
              words: asText(about.words),
            },
          }
        : { ...now, refusal: message },
    )
  }
}

async function sendAll(of: BookKey): Promise<void> {
  const { communityId, meetingId } = of
  const key = { communityId, meetingId }
  const first = readBook(of)
  if (first.refusal !== undefined) return
  const told = async (name: 'meeting.begin' | 'meeting.end', done: 'begins' | 'ends', at: number) => {
    try {
      await call(name, { ...key, secondsAgo: secondsSince(at) })
      changeBook(of, () => ({ [done]: undefined }))
    } catch (reason) {
      if (reason instanceof Refusal && !goesLater(reason)) changeBook(of, () => ({ refusal: reason.message }))
      throw reason
    }
  }
  if (first.begins !== undefined) await told('meeting.begin', 'begins', first.begins)
  for (let book = readBook(of); ; book = readBook(of)) {
    const [leaf] = leavesToSend(book)
    const [decision] = decisionsToSend(book)
    if (leaf) await sendLeaf(of, key, leaf)
    else if (decision) await sendDecision(of, key, decision)
    else break
  }
  const { ends } = readBook(of)
  if (ends !== undefined) await told('meeting.end', 'ends', ends)
}

export const isThereToSend = (book: Book): boolean =>
  leavesToSend(book).length + decisionsToSend(book).length > 0 ||
  book.begins !== undefined ||
  book.ends !== undefined

const underWay = new Map<string, Promise<void>>()

/** Sends what waits, one after the other; a call while one is under way joins it. What was not sent stays where it is. */
export function sendBook(of: BookKey): Promise<void> {
  const before = underWay.get(of.meetingId)
  if (before) return before
  if (!isThereToSend(readBook(of))) return Promise.resolve()
  const now = sendAll(of)
    // without signal, or told in the book: either way it waits there
    .catch(() => {})
    .finally(() => {
      underWay.delete(of.meetingId)
      somethingChanged()
    })
  underWay.set(of.meetingId, now)
  return now
}
