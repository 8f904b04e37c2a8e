import { useEffect, useId, useState } from 'react';
import type { Preset } from '../../../domain/collection/deck.ts';
import { absenceInWords, type Figure } from '../../../domain/statistics/absence.ts';
import type { RetentionCurve } from '../../../domain/workload/retention-curve.ts';
import { canonical } from '../../../kernel/canonical.ts';
import type { DeckId } from '../../../kernel/ids.ts';
import type { Problem } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import { useEngine } from '../../engine.tsx';
import { ProblemNote } from '../../kit/page/problem-note.tsx';
import { useWork } from '../../kit/progress/use-work.ts';
import { WorkLine } from '../../kit/progress/work-line.tsx';
import { RetentionChart } from './retention-chart.tsx';
import { costInWords, suggestionInWords } from './cost-words.ts';
import './retention.css';

/** What each desired retention would cost, on request; a chosen one is put in the form's field. */
export function RetentionPanel(props: {
  /** As it is saved. */
  readonly preset: Preset;
  /** The decks that are studied under `preset`. */
  readonly deckIds: readonly DeckId[];
  /** What the field says, in percent. */
  readonly chosen: number;
  readonly onChoose: (percent: number) => void;
}) {
  const { deckIds } = props;
  const engine = useEngine();
  const titleId = useId();
  const { working, run, stop } = useWork();
  const [asked, setAsked] = useState(0);
  const [found, setFound] = useState<Figure<RetentionCurve>>();
  const [problem, setProblem] = useState<Problem>();
  const key = canonical(deckIds);
  // Asked anew once other decks follow these options. Saved ones begin anew with the whole form.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for all that is asked
  useEffect(() => {
    if (asked === 0) return;
    let isGone = false;
    setProblem(undefined);
    void run('Playing out the coming year', (watch) =>
      engine.ask('retentionCurve', { deckIds }, (done, total) => !isGone && watch(done, total)),
    ).then((answer) => {
      if (isGone) return;
      if (answer.ok) setFound(answer.value);
      else setProblem(answer.problem);
    });
    return () => {
      isGone = true;
    };
  }, [engine, run, asked, key]);

  return (
    <section className="retention" aria-labelledby={titleId}>
      <h3 id={titleId} className="hidden-text">{t`What a desired retention costs`}</h3>
      {working ? (
        <WorkLine working={working} onStop={stop} />
      ) : (
        !found && (
          <p className="actions">
            <button
              type="button"
              onClick={() => setAsked(asked + 1)}
            >{t`See what it costs`}</button>
            <span className="soft small">{t`Minutes a day and cards known after a year, for each desired retention.`}</span>
          </p>
        )
      )}
      {problem && <ProblemNote problem={problem} />}
      {found?.is === 'absent' && (
        <p role="status">
          {t`${absenceInWords(found.because)} What a desired retention costs can be said once cards of these decks have been studied.`}
        </p>
      )}
      {found?.is === 'there' && <Found {...props} curve={found.value} />}
    </section>
  );
}

function Found(props: {
  readonly curve: RetentionCurve;
  readonly preset: Preset;
  readonly chosen: number;
  readonly onChoose: (percent: number) => void;
}) {
  const { curve, preset, chosen, onChoose } = props;
  const at = (wanted: number) => curve.points.find(({ percent }) => percent === wanted);
  const now = Math.round(preset.desiredRetention * 100);
  const present = at(now);
  const told = at(chosen) ?? present;
  const suggested = curve.suggestion.percent;
  return (
    <>
      {told && <p role="status">{costInWords(curve, told, present)}</p>}
      <RetentionChart
        curve={curve}
        present={now}
        chosen={told?.percent ?? suggested}
        onChoose={onChoose}
      />
      <p className="retention-suggestion">
        <span className="soft small">{suggestionInWords(curve)}</span>
        {chosen !== suggested && (
          <button
            type="button"
            onClick={() => onChoose(suggested)}
          >{t`Fill in ${suggested} %`}</button>
        )}
      </p>
    </>
  );
}
