import { useState } from 'react';
import { Link, useSearch } from 'wouter';
import type { OverlayId } from '../../kernel/ids.ts';
import { t } from '../../kernel/texts.ts';
import { useEngine } from '../engine.tsx';
import { useQuery } from '../live.ts';
import { draftOf } from './editor/exam-draft.ts';
import { ExamForm } from './editor/exam-form.tsx';
import { keptDraft } from './editor/kept-drafts.ts';
import { prefilledDraft } from './editor/prefill.ts';
import '../kit/chart/chart.css';
import './charts/exam-charts.css';
import './exam.css';
import '../kit/form/forms.css';
import './editor/editor.css';

/** Writes a new exam or changes one; what it will give stands at its side all the while. */
export function ExamEditor(props: { readonly id?: string }) {
  const engine = useEngine();
  const query = useSearch();
  const overlays = useQuery('overlays');
  const decks = useQuery('decks');
  const [newId] = useState(() => engine.newId() as OverlayId);
  if (!overlays || !decks) {
    return <main aria-busy="true" />;
  }
  const exam = overlays.find((each) => each.kind === 'exam' && each.id === props.id);
  const before = exam?.kind === 'exam' ? exam : undefined;
  const place = props.id ?? `new?${query}`;
  return (
    <main className="page exam-editor charts">
      {props.id !== undefined && !before ? (
        <NoSuchExam />
      ) : (
        <ExamForm
          key={place}
          place={place}
          before={before}
          first={
            before ? draftOf(before) : prefilledDraft(query, newId, engine.clock(), decks, overlays)
          }
          kept={keptDraft(place)}
          decks={decks}
        />
      )}
    </main>
  );
}

function NoSuchExam() {
  return (
    <div className="exam-gone">
      <h1 className="page-title">{t`There is no such exam here`}</h1>
      <p>{t`It may have been deleted. Your cards are as they were.`}</p>
      <p>
        <Link href="/exams">{t`All exams`}</Link>
      </p>
    </div>
  );
}
