import { useState } from 'react';
import { Link } from 'wouter';
import type { DeckId, NoteId } from '../../kernel/ids.ts';
import type { Problem } from '../../kernel/problem.ts';
import { shownPath } from '../../kernel/path.ts';
import type { Advice } from '../../engine/queries/once/lint-notes.ts';
import { plural, t } from '../../kernel/texts.ts';
import { Select } from '../kit/form/select.tsx';
import { useWork } from '../kit/progress/use-work.ts';
import { WorkLine } from '../kit/progress/work-line.tsx';
import { useEngine } from '../engine.tsx';
import { EditNote } from '../editor/note/edit-note.tsx';
import { begin, END, phrase } from '../kit/text/phrase.ts';
import { useQuery } from '../live.ts';
import { ProblemNote } from '../kit/page/problem-note.tsx';
import './advice.css';

/** Looks over all notes, or a deck's, and says which cards could be better (C). */
export function AdviceScreen() {
  const engine = useEngine();
  const decks = useQuery('decks');
  const [deckId, setDeckId] = useState<DeckId>();
  const { working, run, stop } = useWork();
  const [advice, setAdvice] = useState<Advice>();
  const [problem, setProblem] = useState<Problem>();
  const [editing, setEditing] = useState<NoteId>();

  async function look(): Promise<void> {
    setAdvice(undefined);
    const found = await run('Looking', (watch) => engine.ask('lintNotes', { deckId }, watch));
    setProblem(found.ok ? undefined : found.problem);
    setAdvice(found.ok ? found.value : undefined);
  }
  return (
    <main className="page advice-screen">
      <h1 className="page-title">{t`Advice on cards`}</h1>
      <p className="soft">{phrase`Rounds looks over your notes by the rules of good cards and says what could be better. Nothing is changed. Which rules count is chosen under ${begin(<Link href="/settings" />)}Settings${END}.`}</p>
      <div className="advice-choice">
        <Select
          name={t`Deck`}
          value={deckId ?? ''}
          options={[
            { id: '', name: t`All decks` },
            ...(decks ?? []).map((deck) => ({ id: deck.id, name: shownPath(deck.name) })),
          ]}
          onChange={(id) => setDeckId(id === '' ? undefined : (id as DeckId))}
        />
        {!working && (
          <button
            type="button"
            className="primary"
            onClick={() => void look()}
          >{t`Look them over`}</button>
        )}
      </div>
      {working && <WorkLine working={working} onStop={stop} />}
      <div role="status">{advice && <p className="number">{resultOf(advice)}</p>}</div>
      {problem && <ProblemNote problem={problem} />}
      {advice && <AdvisedNotes advice={advice} onEdit={setEditing} />}
      {editing && (
        <EditNote
          noteId={editing}
          onClose={() => setEditing(undefined)}
          onSaved={() => setEditing(undefined)}
        />
      )}
    </main>
  );
}

function AdvisedNotes(props: {
  readonly advice: Advice;
  readonly onEdit: (noteId: NoteId) => void;
}) {
  return (
    <ol className="advised">
      {props.advice.notes.map((note) => (
        <li key={note.noteId}>
          <div className="advised-head">
            <h2>{note.text || t`Without text`}</h2>
            <button
              type="button"
              className="quiet"
              aria-label={t`Edit: ${note.text}`}
              onClick={() => props.onEdit(note.noteId)}
            >{t`Edit`}</button>
          </div>
          <ul>
            {note.suggestions.map((suggestion) => (
              <li key={`${suggestion.ruleId}/${suggestion.message}`} className="soft">
                {suggestion.message}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function resultOf({ looked, found, notes }: Advice): string {
  if (looked === 0) return t`There is no note to look at here.`;
  if (found === 0) return t`${plural(looked, '# note')} looked over: nothing to better.`;
  const shown = found > notes.length ? t`; the first ${notes.length} are listed` : '';
  return t`${plural(looked, '# note')} looked over, ${plural(found, '# note')} could be better${shown}.`;
}
