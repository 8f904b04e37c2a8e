import { type Ref, useImperativeHandle, useRef, useState } from 'react';
import { type Field, fieldText, type NoteType } from '../../../../domain/content/note-type.ts';
import { FIELD } from '../../../../domain/content/stock.ts';
import type { FieldId } from '../../../../kernel/ids.ts';
import { nextClozeNumber } from '../../../../domain/template/cloze-html.ts';
import { htmlOfText, mediaNamesIn } from '../../../../domain/template/html-text.ts';
import { t } from '../../../../kernel/texts.ts';
import { AttachMedia } from '../../../media/attach.tsx';
import { useMediaUrls } from '../../../media/media-urls.ts';
import type { RichEditor } from '../../rich/host.ts';
import { RichField, type RichFieldHandle } from '../../rich/rich-field.tsx';
import { RichToolbar } from '../../rich/toolbar/rich-toolbar.tsx';
import { type NoteState, stickyKey } from '../note-state.ts';
import { OcclusionFields } from './occlusion-fields.tsx';
import { useAddFile } from './use-add-file.ts';

/** What the form asks of its fields. */
export interface NoteFieldsHandle {
  /** Puts the focus where writing begins. */
  focusFirst(): void;
  /** Waits for the files that are being stored: whether all of them are in the note. */
  areFilesStored(): Promise<boolean>;
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
  /** All fields begin as their source. */
  readonly isSourceFirst?: boolean;
}) {
  const { state, type, onChange } = props;
  const first = useRef<RichFieldHandle>(null);
  const [active, setActive] = useState<RichEditor>();
  const addFile = useAddFile();
  const mediaUrl = useMediaUrls();
  useImperativeHandle(props.handle, () => ({
    focusFirst: () => first.current?.focus(),
    areFilesStored: addFile.areStored,
  }));
  const isOcclusion = type.kind === 'occlusion';
  const shown = type.fields.filter(
    (field) => !isOcclusion || (field.id !== FIELD.occlusion && field.id !== FIELD.image),
  );
  const allText = type.fields.map((field) => fieldText(state.fields, field.id));

  async function takePicture(file: File): Promise<void> {
    const name = await addFile.add(file);
    if (name !== undefined) onChange(FIELD.image, `<img src="${htmlOfText(name)}">`);
  }
  /** A note about a picture takes its picture first; all else goes to where one writes. */
  function attach(files: readonly File[]): void {
    const [file, ...others] = files;
    const hasPicture = mediaNamesIn(fieldText(state.fields, FIELD.image)).length > 0;
    const isForMasks = isOcclusion && !hasPicture && file?.type.startsWith('image/') === true;
    if (isForMasks) void takePicture(file);
    const left = isForMasks ? others : files;
    if (left.length > 0) (active ?? first.current)?.insertFiles(left);
  }

  return (
    <div className="note-fields">
      {isOcclusion && (
        <OcclusionFields
          state={state}
          onChange={onChange}
          onPicture={(file) => void takePicture(file)}
        />
      )}
      <RichToolbar editor={active} />
      {shown.map((field, index) => (
        <div className="note-field" key={`${type.id}/${field.id}`}>
          <RichField
            ref={index === 0 ? first : undefined}
            label={field.name}
            {...(field.hint === undefined ? {} : { hint: field.hint })}
            isRightToLeft={field.isRightToLeft === true}
            isSourceFirst={field.isPlainText === true || props.isSourceFirst === true}
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
        <AttachMedia onFiles={attach} />
      </div>
      {addFile.problems.length > 0 && (
        <div className="note note-problem" role="alert">
          {addFile.problems.map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
        </div>
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
      aria-label={t`Keep: ${props.field.name}, for the next note (F9)`}
      title={t`Keep the text for the next note (F9)`}
      onClick={() => props.onSticky(key)}
    >{t`Keep`}</button>
  );
}
