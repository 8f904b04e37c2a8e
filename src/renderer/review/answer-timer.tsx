import { useEffect, useState } from 'react';
import { t } from '../../kernel/texts.ts';

/** How often it looks: a second is never shown for much longer than one. */
const LOOK_MILLIS = 250;

/** How long a card has been on screen, up to the longest answer that is counted (SOUND-5). */
export function AnswerTimer(props: {
  /** As the answer is measured. */
  readonly elapsedMillis: () => number;
  readonly capSeconds: number;
  readonly isStopped: boolean;
}) {
  const { elapsedMillis, capSeconds, isStopped } = props;
  const whole = (): number => Math.min(capSeconds, Math.max(0, Math.floor(elapsedMillis() / 1000)));
  const [seconds, setSeconds] = useState(whole);
  const isOver = isStopped || seconds >= capSeconds;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `whole` is of this showing for good
  useEffect(() => {
    if (isOver) return;
    const timer = setInterval(() => setSeconds(whole()), LOOK_MILLIS);
    return () => clearInterval(timer);
  }, [isOver]);
  return (
    <span role="timer" aria-label={t`Time on this card`}>
      {Math.floor(seconds / 60)}:{String(seconds % 60).padStart(2, '0')}
    </span>
  );
}
