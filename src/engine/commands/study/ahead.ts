import type { Card } from '../../../domain/collection/card.ts';
import { historyIdOf } from '../../../domain/collection/card.ts';
import { DEFAULT_STUDY_SETTINGS, type StudySettings } from '../../../domain/collection/deck.ts';
import type { Grade } from '../../../domain/memory/schedule.ts';
import { buildQueue, type PassedOver } from '../../../domain/study/queue/build.ts';
import { KeptRanges } from '../../../domain/study/queue/kept-ranges.ts';
import { momentOf } from '../../../domain/study/queue/queue.ts';
import { rangesAfter } from '../../../domain/study/queue/ranges-after.ts';
import type { SessionTotal } from '../../../domain/study/session-total.ts';
import { type Progress, sourceOf } from '../../../domain/study/source.ts';
import type { CardId } from '../../../kernel/ids.ts';
import { ok, type Result } from '../../../kernel/problem.ts';
import type { ClockReading } from '../../../kernel/study-day.ts';
import { effectsOf, reachOf } from '../../../log/effects.ts';
import { type Applied, stamp, tablesOfOperations } from '../../../store/apply.ts';
import { readSessionOnScreen, rememberCard, scopeOf } from '../../../store/device/session.ts';
import { readSessionTotal } from '../../../store/device/session-total.ts';
import { readDevice, writesAfter } from '../../../store/device/writes.ts';
import { StoredRanges } from '../../../store/ranges.ts';
import { readReach, withDecks, withoutKeys } from '../../../store/reach.ts';
import { type CardInFull, readCard } from '../../../store/reads/card-info.ts';
import type { CardRow, SessionRow } from '../../../store/schema.ts';
import { type Deps, intentOf } from '../../deps.ts';
import { inWords } from '../../in-words.ts';
import { answerBody } from './answer.ts';
import { cardNext, finishedNext, LOOK_AHEAD, type Next, nextInStudy } from './study.ts';

/** What is known of the next card before the card at hand is graded (REVIEW-12). */
export interface Ahead {
  /** What the grades lead to, Good's first, each once: to be drawn before it is asked for. */
  readonly candidates: readonly CardInFull[];
  /** Of an answer that comes next of all writes. */
  readonly writes: number;
  readonly session: SessionRow;
  readonly settings: StudySettings;
  readonly total: SessionTotal;
  /** What the next queue is read from. */
  readonly ranges: KeptRanges;
  /** All cards of the note at hand. */
  readonly cards: ReadonlyMap<string, Card>;
  readonly passOver: PassedOver | undefined;
}

/** Good is the grade given most. */
const BY_LIKELIHOOD: readonly Grade[] = [3, 1, 4, 2];

/**
 * Makes ready what follows an answer to `card`, for each grade, while its answer is looked at: in
 * one read of the database, which writes nothing. undefined where it can only be asked afterwards.
 */
export function prepareNext(
  deps: Deps,
  card: Card,
  passOver?: PassedOver,
): Promise<Result<Ahead | undefined>> {
  const { store } = deps;
  const now = deps.clock();
  const tables = [...tablesOfOperations(store), 'sessions'];
  return inWords(async () =>
    ok(
      await store.transaction('r', tables, async (): Promise<Ahead | undefined> => {
        const device = await readDevice(store);
        const session = await readSessionOnScreen(store, now);
        if (!session || session.cramId !== undefined) return undefined;
        const total = await readSessionTotal(store, session);
        const ranges = new KeptRanges(new StoredRanges(store));
        const rows = await withDecks(
          store,
          await readReach(store, reachOf(answerBody(card, 3, 0))),
        );
        const settings = rows.settings.get('study') ?? DEFAULT_STUDY_SETTINGS;
        const source = sourceOf(scopeOf(session), withAnswer(total, historyIdOf(card)));
        const candidates = new Map<CardId, CardInFull>();
        for (const grade of BY_LIKELIHOOD) {
          const intent = intentOf({ clock: () => now }, answerBody(card, grade, 0));
          const effects = effectsOf(stamp(intent, device, settings.rolloverHour), rows);
          if (!effects.ok) return undefined;
          const step = { review: undefined, ...effects.value, cards: rows.cards };
          const after = rangesAfter(ranges, step);
          const moment = momentOf(now, settings);
          const { cards } = await buildQueue(source, after, moment, LOOK_AHEAD, passOver);
          const id = cards[0]?.id;
          const found = id && !candidates.has(id) && (await readCard(store, id));
          if (id && found) candidates.set(id, found);
        }
        ranges.close();
        return {
          candidates: [...candidates.values()],
          writes: writesAfter(device),
          session,
          settings,
          total,
          ranges,
          cards: rows.cards,
          passOver,
        };
      }),
    ),
  );
}

/**
 * The next card after `answer`, which is on disk: out of what was made ready, without a read, where
 * that still holds; asked anew otherwise. Both come to the same.
 */
export async function nextAfter(
  deps: Deps,
  answer: Applied,
  ahead: Ahead | undefined,
  passOver?: PassedOver,
): Promise<Result<Next>> {
  const next = ahead && (await nextAhead(ahead, answer, deps.clock()));
  if (!next) return nextInStudy(deps, undefined, passOver);
  if (next.kind === 'card') void rememberCard(deps.store, next.showing.card.id).catch(() => {});
  return ok(next);
}

async function nextAhead(
  { candidates, writes, session, settings, total, ranges, cards, passOver }: Ahead,
  { writes: written, changes, review }: Applied,
  now: ClockReading,
): Promise<Next | undefined> {
  const moment = momentOf(now, settings);
  if (written !== writes || moment.today !== session.studyDay || !review) return undefined;
  total.add(review);
  const source = sourceOf(scopeOf(session), total);
  const after = rangesAfter(ranges, { changes, review, cards });
  const queue = await buildQueue(source, after, moment, LOOK_AHEAD, passOver);
  if (ranges.isBeyond) return undefined;
  const [first] = queue.cards;
  if (!first) return finishedNext(session, total, queue);
  const showing = candidates.find(({ card }) => card.id === first.id);
  if (!showing) return undefined;
  const note = changes.find(
    ({ table, key }) => table === 'notes' && key === showing.note.id,
  )?.after;
  return cardNext(session, total, queue, {
    ...showing,
    card: withoutKeys(first as CardRow),
    note: (note as CardInFull['note'] | undefined) ?? showing.note,
  });
}

/** `progress` with an answer more; its time does not decide which card is next but at the very end. */
function withAnswer({ answered, spentMillis }: Progress, historyId: CardId): Progress {
  return { answered: new Set([...answered, historyId]), spentMillis };
}
