import { useCallback, useEffect, useRef, useState } from 'react';
import type { CardId, NoteId } from '../../kernel/ids.ts';
import type { Problem, Result } from '../../kernel/problem.ts';
import type { ChosenDays, Grade } from '../../domain/memory/schedule.ts';
import type { Engine } from '../../engine/engine.ts';
import type { Ahead } from '../../engine/commands/study/ahead.ts';
import type { CardInFull, Next } from '../../engine/commands/study/study.ts';
import { undrawnMarks } from '../card/undrawn/undrawn-marks.ts';
import { useEngine } from '../engine.tsx';
import { useAnnounce } from '../kit/page/announcer.tsx';
import { afterPainting, firstPainting } from '../quiet.ts';
import { useTurnStep } from '../steps/steps.tsx';

/** What the review screen shows and can do. */
export interface ReviewRound {
  /** undefined until the first card is read. */
  readonly next: Next | undefined;
  /** The card that most likely comes next, to be drawn ahead; undefined: not known (yet). */
  readonly likely: CardInFull | undefined;
  /** Intervals that other days than fuzz's own were chosen for (BALANCE-2). */
  readonly chosenDays: ChosenDays | undefined;
  readonly isRevealed: boolean;
  /** How long the card has been on screen: what its answer is measured by. */
  elapsedMillis(): number;
  /** Why the last thing asked for was not done; the card stays. */
  readonly problem: Problem | undefined;
  reveal(): void;
  /** Accepted only when it is on disk; then the next card is shown. */
  grade(grade: Grade): Promise<void>;
  /** Takes the last step back and shows its card, or does again what was taken back. */
  turn(way: 'undo' | 'redo'): Promise<void>;
  /** Does something to the card at hand, says so, and shows it anew or goes on to the next. */
  act(doIt: () => Promise<Result<unknown>>, said: string, after: 'stay' | 'next'): Promise<void>;
  /** Asks again what comes next, for instance when a learning card is due. */
  refresh(): Promise<void>;
}

