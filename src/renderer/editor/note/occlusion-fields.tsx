import { useEffect, useRef, useState } from 'react';
import { fieldText } from '../../../domain/content/note-type.ts';
import { FIELD } from '../../../domain/content/stock.ts';
import type { FieldId } from '../../../domain/ids.ts';
import { htmlOfText, mediaNamesIn } from '../../../domain/template/html-text.ts';
import { useMediaUrls } from '../../media/media-urls.ts';
import { OcclusionEditor } from '../occlusion/occlusion-editor.tsx';
import type { NoteState } from './note-state.ts';

/** The image of an occlusion note, with its masks. */
export function OcclusionFields(props: {
  readonly state: NoteState;
  readonly onChange: (id: FieldId, html: string) => void;
  readonly addFile: (file: File) => Promise<string | undefined>;
}) {
  const { state, onChange } = props;
  const mediaUrl = useMediaUrls();
  const chooser = useRef<HTMLInputElement>(null);
  const imageName = mediaNamesIn(fieldText(state.fields, FIELD.image))[0];
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    let isGone = false;
    setUrl(undefined);
    if (imageName !== undefined) {
      void mediaUrl(imageName).then((found) => !isGone && setUrl(found));
    }
    return () => {
      isGone = true;
    };
  }, [imageName, mediaUrl]);

  async function take(file: File | undefined): Promise<void> {
    const name = file && (await props.addFile(file));
    if (name !== undefined) onChange(FIELD.image, `<img src="${htmlOfText(name)}">`);
  }
  return (
    <>
      <OcclusionEditor
        imageUrl={url}
        imageName={imageName ?? ''}
        value={fieldText(state.fields, FIELD.occlusion)}
        onChange={(html) => onChange(FIELD.occlusion, html)}
        onChooseImage={() => chooser.current?.click()}
        onPasteImage={(file) => void take(file)}
      />
      <input
        ref={chooser}
        type="file"
        accept="image/*"
        hidden
        onChange={(event) => {
          void take(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
    </>
  );
}
