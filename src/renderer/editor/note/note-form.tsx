import { type Ref, useState } from 'react';
import type { NoteType } from '../../../domain/content/note-type.ts';
import type { NoteId } from '../../../kernel/ids.ts';
import { t } from '../../../kernel/texts.ts';
import { undrawnMarks } from '../../card/undrawn/undrawn-marks.ts';
import { useKnownTags } from '../../live.ts';
import { CardPreviews } from './card-previews.tsx';
import { ClozeWarning } from './cloze-warning.tsx';
import { DuplicateWarning } from './duplicate-warning.tsx';
import { NoteFields, type NoteFieldsHandle } from './fields/note-fields.tsx';
import type { NoteState } from './note-state.ts';
import { Suggestions } from './fields/suggestions.tsx';
import { TagsField } from '../../kit/form/tags-field.tsx';
import type { NoteChange } from './use-note-state.ts';
import './note.css';

/** Fields, tags, suggestions and the cards they make: the same wherever a note is written. */
export function NoteForm(props: {
  readonly state: NoteState;
  readonly type: NoteType;
  readonly deckName: string;
  readonly onChange: (change: NoteChange) => void;
  /** The note itself, where it exists already: it is no duplicate of its own. */
  readonly noteId?: NoteId;
  readonly sticky?: ReadonlySet<string>;
  readonly onSticky?: (key: string) => void;
  readonly handle?: Ref<NoteFieldsHandle>;
  readonly autoFocus?: boolean;
}) {
  const { state, type, onChange } = props;
  const known = useKnownTags();
  // What could not be drawn as a card is not drawn in a field either, before it is changed.
  const [isUndrawn] = useState(() =>
    undrawnMarks().some(({ card }) => card !== undefined && card.noteId === props.noteId),
  );
  return (
    <div className="note-form" data-kind={type.kind}>
      <div className="note-form-text">
        <NoteFields
          state={state}
          type={type}
          onChange={(id, html) =>
            onChange((now) => ({ ...now, fields: { ...now.fields, [id]: html } }))
          }
          {...(props.sticky && props.onSticky
            ? { sticky: props.sticky, onSticky: props.onSticky }
            : {})}
          {...(props.handle ? { handle: props.handle } : {})}
          autoFocus={props.autoFocus === true}
          isSourceFirst={isUndrawn}
        />
        <TagsField
          tags={state.sections}
          known={known}
          onTags={(sections) => onChange((now) => ({ ...now, sections }))}
        />
      </div>
      {/* What comes and goes while one writes moves nothing of what is written (WRITE-16). */}
      <aside className="note-beside" aria-label={t`Cards and advice`}>
        <CardPreviews state={state} type={type} deckName={props.deckName} noteId={props.noteId} />
        <ClozeWarning state={state} type={type} />
        <DuplicateWarning state={state} type={type} noteId={props.noteId} />
        <Suggestions state={state} type={type} noteId={props.noteId} />
      </aside>
    </div>
  );
}
