import { useEffect, useId, useRef, useState } from 'react';
import { t } from '../../../../kernel/texts.ts';
import { SmallDialog } from '../dialogs/small-dialog.tsx';
import { drawFormula } from './draw.ts';

/** A formula in TeX, with how it will look. Saving it empty takes it away. */
export function MathsDialog(props: {
  readonly tex: string;
  readonly isDisplay: boolean;
  readonly isNew: boolean;
  readonly onSave: (tex: string, isDisplay: boolean) => void;
  readonly onClose: () => void;
}) {
  const [tex, setTex] = useState(props.tex);
  const [isDisplay, setDisplay] = useState(props.isDisplay);
  const [problem, setProblem] = useState<string>();
  const preview = useRef<HTMLDivElement>(null);
  const id = useId();
  const written = tex.trim();

  useEffect(() => {
    let isLatest = true;
    const drawn = document.createElement('div');
    const signs = isDisplay ? 'display' : 'inline';
    void drawFormula(drawn, written, signs).then((wrong) => {
      if (!isLatest) return;
      setProblem(wrong);
      preview.current?.replaceChildren(...drawn.childNodes);
    });
    return () => {
      isLatest = false;
    };
  }, [written, isDisplay]);

  function save(): void {
    if (written !== '' || !props.isNew) props.onSave(written, isDisplay);
    props.onClose();
  }
  function remove(): void {
    props.onSave('', isDisplay);
    props.onClose();
  }
  return (
    <SmallDialog
      title={t`Formula`}
      saveWord={props.isNew ? 'Insert' : t`Save`}
      onSave={save}
      onClose={props.onClose}
      other={
        !props.isNew && (
          <button type="button" className="destructive" onClick={remove}>{t`Remove`}</button>
        )
      }
    >
      <div className="field">
        <label htmlFor={id}>{t`TeX`}</label>
        <textarea
          id={id}
          data-first
          className="rich-tex"
          rows={3}
          spellCheck={false}
          aria-describedby={`${id}-problem`}
          value={tex}
          onChange={(event) => setTex(event.target.value)}
        />
      </div>
      <label className="rich-choice">
        <input
          type="checkbox"
          checked={isDisplay}
          onChange={(event) => setDisplay(event.target.checked)}
        />
        {t`On its own line`}
      </label>
      <div ref={preview} className="rich-preview" />
      <p id={`${id}-problem`} className="small soft" role="status">
        {written === '' ? '' : (problem ?? '')}
      </p>
    </SmallDialog>
  );
}
