import { useState } from 'react';
import type { NoteType } from '../../domain/content/note-type.ts';
import type { Problem } from '../../kernel/problem.ts';
import { templateProblems } from '../../domain/template/template-problems.ts';
import { plural, t } from '../../kernel/texts.ts';
import { useEngine } from '../engine.tsx';
import { type Draft, useDraft } from '../editor/note/use-draft.ts';
import { useQuery } from '../live.ts';
import { useAnnounce } from '../kit/page/announcer.tsx';
import { TextField } from '../kit/form/fields.tsx';
import { ProblemNote } from '../kit/page/problem-note.tsx';
import { FieldList } from './field-list.tsx';
import { SampleCard } from './sample-card.tsx';
import { TemplateList } from './template-list.tsx';
import {
  changesIn,
  type TypeChanges,
  typeChangesFrom,
  typeDraftId,
  withChanges,
} from './type-changes.ts';

/**
 * Changes a note type, with a card of it beside. Notes and schedules follow when it is saved; what
 * is left without that is there again when the type is next opened.
 */
export function TypeEditor(props: {
  readonly type: NoteType;
  readonly notes: number;
  readonly onSaved: () => void;
}) {
  const draft = useDraft(typeDraftId(props.type.id), typeChangesFrom);
  return draft.kept === undefined ? null : <Form {...props} draft={draft} />;
}

function Form(props: {
  readonly type: NoteType;
  readonly notes: number;
  readonly onSaved: () => void;
  readonly draft: Draft<TypeChanges>;
}) {
  const { type: stored, draft } = props;
  const engine = useEngine();
  const announce = useAnnounce();
  const [changes, setChanges] = useState(draft.kept ?? undefined);
  const type = changes ? withChanges(stored, changes) : stored;
  const isChanged = changesIn(type, stored) !== undefined;
  const [isBack, setBack] = useState(isChanged);
  // Saved: what an undo takes back later is not changed again.
  if (changes && !isChanged) setChanges(undefined);
  const [chosen, setChosen] = useState(props.type.templates[0]?.slot ?? 1);
  const [problem, setProblem] = useState<Problem>();
  const sample = useQuery('sampleNote', { noteTypeId: props.type.id });
  const problems = templateProblems(type);
  const general = problems.filter(({ place }) => place.kind !== 'side');
  const slot = type.templates.some((each) => each.slot === chosen)
    ? chosen
    : (type.templates[0]?.slot ?? 1);

  function setType(next: NoteType): void {
    const changed = changesIn(next, stored);
    setChanges(changed);
    if (changed) draft.keep(changed);
    else draft.drop();
  }
  function dropChanges(): void {
    setType(stored);
    setProblem(undefined);
    setBack(false);
    announce(t`The note type is as it was saved.`);
  }
  async function save(): Promise<void> {
    const saved = await engine.run('saveNoteType', type);
    setProblem(saved.ok ? undefined : saved.problem);
    if (!saved.ok) return;
    draft.drop();
    setBack(false);
    announce(t`The note type is saved. Undo takes that back.`);
    props.onSaved();
  }
  return (
    <form
      className="form type-editor"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className="type-text">
        {isBack && isChanged && (
          <p className="note" role="status">
            {t`What was not saved when you left this note type is here again. `}
            <button
              type="button"
              className="quiet"
              onClick={dropChanges}
            >{t`Show the note type as it is`}</button>
          </p>
        )}
        <TextField
          name={t`Name of the type`}
          value={type.name}
          onChange={(name) => setType({ ...type, name })}
        />
        <FieldList type={type} stored={stored} onChange={setType} />
        <TemplateList
          type={type}
          problems={problems}
          chosen={slot}
          onChoose={setChosen}
          onChange={setType}
          onProblem={setProblem}
        />
        <div className="field">
          <label htmlFor="styling">{t`Styling`}</label>
          <textarea
            id="styling"
            className="source"
            spellCheck={false}
            rows={6}
            placeholder={t`.card { }`}
            value={type.css}
            onChange={(event) => setType({ ...type, css: event.target.value })}
          />
          <span className="small soft">{t`CSS, for the cards of this type alone.`}</span>
        </div>
        {general.map((each) => (
          <ProblemNote key={each.what} problem={each} />
        ))}
        {problem && <ProblemNote problem={problem} />}
        <p className="actions form-actions">
          <button
            type="submit"
            className="primary"
            disabled={problems.some(({ severity }) => severity === 'error')}
          >{t`Save`}</button>
          {isChanged && !isBack && (
            <button
              type="button"
              className="destructive"
              onClick={dropChanges}
            >{t`Give up the changes`}</button>
          )}
          <span className="soft small save-hint">
            {props.notes === 0
              ? t`No note has this type yet.`
              : t`${plural(props.notes, '# note')} will follow. No schedule is lost.`}
          </span>
        </p>
      </div>
      <SampleCard type={type} slot={slot} fields={sample?.fields} />
    </form>
  );
}
