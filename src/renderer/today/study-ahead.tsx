import { useEffect, useState } from 'react';
import type { Problem } from '../../kernel/problem.ts';
import { plural, t } from '../../kernel/texts.ts';
import { useEngine } from '../engine.tsx';
import { Dialog } from '../kit/dialog/dialog.tsx';
import { ProblemNote } from '../kit/page/problem-note.tsx';

/** How far ahead, in days, with its words. */
const CHOICES = [
  [1, t`Due tomorrow`],
  [2, t`Due in the next 2 days`],
  [3, t`Due in the next 3 days`],
  [7, t`Due in the next 7 days`],
] as const;

/** How far ahead of its day a card may come, with what that asks and what it does (TODAY-14). */
export function StudyAhead(props: {
  readonly onChoose: (days: number) => void;
  readonly onClose: () => void;
}) {
  const engine = useEngine();
  const [counts, setCounts] = useState<readonly number[]>();
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => {
    let isGone = false;
    void engine.ask('cardsAhead').then((found) => {
      if (isGone) return;
      if (found.ok) setCounts(found.value);
      else setProblem(found.problem);
    });
    return () => {
      isGone = true;
    };
  }, [engine]);
  const cardsOf = (days: number): number => counts?.[days - 1] ?? 0;
  // A longer time that brings no card more is no choice.
  const choices = CHOICES.filter(
    ([days], at) => cardsOf(days) > cardsOf(CHOICES[at - 1]?.[0] ?? 0),
  );
  const isNothing = counts !== undefined && choices.length === 0;
  return (
    <Dialog title={t`Study ahead`} onClose={props.onClose}>
      {isNothing ? (
        <p role="status">{t`No card is due in the coming 7 days that today has not seen.`}</p>
      ) : (
        <p>{t`Cards come before their day, those due next first. An answer counts with the time that has really passed, and the next date is counted from today: dates move, as after every answer.`}</p>
      )}
      {problem && <ProblemNote problem={problem} />}
      <ul className="action-list" aria-busy={counts === undefined && !problem}>
        {choices.map(([days, name], at) => (
          <li key={days}>
            <button
              type="button"
              data-first={at === 0 || undefined}
              onClick={() => props.onChoose(days)}
            >
              <span>{name}</span>
              <span className="soft number">{plural(cardsOf(days), '# card')}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
