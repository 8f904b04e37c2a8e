import { useId } from 'react';
import type { CardTemplate, NoteType } from '../../domain/content/note-type.ts';
import type { NoteTypeProblem } from '../../domain/template/template-problems.ts';
import type { Problem } from '../../kernel/problem.ts';
import { t } from '../../kernel/texts.ts';
import { useEngine } from '../engine.tsx';
import { useLatest } from '../kit/hooks/use-latest.ts';
import { RowButtons } from './field-list.tsx';
import { changeTemplate, moved, withoutTemplate, withTemplate } from './type-draft.ts';

/** The cards of a type: what each asks and answers, in the template language. */
export function TemplateList(props: {
  readonly type: NoteType;
  readonly problems: readonly NoteTypeProblem[];
  readonly chosen: number;
  readonly onChoose: (slot: number) => void;
  readonly onChange: (type: NoteType) => void;
  readonly onProblem: (problem: Problem | undefined) => void;
}) {
  const { type, onChange } = props;
  const engine = useEngine();
  const latest = useLatest(props);
  async function add(): Promise<void> {
    const last = await engine.ask('lastSlotOfType', { noteTypeId: type.id });
    const { type: present, onChange: change, onProblem } = latest.current;
    if (last.ok) change(withTemplate(present, last.value));
    onProblem(last.ok ? undefined : last.problem);
  }
  return (
    <section className="type-part" aria-labelledby="templates">
      <h2 id="templates">{type.kind === 'standard' ? t`Cards` : t`Card`}</h2>
      <ol className="type-rows">
        {type.templates.map((template, index) => (
          <li key={template.slot} className="template">
            <div className="template-head">
              <input
                aria-label={t`Name of card ${index + 1}`}
                value={template.name}
                onFocus={() => props.onChoose(template.slot)}
                onChange={({ target }) =>
                  onChange(changeTemplate(type, template.slot, { name: target.value }))
                }
              />
              {type.kind === 'standard' && (
                <RowButtons
                  name={template.name}
                  index={index}
                  count={type.templates.length}
                  onMove={(by) =>
                    onChange({ ...type, templates: moved(type.templates, index, by) })
                  }
                  onRemove={() => onChange(withoutTemplate(type, template.slot))}
                />
              )}
            </div>
            {(['front', 'back'] as const).map((side) => (
              <Side
                key={side}
                template={template}
                side={side}
                problems={props.problems.filter(
                  ({ place }) =>
                    place.kind === 'side' && place.slot === template.slot && place.side === side,
                )}
                onFocus={() => props.onChoose(template.slot)}
                onChange={(text) => onChange(changeTemplate(type, template.slot, { [side]: text }))}
              />
            ))}
          </li>
        ))}
      </ol>
      {type.kind === 'standard' && (
        <p>
          <button type="button" onClick={() => void add()}>{t`Add a card`}</button>
        </p>
      )}
    </section>
  );
}

function Side(props: {
  readonly template: CardTemplate;
  readonly side: 'front' | 'back';
  readonly problems: readonly NoteTypeProblem[];
  readonly onFocus: () => void;
  readonly onChange: (text: string) => void;
}) {
  const id = useId();
  const { template, side, problems } = props;
  return (
    <div className="field">
      <label htmlFor={id}>{side === 'front' ? t`Question` : t`Answer`}</label>
      <textarea
        id={id}
        className="source"
        spellCheck={false}
        rows={side === 'front' ? 3 : 6}
        value={template[side]}
        aria-describedby={problems.length > 0 ? `${id}-problems` : undefined}
        aria-invalid={problems.length > 0}
        onFocus={props.onFocus}
        onChange={(event) => props.onChange(event.target.value)}
      />
      {problems.length > 0 && (
        <ul id={`${id}-problems`} className="small type-problems">
          {problems.map((problem) => (
            <li key={problem.what}>
              {problem.what} {problem.todo}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
