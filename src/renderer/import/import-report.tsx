import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { ImportLook, ImportReport } from '../../engine/import/import-look.ts';
import { named } from '../../kernel/named.ts';
import { pathAndAbove } from '../../kernel/path.ts';
import type { Problem } from '../../kernel/problem.ts';
import { t } from '../../kernel/texts.ts';
import { useEngine } from '../engine.tsx';
import { useQuery } from '../live.ts';
import { ChooseFiles } from '../door/choose-files.tsx';
import { ProblemNote } from '../kit/page/problem-note.tsx';
import { useTurnStep } from '../steps/steps.tsx';
import { reportInWords } from './import-words.ts';
import { Problems } from './problems.tsx';
import { ThingsLeftOut } from './report-details.tsx';
import { useSaveReport } from './use-save-report.ts';

/** What an import did, what could not be taken and why, and the ways on (ANKI-41). */
export function ImportReportView(props: {
  readonly look: ImportLook;
  /** Nothing was done since, by key or otherwise: undo takes back what came. */
  readonly isNewest: boolean;
  readonly report: ImportReport;
  /** The file that waits. */
  readonly next: string | undefined;
  readonly onNext: () => void;
}) {
  const { look, report, next } = props;
  const engine = useEngine();
  const turnStep = useTurnStep();
  const [, goTo] = useLocation();
  const decks = useQuery('decks');
  const saving = useSaveReport();
  const [studyProblem, setProblem] = useState<Problem>();
  const problem = studyProblem ?? saving.problem;
  const [isTakenBack, setTakenBack] = useState(false);
  // The deck that most of it went to, or the one above it that has it all.
  const largest = [...look.decks].sort((a, b) => b.notes - a.notes)[0]?.name ?? '';
  const deck = pathAndAbove(largest)
    .map((path) => decks?.find(({ name }) => name === path))
    .find((each) => each !== undefined);

  async function study(): Promise<void> {
    if (!deck) return;
    const begun = await engine.run('beginStudy', { deckId: deck.id });
    setProblem(begun.ok ? undefined : begun.problem);
    if (begun.ok) goTo('/review');
  }
  async function takeBack(): Promise<void> {
    if (await turnStep('undo')) setTakenBack(true);
  }

  return (
    <>
      <div role="status" className="import-report number">
        {isTakenBack ? (
          <p>{t`It was taken back: your cards are as they were before.`}</p>
        ) : (
          reportInWords(report).map((sentence) => <p key={sentence}>{sentence}</p>)
        )}
      </div>
      {problem && <ProblemNote problem={problem} />}
      <p className="actions">
        {next !== undefined ? (
          <button type="button" className="primary long-words" onClick={props.onNext}>
            {t`On to ${named(next)}`}
          </button>
        ) : (
          deck &&
          !isTakenBack && (
            <button
              type="button"
              className="primary"
              onClick={() => void study()}
            >{t`Study now`}</button>
          )
        )}
        {!isTakenBack && props.isNewest && (
          <button type="button" onClick={() => void takeBack()}>{t`Undo`}</button>
        )}
        <button
          type="button"
          onClick={() => void saving.save(report, engine.clock().atMillis)}
        >{t`Save the report…`}</button>
        {next === undefined && <ChooseFiles name={t`Another file…`} />}
        {isTakenBack && <Link href="/">{t`Back to Today`}</Link>}
      </p>
      <ThingsLeftOut leftOut={report.leftOut} />
      <Problems scripts={look.scripts} problems={report.problems} />
    </>
  );
}
