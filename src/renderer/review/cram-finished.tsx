import { useEffect, useRef, useState } from 'react';
import type { CramReport } from '../../domain/cram/report.ts';
import type { CardId } from '../../kernel/ids.ts';
import type { Problem } from '../../kernel/problem.ts';
import { plural, t, thousands } from '../../kernel/texts.ts';
import { MILLIS_PER_MINUTE } from '../../kernel/time.ts';
import type { CramInSession } from '../../engine/commands/study/study.ts';
import { useEngine } from '../engine.tsx';
import { phrase } from '../kit/text/phrase.ts';
import { useQuery } from '../live.ts';
import { PassedOverLine } from '../card/undrawn/passed-over-line.tsx';
import type { ReviewRound } from './use-review.ts';
import { minutes, percentOf } from '../kit/text/format.ts';
import { KeyHint } from '../actions/key-hint.tsx';
import { ProblemNote } from '../kit/page/problem-note.tsx';
import { CramDecision } from '../cram/cram-decision.tsx';
import { SectionTable } from '../cram/section-table.tsx';
import { useAtHand } from '../actions/use-at-hand.ts';
import { named } from '../../kernel/named.ts';
import '../cram/cram.css';

/** The end of a round of cramming: how it went, and what shall become of its answers. */
export function CramFinished(props: {
  readonly review: ReviewRound;
  readonly cram: CramInSession;
  readonly passedOver: readonly CardId[] | undefined;
  readonly onLeave: () => void;
}) {
  const { review, cram, onLeave } = props;
  const report = useQuery('cramReport', { cramId: cram.cramId });
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useAtHand({
    reveal: onLeave,
    leave: onLeave,
    undo: () => void review.turn('undo'),
    redo: () => void review.turn('redo'),
  });
  const isEmpty = report?.answers === 0;

  return (
    <main className="review finished cram-finished">
      <div className="finished-column">
        <header className="cram-head">
          <p className="soft">{named(cram.name)}</p>
          <h1 className="figure" tabIndex={-1} ref={heading}>
            {isEmpty ? t`Nothing left to cram here` : t`All recalled`}
          </h1>
        </header>
        <PassedOverLine cardIds={props.passedOver} />
        {report && !isEmpty && <Facts report={report} />}
        {report && (
          <SectionTable
            caption={t`How ready each section is`}
            heading={t`First try`}
            sections={report.sections.map(({ name, crammed, atFirst }) => ({
              name,
              cards: crammed,
              recalled: atFirst,
            }))}
          />
        )}
        {report && <WayOn {...props} report={report} />}
        {report && !isEmpty && <CramDecision cramId={cram.cramId} report={report} />}
      </div>
    </main>
  );
}

function Facts({ report }: { readonly report: CramReport }) {
  const { cards, atFirst, answers, millis } = report;
  return (
    <dl className="summary number">
      <div>
        <dt>{t`First try`}</dt>
        <dd>
          {t`${thousands(atFirst)} of ${plural(cards, '# card')}, ${percentOf(atFirst, cards)}`}
        </dd>
      </div>
      <div>
        <dt>{t`Time`}</dt>
        <dd>
          {minutes(millis / MILLIS_PER_MINUTE)}, {plural(answers, '# answer')}
        </dd>
      </div>
    </dl>
  );
}

function WayOn(props: {
  readonly review: ReviewRound;
  readonly cram: CramInSession;
  readonly report: CramReport;
  readonly onLeave: () => void;
}) {
  const { review, cram, onLeave } = props;
  const { hard, answers, open } = props.report;
  const engine = useEngine();
  const [problem, setProblem] = useState<Problem>();
  async function again(): Promise<void> {
    const begun = await engine.run('beginCram', hard, cram.name);
    if (begun.ok) await review.refresh();
    else setProblem(begun.problem);
  }
  return (
    <>
      {problem && <ProblemNote problem={problem} />}
      <p className="actions">
        {hard.length > 0 && (
          <button
            type="button"
            className="primary"
            onClick={() => void again()}
          >{t`Cram the ${plural(hard.length, '# hard one')} again`}</button>
        )}
        <button type="button" className={hard.length > 0 ? '' : 'primary'} onClick={onLeave}>
          {phrase`Back to Today ${<KeyHint action="reveal" />}`}
        </button>
        {answers > 0 && (
          <button type="button" className="quiet" onClick={() => void review.turn('undo')}>
            {open === answers ? t`Undo the last answer` : t`Undo that decision`}
          </button>
        )}
      </p>
    </>
  );
}
