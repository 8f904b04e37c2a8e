import { useEffect, useRef, useState } from 'react';
import { fieldText } from '../../../../domain/content/note-type.ts';
import { FIELD } from '../../../../domain/content/stock.ts';
import type { FieldId } from '../../../../kernel/ids.ts';
import { mediaNamesIn } from '../../../../domain/template/html-text.ts';
import { useMediaUrls } from '../../../media/media-urls.ts';
import { OcclusionEditor } from '../../occlusion/occlusion-editor.tsx';
import type { NoteState } from '../note-state.ts';

/** The image of an occlusion note, with its masks. */
export function OcclusionFields(props: {
  readonly state: NoteState;
  readonly onChange: (id: FieldId, html: string) => void;
  readonly onPicture: (file: File) => void;
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

  return (
    <>
      <OcclusionEditor
        imageUrl={url}
        imageName={imageName ?? ''}
        value={fieldText(state.fields, FIELD.occlusion)}
        onChange={(html) => onChange(FIELD.occlusion, html)}
        onChooseImage={() => chooser.current?.click()}
        onPasteImage={props.onPicture}
      />
      <input
        ref={chooser}
        type="file"
        accept="image/*"
        hidden
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) props.onPicture(file);
          event.target.value = '';
        }}
      />
    </>
  );
}
