import { useId, useState } from 'react';
import { t } from '../../../../kernel/texts.ts';
import type { Attributes } from '../html/kinds.ts';
import { SmallDialog } from './small-dialog.tsx';

/** What a picture shows, in words, and how wide it is drawn. */
export function PictureDialog(props: {
  readonly attributes: Attributes;
  readonly onSave: (attributes: Attributes) => void;
  readonly onClose: () => void;
}) {
  const [alt, setAlt] = useState(props.attributes.alt ?? '');
  const [width, setWidth] = useState(props.attributes.width ?? '');
  const id = useId();
  function save(): void {
    const { alt: _alt, width: _width, height, ...others } = props.attributes;
    const pixels = Number.parseInt(width, 10);
    const isAsBefore = width === (props.attributes.width ?? '');
    props.onSave({
      ...others,
      ...(alt.trim() === '' ? {} : { alt: alt.trim() }),
      ...(isAsBefore && props.attributes.width ? { width } : {}),
      ...(!isAsBefore && pixels > 0 ? { width: String(pixels) } : {}),
      // A new width keeps the picture's shape.
      ...(isAsBefore && height !== undefined ? { height } : {}),
    });
    props.onClose();
  }
  return (
    <SmallDialog title={t`Picture`} saveWord={t`Save`} onSave={save} onClose={props.onClose}>
      <div className="field">
        <label htmlFor={`${id}-alt`}>{t`What it shows`}</label>
        <input
          id={`${id}-alt`}
          data-first
          aria-describedby={`${id}-help`}
          value={alt}
          onChange={(event) => setAlt(event.target.value)}
        />
        <span
          id={`${id}-help`}
          className="small soft"
        >{t`Read out to those who do not see it, and shown where the file is missing.`}</span>
      </div>
      <div className="field">
        <label htmlFor={`${id}-width`}>{t`Width in pixels, empty for its own`}</label>
        <input
          id={`${id}-width`}
          className="number"
          inputMode="numeric"
          value={width}
          onChange={(event) => setWidth(event.target.value)}
        />
      </div>
    </SmallDialog>
  );
}
