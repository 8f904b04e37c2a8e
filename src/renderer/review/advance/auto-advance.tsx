import { useEffect, useEffectEvent } from 'react';
import type { Preset } from '../../../domain/collection/deck.ts';
import { t } from '../../../kernel/texts.ts';
import { KeyHint } from '../../actions/key-hint.tsx';
import { useAnnounce } from '../../kit/page/announcer.tsx';
import { phrase } from '../../kit/text/phrase.ts';
import type { ReviewRound } from '../use-review.ts';
import { isPersonElsewhere, isSounding } from './what-goes-on.ts';

/** How often it looks at the clock, at what sounds, and at what the person does. */
const LOOK_MILLIS = 100;

/** Shows the answer and grades it by itself, as the deck's options say, until anything else is done (SOUND-6). */
export function AutoAdvance(props: {
  readonly review: ReviewRound;
  readonly preset: Preset;
  /** One side of one showing of a card; another one begins its seconds anew. */
  readonly sight: string;
  /** Absent where a card cannot be buried. */
  readonly bury: (() => void) | undefined;
  readonly onStop: () => void;
}) {
  const { review, preset, sight, bury, onStop } = props;
  const { isRevealed } = review;
  const announce = useAnnounce();
  const { advance } = preset;
  const seconds = (isRevealed ? advance?.answerSeconds : advance?.questionSeconds) ?? 0;

  const stop = useEffectEvent(() => {
    onStop();
    announce(t`Auto-advance is off.`);
  });
  const goOn = useEffectEvent(() => {
    if (!isRevealed) {
      if (advance?.afterQuestion === 'remind') announce(t`The time for the question is over.`);
      else review.reveal();
      return;
    }
    switch (advance?.afterAnswer) {
      case 'again':
        return void review.grade(1);
      case 'hard':
        return void review.grade(2);
      case 'good':
        return void review.grade(3);
      case 'bury':
        if (bury) return bury();
    }
    announce(t`The time for the answer is over.`);
  });
  const hasProblem = review.problem !== undefined;
  const waits = advance?.waitsForSounds ?? true;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each side's seconds begin with it
  useEffect(() => {
    let begunAt = performance.now();
    let isDue = seconds > 0;
    const look = (): void => {
      if (hasProblem || isPersonElsewhere()) {
        stop();
        return;
      }
      const now = performance.now();
      if (waits && isSounding()) begunAt = now;
      if (!isDue || now - begunAt < seconds * 1000) return;
      isDue = false;
      goOn();
    };
    const timer = setInterval(look, LOOK_MILLIS);
    // What is written is written by the person: nothing is taken from under it.
    document.addEventListener('input', stop);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('input', stop);
      document.removeEventListener('visibilitychange', look);
    };
  }, [sight, seconds, waits, hasProblem]);

  return (
    <p className="advance small soft" role="status">
      {phrase`Auto-advance is on. ${<KeyHint action="auto-advance" />}`}
      <button type="button" className="quiet" onClick={stop}>{t`Switch off`}</button>
    </p>
  );
}
