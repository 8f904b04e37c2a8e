import { useCallback, useEffect, useRef, useState } from 'react';
import type { PrintablePages } from '../../../engine/export/printable.ts';
import type { PrintedSide } from '../../../domain/printing/printed-card.ts';
import type { Problem } from '../../../kernel/problem.ts';
import { plural, t } from '../../../kernel/texts.ts';
import { useEngine } from '../../engine.tsx';
import { Dialog } from '../../kit/dialog/dialog.tsx';
import { Choice } from '../../kit/form/fields.tsx';
import { ProblemNote } from '../../kit/page/problem-note.tsx';
import { useMediaUrls } from '../../media/media-urls.ts';
import type { Exportable } from '../export-words.ts';
import { PrintedMasks } from './printed-masks.tsx';
import './print.css';

type Layout = 'fold' | 'sheet';
const LAYOUTS: Readonly<Record<Layout, string>> = {
  fold: t`To cut and fold: the question on one half, the answer on the other`,
  sheet: t`Study sheet: questions and answers side by side, close together`,
};

/** Cards as pages, shown before they are printed (ANKI-50): words and pictures, nothing that runs. */
export function PrintPages(props: { readonly of: Exportable; readonly onClose: () => void }) {
  const { of, onClose } = props;
  const engine = useEngine();
  const urlOf = useMediaUrls(EVERY_PICTURE);
  const [layout, setLayout] = useState<Layout>('fold');
  const [pages, setPages] = useState<PrintablePages>();
  const [problem, setProblem] = useState<Problem>();
  const [settled, setSettled] = useState(0);
  const onSettled = useCallback(() => setSettled((before) => before + 1), []);
  const pictures = pages ? picturesOf(pages) : 0;
  useEffect(() => {
    let isGone = false;
    void engine.ask('printableCards', { what: of.what }).then((found) => {
      if (isGone) return;
      if (found.ok) setPages(found.value);
      else setProblem(found.problem);
    });
    return () => {
      isGone = true;
    };
  }, [engine, of.what]);

  return (
    <Dialog title={t`Pages to print`} onClose={onClose} wide>
      <div className="form print-head">
        <Choice name={t`Laid out`} value={layout} choices={LAYOUTS} onChange={setLayout} />
        <p className="soft" role="status">
          {!pages
            ? t`Reading the cards…`
            : settled < pictures
              ? t`Waiting for the pictures…`
              : said(pages)}
        </p>
        {problem && <ProblemNote problem={problem} />}
        <p className="actions">
          <button
            type="button"
            className="primary"
            disabled={!pages || pages.cards.length === 0 || settled < pictures}
            onClick={() => window.print()}
          >{t`Print…`}</button>
        </p>
      </div>
      <ol className={`printed printed-${layout}`}>
        {pages?.cards.map(({ id, question, answer }) => (
          <li key={id}>
            <Side side={question} urlOf={urlOf} onSettled={onSettled} />
            <Side side={answer} urlOf={urlOf} onSettled={onSettled} />
          </li>
        ))}
      </ol>
    </Dialog>
  );
}

/** Paper is printed once: no picture gives way to another before. */
const EVERY_PICTURE = Number.POSITIVE_INFINITY;

function picturesOf({ cards }: PrintablePages): number {
  return cards.reduce(
    (sum, { question, answer }) => sum + question.pictures.length + answer.pictures.length,
    0,
  );
}

function said({ cards, left }: PrintablePages): string {
  if (left === 0) return plural(cards.length, '# card');
  return t`The first ${plural(cards.length, '# card')}; ${plural(left, '# more is', '# more are')} not printed at once. Choose fewer to print those.`;
}

function Side(props: {
  readonly side: PrintedSide;
  readonly urlOf: (name: string) => Promise<string | undefined>;
  readonly onSettled: () => void;
}) {
  const { text, pictures, masks, masked } = props.side;
  return (
    <div className="printed-side long-words">
      {text !== '' && <p>{text}</p>}
      {pictures.map((name) => (
        <Picture
          key={name}
          name={name}
          masks={name === masked ? masks : []}
          urlOf={props.urlOf}
          onSettled={props.onSettled}
        />
      ))}
    </div>
  );
}

/** A picture with what hides its answer; nothing where the collection has none of that name. */
function Picture(props: {
  readonly name: string;
  readonly masks: PrintedSide['masks'];
  readonly urlOf: (name: string) => Promise<string | undefined>;
  /** Once: it is drawn, or never will be. */
  readonly onSettled: () => void;
}) {
  const { name, masks, urlOf, onSettled } = props;
  const isSettled = useRef(false);
  const settle = useCallback((): void => {
    if (!isSettled.current) onSettled();
    isSettled.current = true;
  }, [onSettled]);
  const [url, setUrl] = useState<string>();
  const [aspect, setAspect] = useState<number>();
  useEffect(() => {
    let isGone = false;
    void urlOf(name).then((found) => {
      if (isGone) return;
      setUrl(found);
      if (found === undefined) settle();
    });
    return () => {
      isGone = true;
    };
  }, [name, urlOf, settle]);
  if (url === undefined) return null;
  return (
    <span className="printed-picture">
      <img
        src={url}
        alt={name}
        // As on screen: never without what hides its answer.
        hidden={masks.length > 0 && aspect === undefined}
        onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => {
          setAspect(naturalHeight > 0 ? naturalWidth / naturalHeight : 1);
          settle();
        }}
        onError={settle}
      />
      {masks.length > 0 && aspect !== undefined && <PrintedMasks masks={masks} aspect={aspect} />}
    </span>
  );
}