export function useReview(): ReviewRound {
  const engine = useEngine();
  const announce = useAnnounce();
  const turnStep = useTurnStep();
  const [next, setNext] = useState<Next>();
  const [isRevealed, setRevealed] = useState(false);
  const [ahead, setAhead] = useState<{ readonly of: Next; readonly ahead: Ahead }>();
  const [chosen, setChosen] = useState<{ readonly of: string; readonly days: ChosenDays }>();
  const chosenDays = chosen?.of === askedOf(next) ? chosen?.days : undefined;
  const [problem, setProblem] = useState<Problem>();
  const shownAt = useRef(0);
  /** What was asked for and is not done yet. */
  const underWay = useRef(0);
  const before = useRef<Promise<unknown>>(Promise.resolve());

  const put = useCallback(
    async (read: Result<Next>): Promise<Problem | undefined> => {
      if (!read.ok) return read.problem;
      const found = read.value;
      setNext(found);
      setRevealed(false);
      shownAt.current = performance.now();
      if (found.kind === 'finished' && found.nextLearningAtMillis === undefined) {
        await engine.run('finishStudy');
      }
      return undefined;
    },
    [engine],
  );
  const show = useCallback(
    async (prefer?: CardId) => put(await engine.run('nextInStudy', prefer, passedOver())),
    [engine, put],
  );

  // The days are chosen while the question is looked at; no first card waits for the code of that.
  useEffect(() => {
    if (next?.kind !== 'card' || next.cram) return;
    let isOver = false;
    firstPainting(document.body)
      .then(() => import('../../domain/balance/balanced.ts'))
      .then(({ chosenDaysOf }) => {
        if (isOver) return;
        setChosen({ of: askedOf(next), days: chosenDaysOf(next.showing, engine.clock()) });
      })
      // Where it cannot come, fuzz alone decides.
      .catch(() => {});
    return () => {
      isOver = true;
    };
  }, [engine, next]);

  // What follows is made ready while the answer is looked at.
  useEffect(() => {
    if (!isRevealed || next?.kind !== 'card' || next.cram) return;
    let isOver = false;
    afterPainting(async () => {
      if (isOver) return;
      const ready = await engine.run('prepareNext', next.showing.card, passedOver());
      // Where it cannot be made ready, the next card is asked when it is wanted.
      if (ready.ok && ready.value && !isOver) setAhead({ of: next, ahead: ready.value });
    });
    return () => {
      isOver = true;
    };
  }, [engine, next, isRevealed]);

  /** One thing at a time, each in its turn. */
  const inTurn = useCallback(async (work: () => Promise<Problem | undefined>) => {
    underWay.current++;
    const done = before.current.then(work).then(setProblem);
    before.current = done.catch(() => {});
    try {
      await done;
    } finally {
      underWay.current--;
    }
  }, []);
  // In its turn, too: what it found before an answer must not be shown after that.
  useEffect(() => {
    const open = () =>
      void inTurn(async () => {
        await tryUndrawnAgain(engine);
        const opened = await engine.run('openStudy');
        return opened.ok ? show(opened.value) : opened.problem;
      });
    open();
    // Where another window wrote until now, the card that was on screen may have been answered there.
    return engine.onReadOnlyChange(() => {
      if (!engine.readOnlyBecause()) open();
    });
  }, [engine, show, inTurn]);
  /** It is about the card on screen: while that is being saved it is not taken. */
  const alone = useCallback(
    async (work: () => Promise<Problem | undefined>) => {
      if (underWay.current === 0) await inTurn(work);
    },
    [inTurn],
  );

  const elapsedMillis = () => performance.now() - shownAt.current;
  return {
    elapsedMillis,
    next,
    likely: ahead?.of === next ? ahead?.ahead.candidates[0] : undefined,
    chosenDays,
    isRevealed,
    problem,
    reveal: () => {
      // The card that is about to give way keeps its answer to itself.
      if (underWay.current === 0) setRevealed(true);
    },
    grade: (grade) =>
      alone(async () => {
        if (next?.kind !== 'card' || !isRevealed) return undefined;
        const millis = elapsedMillis();
        const { card } = next.showing;
        if (next.cram) {
          const kept = await engine.run('answerCram', next.cram.cramId, card.id, grade, millis);
          return kept.ok ? show() : kept.problem;
        }
        const ready = ahead?.of === next ? ahead.ahead : undefined;
        const saved = await engine.run(
          'answerCard',
          card,
          grade,
          millis,
          ready?.foreseen,
          chosenDays?.[grade],
        );
        if (!saved.ok) return saved.problem;
        const { leech } = saved.value;
        // Few answers make one: no first card waits for the words.
        if (leech)
          void import('./told/rare-words.ts').then((told) => announce(told.LEECH_WORDS[leech]));
        return put(await engine.run('nextAfter', saved.value.operation, ready, passedOver()));
      }),
    // About no card: the next step back is meant, whatever is still on its way to the disk.
    turn: (way) =>
      inTurn(async () => {
        const done = await turnStep(way);
        if (!done) return undefined;
        // What was taken back is shown again; after a redo the session goes on where it was.
        return show(way === 'undo' ? (cardOf(done.operation.body) ?? cardIn(next)) : undefined);
      }),
    act: (doIt, said, after) =>
      alone(async () => {
        const done = await doIt();
        if (!done.ok) return done.problem;
        if (after === 'next') {
          const wrong = await show();
          announce(said);
          return wrong;
        }
        await tryUndrawnAgain(engine);
        const again = await engine.run('nextInStudy', cardIn(next), passedOver());
        announce(said);
        if (!again.ok) return again.problem;
        // An edit may have taken the card away: the one that comes instead begins as any does.
        if (cardIn(again.value) !== cardIn(next)) return put(again);
        setNext(again.value);
        return undefined;
      }),
    refresh: () => alone(() => show()),
  };
}

/** The notes that this device could not draw: they are not asked here until they are edited. */
function passedOver(): ReadonlySet<NoteId> {
  return new Set(undrawnMarks().flatMap(({ card }) => card?.noteId ?? []));
}

/** The card that is asked, and for which answer: a flag or an edit in between makes it no other. */
function askedOf(next: Next | undefined): string {
  return next?.kind === 'card' ? `${next.showing.card.id}#${next.showing.card.schedule.reps}` : '';
}

function cardIn(next: Next | undefined): CardId | undefined {
  return next?.kind === 'card' ? next.showing.card.id : undefined;
}

/** The card that an operation was about, to show it again after an undo. */
function cardOf(body: object): CardId | undefined {
  if ('cardId' in body) return body.cardId as CardId;
  if ('cardIds' in body) return (body.cardIds as readonly CardId[])[0];
  return undefined;
}

/** Few people ever have a card that could not be drawn; what looks at those comes with the first. */
async function tryUndrawnAgain(engine: Engine): Promise<void> {
  if (undrawnMarks().length === 0) return;
  const found = await import('../card/undrawn/try-again.ts').catch(() => undefined);
  await found?.tryEditedAgain(engine);
}
