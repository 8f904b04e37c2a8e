import type { NoteType } from '../../domain/content/note-type.ts';
import { t } from '../../kernel/texts.ts';
import { useEngine } from '../engine.tsx';
import { changeField, moved, withField, withoutField } from './type-draft.ts';
import { useFieldRenames } from './use-field-renames.ts';

/** The fields of a type: names, order, and how each behaves in the editor. */
export function FieldList(props: {
  readonly type: NoteType;
  /** As it was saved. */
  readonly stored: NoteType;
  readonly onChange: (type: NoteType) => void;
}) {
  const { type, onChange } = props;
  const { newId } = useEngine();
  const renames = useFieldRenames(type, props.stored);
  return (
    <section className="type-part" aria-labelledby="fields">
      <h2 id="fields">{t`Fields`}</h2>
      <ol className="type-rows">
        {type.fields.map((field, index) => (
          <li key={field.id}>
            <input
              aria-label={t`Name of field ${index + 1}`}
              value={field.name}
              onFocus={() => renames.begin(field.id)}
              onChange={(event) => onChange(renames.renamed(field.id, event.target.value))}
              onBlur={() => renames.end(field.id)}
            />
            <span className="type-options small">
              <label>
                <input
                  type="radio"
                  name="sort-field"
                  checked={type.sortFieldId === field.id}
                  onChange={() => onChange({ ...type, sortFieldId: field.id })}
                />
                {t`In lists`}
              </label>
              <label>
                <input
                  type="checkbox"
                  checked={field.isSticky === true}
                  onChange={({ target }) =>
                    onChange(changeField(type, field.id, { isSticky: target.checked }))
                  }
                />
                {t`Kept`}
              </label>
              <label>
                <input
                  type="checkbox"
                  checked={field.isRightToLeft === true}
                  onChange={({ target }) =>
                    onChange(changeField(type, field.id, { isRightToLeft: target.checked }))
                  }
                />
                {t`Right to left`}
              </label>
            </span>
            <RowButtons
              name={field.name}
              index={index}
              count={type.fields.length}
              onMove={(by) => onChange({ ...type, fields: moved(type.fields, index, by) })}
              onRemove={() => onChange(withoutField(type, field.id))}
            />
          </li>
        ))}
      </ol>
      <p>
        <button
          type="button"
          onClick={() => onChange(withField(type, `f-${newId()}`))}
        >{t`Add a field`}</button>
      </p>
    </section>
  );
}

/** Up, down and away, for one row of a list. */
export function RowButtons(props: {
  readonly name: string;
  readonly index: number;
  readonly count: number;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}) {
  const { name, index, count } = props;
  return (
    <span className="row-buttons">
      <button
        type="button"
        className="quiet"
        aria-label={t`Move ${name} up`}
        disabled={index === 0}
        onClick={() => props.onMove(-1)}
      >
        ↑
      </button>
      <button
        type="button"
        className="quiet"
        aria-label={t`Move ${name} down`}
        disabled={index === count - 1}
        onClick={() => props.onMove(1)}
      >
        ↓
      </button>
      <button
        type="button"
        className="quiet destructive"
        aria-label={t`Take out ${name}`}
        disabled={count === 1}
        onClick={props.onRemove}
      >{t`Take out`}</button>
    </span>
  );
}
