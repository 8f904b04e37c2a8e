import { useState } from 'react';
import type { NoteType } from '../../domain/content/note-type.ts';
import type { Problem } from '../../domain/problem.ts';
import { templateProblems } from '../../domain/template/template-problems.ts';
import { saveNoteType } from '../../operations/note-types.ts';
import { useDeps } from '../deps.tsx';
import { useSampleNote } from '../live.ts';
import { useAnnounce } from '../ui/announcer.tsx';
import { TextField } from '../ui/fields.tsx';
import { count } from '../ui/format.ts';
import { ProblemNote } from '../ui/problem-note.tsx';
import { FieldList } from './field-list.tsx';
import { SampleCard } from './sample-card.tsx';
import { TemplateList } from './template-list.tsx';

/** Changes a note type, with a card of it beside. Notes and schedules follow when it is saved. */
export function TypeEditor(props: {
  readonly type: NoteType;
  readonly notes: number;
  readonly onSaved: () => void;
}) {
  const deps = useDeps();
  const announce = useAnnounce();
  const [type, setType] = useState(props.type);
  const [chosen, setChosen] = useState(props.type.templates[0]?.slot ?? 1);
  const [problem, setProblem] = useState<Problem>();
  const sample = useSampleNote(props.type.id);
  const problems = templateProblems(type);
  const general = problems.filter(({ place }) => place.kind !== 'side');
  const slot = type.templates.some((each) => each.slot === chosen)
    ? chosen
    : (type.templates[0]?.slot ?? 1);

  async function save(): Promise<void> {
    const saved = await saveNoteType(deps, type);
    setProblem(saved.ok ? undefined : saved.problem);
    if (!saved.ok) return;
    announce('The note type is saved. Ctrl+Z takes it back.');
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
        <TextField
          name="Name of the type"
          value={type.name}
          onChange={(name) => setType({ ...type, name })}
        />
        <FieldList type={type} onChange={setType} />
        <TemplateList
          type={type}
          problems={problems}
          chosen={slot}
          onChoose={setChosen}
          onChange={setType}
        />
        <div className="field">
          <label htmlFor="styling">Styling</label>
          <textarea
            id="styling"
            className="source"
            spellCheck={false}
            rows={6}
            placeholder=".card { }"
            value={type.css}
            onChange={(event) => setType({ ...type, css: event.target.value })}
          />
          <span className="small soft">CSS, for the cards of this type alone.</span>
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
          >
            Save
          </button>
          <span className="soft small save-hint">
            {props.notes === 0
              ? 'No note has this type yet.'
              : `${count(props.notes, 'note')} will follow. No schedule is lost.`}
          </span>
        </p>
      </div>
      <SampleCard type={type} slot={slot} fields={sample?.fields} />
    </form>
  );
}
