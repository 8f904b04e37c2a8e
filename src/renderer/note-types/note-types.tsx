import { useState } from 'react';
import type { NoteType } from '../../domain/content/note-type.ts';
import { BASIC, stockType } from '../../domain/content/stock.ts';
import type { Problem } from '../../kernel/problem.ts';
import { plural, t } from '../../kernel/texts.ts';
import { Select } from '../kit/form/select.tsx';
import { useEngine } from '../engine.tsx';
import { useQuery } from '../live.ts';
import { useAnnounce } from '../kit/page/announcer.tsx';
import { ProblemNote } from '../kit/page/problem-note.tsx';
import { typeDraftId } from './type-changes.ts';
import { copyOf } from './type-draft.ts';
import { TypeEditor } from './type-editor.tsx';
import { named } from '../../kernel/named.ts';
import '../editor/note/note.css';
import './note-types.css';

/** All note types, and the one being changed. */
export function NoteTypes() {
  const engine = useEngine();
  const announce = useAnnounce();
  const types = useQuery('typesInUse');
  const [chosenId, setChosenId] = useState<string>(BASIC.id);
  const [problem, setProblem] = useState<Problem>();
  const [removals, setRemovals] = useState(0);
  const chosen = types?.find(({ type }) => type.id === chosenId) ?? types?.[0];

  async function add(from: NoteType): Promise<void> {
    const type = copyOf(from, `t-${engine.newId()}`, `${from.name} (own)`);
    const saved = await engine.run('saveNoteType', type);
    setProblem(saved.ok ? undefined : saved.problem);
    if (saved.ok) setChosenId(type.id);
  }
  async function remove(type: NoteType): Promise<void> {
    const removed = await engine.run('deleteNoteType', type.id);
    setProblem(removed.ok ? undefined : removed.problem);
    if (!removed.ok) return;
    // What was being changed goes with it, also where the editor has read it again by now.
    await engine.run('dropDraft', typeDraftId(type.id));
    setRemovals((count) => count + 1);
    announce(t`Done. Undo takes that back.`);
  }

  return (
    <main className="page page-wide note-types">
      <h1 className="page-title">{t`Note types`}</h1>
      {types && chosen && (
        <>
          <div className="type-choice">
            <Select
              name={t`Type`}
              value={chosen.type.id}
              options={types.map(({ type, notes }) => ({
                id: type.id,
                name: `${named(type.name)} – ${plural(notes, '# note')}`,
              }))}
              onChange={setChosenId}
            />
            <p className="actions">
              <button
                type="button"
                onClick={() => void add(chosen.type)}
              >{t`Copy as a new type`}</button>
              {chosen.isOwn && (
                <button
                  type="button"
                  className="destructive"
                  onClick={() => void remove(chosen.type)}
                >
                  {stockType(chosen.type.id) ? t`Back to how it came` : t`Delete`}
                </button>
              )}
            </p>
          </div>
          {problem && <ProblemNote problem={problem} />}
          <TypeEditor
            key={`${removals} ${chosen.type.id}`}
            type={chosen.type}
            notes={chosen.notes}
            onSaved={() => setProblem(undefined)}
          />
        </>
      )}
    </main>
  );
}
