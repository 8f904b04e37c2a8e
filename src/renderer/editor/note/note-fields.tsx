import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { type Field, fieldText, type NoteType } from '../../../domain/content/note-type.ts';
import { FIELD } from '../../../domain/content/stock.ts';
import type { FieldId } from '../../../domain/ids.ts';
import { nextClozeNumber } from '../../../domain/template/cloze-html.ts';
import { addMedia } from '../../../operations/media.ts';
import { useDeps } from '../../deps.tsx';
import { AttachMedia } from '../../media/attach.tsx';
import { useMediaUrls } from '../../media/media-urls.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import type { RichEditor } from '../rich/host.ts';
import { RichField, type RichFieldHandle } from '../rich/rich-field.tsx';
import { RichToolbar } from '../rich/toolbar/rich-toolbar.tsx';
import { type NoteState, stickyKey } from './note-state.ts';
import { OcclusionFields } from './occlusion-fields.tsx';

/** Lets the form put the focus where writing begins. */
export interface NoteFieldsHandle {
  focusFirst(): void;
}

/** The fields of a note in place, each a rich text; an occlusion note's image with its masks. */
export function NoteFields(props: {
  readonly state: NoteState;
  readonly type: NoteType;
  readonly onChange: (id: FieldId, html: string) => void;
  /** Which fields keep their text for the next note; absent where there is no next note. */
  readonly sticky?: ReadonlySet<string>;
  readonly onSticky?: (key: string) => void;
  readonly handle?: Ref<NoteFieldsHandle>;
  readonly autoFocus?: boolean;
}) {
  const { state, type, onChange } = props;
  const first = useRef<RichFieldHandle>(null);
  const [active, setActive] = useState<RichEditor>();
  const addFile = useAddFile();
  const mediaUrl = useMediaUrls();
  useImperativeHandle(props.handle, () => ({ focusFirst: () => first.current?.focus() }));
  const isOcclusion = type.kind === 'occlusion';
  const shown = type.fields.filter(
    (field) => !isOcclusion || (field.id !== FIELD.occlusion && field.id !== FIELD.image),
  );
  const allText = type.fields.map((field) => fieldText(state.fields, field.id));

  return (
    <div className="note-fields">
      {isOcclusion && <OcclusionFields state={state} onChange={onChange} addFile={addFile.add} />}
      <RichToolbar editor={active} />
      {shown.map((field, index) => (
        <div className="note-field" key={`${type.id}/${field.id}`}>
          <RichField
            ref={index === 0 ? first : undefined}
            label={field.name}
            {...(field.hint === undefined ? {} : { hint: field.hint })}
            isRightToLeft={field.isRightToLeft === true}
            value={fieldText(state.fields, field.id)}
            onChange={(html) => onChange(field.id, html)}
            autoFocus={props.autoFocus === true && index === 0 && !isOcclusion}
            mediaUrl={mediaUrl}
            onPasteFile={addFile.add}
            onActive={setActive}
            onKeyDown={(event) => {
              if (event.key !== 'F9') return;
              event.preventDefault();
              props.onSticky?.(stickyKey(type.id, field.id));
            }}
            clozeEnabled={type.kind === 'cloze'}
            nextClozeNumber={() => nextClozeNumber(...allText)}
          />
          {props.sticky && props.onSticky && (
            <Sticky field={field} type={type} sticky={props.sticky} onSticky={props.onSticky} />
          )}
        </div>
      ))}
      <div className="attach">
        <AttachMedia onFiles={(files) => active?.insertFiles(files)} />
      </div>
      {addFile.problem !== '' && (
        <p className="note note-problem" role="alert">
          {addFile.problem}
        </p>
      )}
    </div>
  );
}

function Sticky(props: {
  readonly field: Field;
  readonly type: NoteType;
  readonly sticky: ReadonlySet<string>;
  readonly onSticky: (key: string) => void;
}) {
  const key = stickyKey(props.type.id, props.field.id);
  const isOn = props.sticky.has(key);
  return (
    <button
      type="button"
      className="quiet small sticky"
      // Between two fields, Tab goes on to the next; F9 in the field does the same as this.
      tabIndex={-1}
      aria-pressed={isOn}
      aria-label={`Keep: ${props.field.name}, for the next note (F9)`}
      title="Keep the text for the next note (F9)"
      onClick={() => props.onSticky(key)}
    >
      Keep
    </button>
  );
}

/** Stores a pasted, dropped or recorded file; the name that the field refers to it by. */
function useAddFile() {
  const deps = useDeps();
  const announce = useAnnounce();
  const [problem, setProblem] = useState('');
  useEffect(() => {
    if (problem !== '') announce(problem, 'quietly');
  }, [problem, announce]);
  async function add(file: File): Promise<string | undefined> {
    const added = await addMedia(deps, file);
    setProblem(added.ok ? '' : `${added.problem.what} ${added.problem.kept} ${added.problem.todo}`);
    return added.ok ? added.value.id : undefined;
  }
  return { add, problem };
}
