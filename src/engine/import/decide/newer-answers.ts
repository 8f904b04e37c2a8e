import { type Card, historyIdOf } from '../../../domain/collection/card.ts';
import { schedulerOptions } from '../../../domain/collection/deck.ts';
import { presetOf } from '../../../domain/collection/presets.ts';
import type { Review } from '../../../domain/collection/review.ts';
import type { IncomingCard } from '../../../domain/import/incoming.ts';
import { packedLog, unpackedLog } from '../../../domain/import/packed-log.ts';
import { kindOfEntry, type PastEntry, type PastLog } from '../../../domain/import/past-log.ts';
import { replayedLog } from '../../../exchange/incoming/replayed-log.ts';
import type { CardId } from '../../../kernel/ids.ts';
import type { Here } from './here.ts';

/** A card that is here with what the file's log adds to its history. */
export interface NewerAnswers {
  /** Where it stands with both histories. */
  readonly card: IncomingCard;
  readonly log: PastLog;
  /** Lines that are new here. */
  readonly entries: number;
}

/** Two programs may have put one answer down some milliseconds apart: no two may share an instant. */
const SAME_MILLIS = 1000;

/**
 * What the file's log has of a card that is here and Rounds does not know yet (ANKI-31): where Rounds
 * knows of nothing that the file lacks, the card goes where the file has it; otherwise both
 * histories are one, answered anew in the order of time. undefined: nothing new.
 */
export function newerAnswers(
  theirs: IncomingCard,
  log: PastLog,
  mine: Card,
  here: Here,
): NewerAnswers | undefined {
  const id = historyIdOf(mine);
  const own = here.answers.get(id) ?? [];
  const packed = here.pastLogs.get(id)?.packed ?? '';
  if (packed === log.packed) return undefined;
  const known = unpackedLog(packed);
  const instants = new Set(known.map(({ atMillis }) => atMillis));
  const brought = unpackedLog(log.packed).filter((entry) => !isAmong(entry.atMillis, own));
  const fresh = brought.filter(({ atMillis }) => !instants.has(atMillis));
  if (fresh.length === 0) return undefined;
  const newest = Math.max(...fresh.map(({ atMillis }) => atMillis));
  const isTheirsLater = newest > (own.at(-1)?.atMillis ?? 0);
  const inFile = unpackedLog(log.packed);
  const isAllInFile = [...known, ...own].every(({ atMillis }) => isAmong(atMillis, inFile));
  const later = isTheirsLater ? theirs : mine;
  const schedule = isAllInFile
    ? theirs.schedule
    : united([...known, ...fresh], own, mine, log, here);
  return {
    card: { ...statesOf(later), id: mine.id, schedule, flag: later.flag || mine.flag },
    log: { ...log, id, packed: packedLog(brought) },
    entries: fresh.length,
  };
}

/** The lines of `log` that are no answers given here: Rounds has those in its own log. */
export function withoutOwn(log: PastLog, own: readonly Review[] | undefined): PastLog {
  if (!own || own.length === 0) return log;
  const entries = unpackedLog(log.packed).filter(({ atMillis }) => !isAmong(atMillis, own));
  return { ...log, packed: packedLog(entries) };
}

/** Whether one of `others`, in the order of time, is of the same moment. */
function isAmong(atMillis: number, others: readonly { readonly atMillis: number }[]): boolean {
  return others.some((other) => Math.abs(other.atMillis - atMillis) < SAME_MILLIS);
}

function statesOf({
  suspended,
  buriedUntil,
  putAwayUntil,
}: IncomingCard): Pick<IncomingCard, 'suspended' | 'buriedUntil' | 'putAwayUntil'> {
  return { suspended, buriedUntil, ...(putAwayUntil === undefined ? {} : { putAwayUntil }) };
}

function united(
  elsewhere: readonly PastEntry[],
  own: readonly Review[],
  mine: Card,
  log: PastLog,
  here: Here,
): Card['schedule'] {
  const deck = here.decks.find(({ id }) => id === mine.deckId);
  const options = schedulerOptions(presetOf(deck, here.presets.values()), here.settings);
  const all = [...elsewhere, ...entriesOf(own)].sort((a, b) => a.atMillis - b.atMillis);
  const schedule = replayedLog(all, options, log, mine.id as CardId);
  return schedule.state === 'new' && !all.some(isReset) ? mine.schedule : schedule;
}

function isReset({ grade, type, factor }: PastEntry): boolean {
  return kindOfEntry(grade, type, factor) === 'reset';
}

const [LEARNING, REVIEW, RELEARNING] = [0, 1, 2];

/** Answers given here as lines of Anki's log. */
function entriesOf(own: readonly Review[]): PastEntry[] {
  let hasGraduated = false;
  return own.map(({ atMillis, grade, durationMillis, kind, elapsedDays, intervalDays, memory }) => {
    hasGraduated ||= kind === 'review';
    const inSteps = hasGraduated ? RELEARNING : LEARNING;
    return {
      atMillis,
      grade,
      // Below 0 they are seconds: how many says nothing here.
      interval: intervalDays > 0 ? intervalDays : -60,
      lastInterval: elapsedDays,
      factor: Math.round(((memory.difficulty - 1) / 9 + 0.1) * 1000),
      durationMillis,
      type: kind === 'review' ? REVIEW : inSteps,
    };
  });
}
