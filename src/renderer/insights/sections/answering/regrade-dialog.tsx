import { useEffect, useRef, useState } from 'react';
import type { HardMeant } from '../../../../domain/regrade/find-hard.ts';
import type { DaySpan } from '../../../../domain/statistics/period.ts';
import type { StatisticsScope } from '../../../../domain/statistics/scope.ts';
import type { RegradePreview } from '../../../../engine/queries/once/study/regrade.ts';
import type { Problem } from '../../../../kernel/problem.ts';
import { plural, t } from '../../../../kernel/texts.ts';
import type { useOwnStep } from '../../../steps/use-own-step.ts';
import { useEngine } from '../../../engine.tsx';
import { Confirm } from '../../../kit/dialog/confirm.tsx';
import { DayField, dayField, dayFrom } from '../../../kit/form/day-field.tsx';
import { ProblemNote } from '../../../kit/page/problem-note.tsx';
import { useWork } from '../../../kit/progress/use-work.ts';
import { WorkLine } from '../../../kit/progress/work-line.tsx';
import { phrase } from '../../../kit/text/phrase.ts';
import {
  regradeDatesInWords,
  regradeInWords,
  regradeKnownInWords,
  regradeLeftOutInWords,
} from '../../words/regrade-words.ts';

const WHICH = [
  ['all', t`Every review graded Hard`, t`For a habit: Hard always meant that you had forgotten.`],
  [
    'not-recalled-next',
    t`Only where the next review failed too`,
    t`Those after which the card was answered Hard or Again once more.`,
  ],
] as const;

/** Which reviews graded Hard count as Again, and what that would do, before it is done (INSIGHT-11). */
export function RegradeDialog(props: {
  readonly scope: StatisticsScope;
  readonly span: DaySpan;
  readonly onClose: () => void;
  /** `said`: what was done, in a sentence. */
  /** Notes the step, which may be taken back from here. */
  readonly note: ReturnType<typeof useOwnStep>['note'];
  readonly onDone: (said: string) => void;
}) {
  const { scope, span } = props;
  const engine = useEngine();
  const [first, setFirst] = useState(dayField(span.from));
  const [last, setLast] = useState(dayField(span.to));
  const [which, setWhich] = useState<HardMeant['which']>('all');
  const [movesDates, setMovesDates] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const { working, run, stop } = useWork();
  const [from, to] = [dayFrom(first), dayFrom(last)];
  const isBackwards = from !== undefined && to !== undefined && to < from;
  const chosen = from === undefined || to === undefined || isBackwards ? undefined : { from, to };
  const { preview, notRead } = usePreview(scope, chosen, which);

  async function regrade({ answers }: RegradePreview): Promise<void> {
    if (!chosen || working) return;
    const done = await props.note(() =>
      run('Counting them as Again', (watch) =>
        engine.run('regradeHard', { scope, span: chosen, which }, movesDates, watch),
      ),
    );
    if (!done.ok) {
      setProblem(done.problem);
      return;
    }
    const verb = plural(answers, 'counts', 'count');
    props.onDone(t`${plural(answers, '# answer')} ${verb} as Again now.`);
  }

  const leftOut = preview && regradeLeftOutInWords(preview);
  return (
    <Confirm
      title={t`Count Hard as Again`}
      doIt={
        preview && preview.answers > 0
          ? t`Count ${plural(preview.answers, '# answer')} as Again`
          : t`Count as Again`
      }
      isDisabled={!preview || preview.answers === 0 || working !== undefined}
      onDo={() => preview && void regrade(preview)}
      onClose={props.onClose}
    >
      <div className="field-grid">
        <DayField name={t`From`} isFirst value={first} onChange={setFirst} />
        <DayField name={t`To`} value={last} onChange={setLast} />
      </div>
      <fieldset className="choices">
        <legend>{t`Which answers`}</legend>
        {WHICH.map(([value, name, help]) => (
          <label key={value}>
            <input
              type="radio"
              name="which"
              checked={which === value}
              onChange={() => setWhich(value)}
            />
            <span>
              {name} <span className="soft small">{help}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="regrade-preview number" role="status" aria-busy={!preview}>
        {!chosen ? (
          <p>
            {isBackwards
              ? t`The last day is before the first.`
              : t`Choose the first and the last day.`}
          </p>
        ) : preview ? (
          <>
            <p>{regradeInWords(preview)}</p>
            {preview.cards > 0 && <p>{regradeKnownInWords(preview)}</p>}
            {leftOut && <p className="soft small">{leftOut}</p>}
          </>
        ) : (
          !notRead && <p className="soft">{t`Looking at what was answered…`}</p>
        )}
      </div>
      <label className="check">
        <input
          type="checkbox"
          checked={movesDates}
          onChange={(event) => setMovesDates(event.target.checked)}
        />
        <span>
          {phrase`Move the dates too${(
            <span className="small soft regrade-help">
              {preview && preview.cards > 0
                ? regradeDatesInWords(preview)
                : t`Else every card stays on its day.`}
            </span>
          )}`}
        </span>
      </label>
      <p className="soft small">{t`One step: undo takes all of it back.`}</p>
      {working && <WorkLine working={working} onStop={stop} />}
      {(problem ?? notRead) && <ProblemNote problem={(problem ?? notRead) as Problem} />}
    </Confirm>
  );
}

/** What it would do, asked again with each choice; the newest answer counts. */
function usePreview(
  scope: StatisticsScope,
  span: DaySpan | undefined,
  which: HardMeant['which'],
): { readonly preview: RegradePreview | undefined; readonly notRead: Problem | undefined } {
  const engine = useEngine();
  const [found, setFound] = useState<{
    readonly preview: RegradePreview | undefined;
    readonly notRead: Problem | undefined;
  }>({ preview: undefined, notRead: undefined });
  const newest = useRef(0);
  const [from, to] = [span?.from, span?.to];
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scope is the page's and stays while the dialog is open
  useEffect(() => {
    const mine = ++newest.current;
    setFound({ preview: undefined, notRead: undefined });
    if (from === undefined || to === undefined) return;
    const asked = { scope, span: { from, to }, which };
    const isWanted = () => mine === newest.current;
    void engine.ask('previewRegrade', asked, isWanted).then((read) => {
      if (!isWanted()) return;
      setFound(
        read.ok
          ? { preview: read.value, notRead: undefined }
          : { preview: undefined, notRead: read.problem },
      );
    });
    return () => {
      newest.current++;
    };
  }, [engine, from, to, which]);
  return found;
}
