import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { Deck } from '../../../domain/collection/deck.ts';
import type { Exam } from '../../../domain/overlay/overlay.ts';
import type { Problem } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import { useEngine } from '../../engine.tsx';
import { useAnnounce } from '../../kit/page/announcer.tsx';
import { TextField } from '../../kit/form/fields.tsx';
import { inAddress } from '../../kit/text/in-address.ts';
import { ProblemNote } from '../../kit/page/problem-note.tsx';
import { useExamActions } from '../page/use-exam-actions.ts';
import { useOutlook } from '../use-outlook.ts';
import { useNow } from '../../use-now.ts';
import { CardsFields } from './fields/cards-fields.tsx';
import { DateFields } from './fields/date-fields.tsx';
import { type ExamDraft, examOf } from './exam-draft.ts';
import { keepExamDraft } from './kept-drafts.ts';
import { MinutesFields } from './fields/minutes-fields.tsx';
import { MoreFields } from './fields/more-fields.tsx';
import { PreviewFigures, PreviewStrip, PreviewVerdict } from './outlook-preview.tsx';
import { WeightsFields } from './fields/weights-fields.tsx';
import { named } from '../../../kernel/named.ts';

/** The form of an exam; what it would give changes with every entry. */
export function ExamForm(props: {
  /** Under which an unfinished exam is kept. */
  readonly place: string;
  readonly before: Exam | undefined;
  readonly first: ExamDraft;
  readonly kept: ExamDraft | undefined;
  readonly decks: readonly Deck[];
}) {
  const { place, before, decks } = props;
  const engine = useEngine();
  const announce = useAnnounce();
  const [, goTo] = useLocation();
  const [draft, setDraft] = useState(props.kept ?? props.first);
  const [isTouched, setTouched] = useState(props.kept !== undefined);
  const [refused, setRefused] = useState<Problem>();
  const actions = useExamActions();
  const exam = examOf(draft, before);
  const live = useOutlook(exam);
  const now = useNow();
  const verdict = useRef<HTMLDivElement>(null);

  function change(part: Partial<ExamDraft>): void {
    const next = { ...draft, ...part };
    setDraft(next);
    setTouched(true);
    setRefused(undefined);
    actions.forgetProblem();
    keepExamDraft(place, next);
  }
  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    const saved = await engine.run('saveOverlay', exam);
    setRefused(saved.ok ? undefined : saved.problem);
    if (!saved.ok) return;
    keepExamDraft(place, undefined);
    announce(t`“${named(exam.name)}” is saved.`);
    goTo(before ? `/exams/${inAddress(exam.id)}` : '/exams');
  }
  function cancel(): void {
    keepExamDraft(place, undefined);
    goTo(before ? `/exams/${inAddress(before.id)}` : '/exams');
  }
  function goToVerdict(): void {
    verdict.current?.scrollIntoView();
    verdict.current?.querySelector('button')?.focus({ preventScroll: true });
  }
  function onKeyDown(event: KeyboardEvent): void {
    // Escape leads to Today elsewhere; an exam half written is not left by a slip.
    if (event.key === 'Escape' && isTouched) event.preventDefault();
  }

  return (
    <form
      className="exam-form"
      aria-label={before ? t`Edit ${before.name}` : t`New exam`}
      onSubmit={(event) => void save(event)}
      onKeyDown={onKeyDown}
    >
      <div className="exam-fields form">
        <h1 className="page-title">{before ? t`Edit “${named(before.name)}”` : t`New exam`}</h1>
        <TextField name={t`Name`} value={draft.name} onChange={(name) => change({ name })} />
        <DateFields draft={draft} onChange={change} />
        <CardsFields draft={draft} decks={decks} onChange={change} />
        <MinutesFields draft={draft} onChange={change} />
        <WeightsFields draft={draft} decks={decks} outlook={live.outlook} onChange={change} />
        <MoreFields draft={draft} onChange={change} />
        <PreviewStrip live={live} onMore={goToVerdict} />
      </div>
      <div className="exam-side">
        <div className="exam-side-first" ref={verdict}>
          {refused ? (
            <ProblemNote problem={refused} />
          ) : (
            <PreviewVerdict live={live} hasBegun={exam.at.atMillis <= now.atMillis} />
          )}
          {actions.problem && <ProblemNote problem={actions.problem} />}
          <p className="actions">
            <button type="submit" className="primary">{t`Save`}</button>
            <button type="button" className="quiet" onClick={cancel}>{t`Cancel`}</button>
            <button
              type="button"
              className="quiet"
              onClick={() => actions.cram(exam.cards, exam.name || t`Exam`)}
            >{t`Cram these cards now`}</button>
          </p>
        </div>
        <PreviewFigures
          live={live}
          onMinutes={
            draft.isByWeekday || draft.daysOff.length > 0
              ? undefined
              : (minutes) => change({ minutes: String(minutes) })
          }
        />
      </div>
    </form>
  );
}
