import { FLAG_NAMES, type Flag } from '../../domain/collection/card.ts';
import { faceOf } from '../../domain/content/cards-of-note.ts';
import type { Segment } from '../../domain/content/cloze.ts';
import type { NoteContent } from '../../domain/content/note.ts';

/** The card's text: question, and under it on the same column, once asked for, the answer. */
export function CardFace(props: {
  readonly content: NoteContent;
  readonly slot: number;
  readonly isRevealed: boolean;
  readonly extra: string;
  readonly source: string;
  readonly sections: readonly string[];
  readonly flag: Flag;
  readonly isMarked: boolean;
}) {
  const { question, answer } = faceOf(props.content, props.slot);
  const isCloze = props.content.type === 'cloze';
  const shown = isCloze && props.isRevealed ? answer : question;
  return (
    <article className="card-face">
      {(props.flag > 0 || props.isMarked) && (
        <p className="card-labels small">
          {props.flag > 0 && (
            <span className="flag-label" data-flag={props.flag}>
              {FLAG_NAMES[props.flag]} flag
            </span>
          )}
          {props.isMarked && <span>Marked</span>}
        </p>
      )}
      <section
        aria-label={isCloze && props.isRevealed ? 'Answer' : 'Question'}
        className="card-text"
      >
        <p aria-live={isCloze ? 'polite' : 'off'}>
          <Segments segments={shown} />
        </p>
      </section>
      {props.isRevealed && !isCloze && (
        <section aria-label="Answer" className="card-text card-answer">
          <p>
            <Segments segments={answer} />
          </p>
        </section>
      )}
      {props.isRevealed && (
        <div className="card-under">
          {props.extra !== '' && <p className="card-extra">{props.extra}</p>}
          <p className="small soft">
            {props.sections[0]}
            {props.source !== '' && ` · ${props.source}`}
          </p>
        </div>
      )}
    </article>
  );
}

function Segments({ segments }: { readonly segments: readonly Segment[] }) {
  return segments.map((segment, index) => {
    const key = `${index}:${segment.kind}`;
    if (segment.kind === 'text') return <span key={key}>{segment.text}</span>;
    if (segment.kind === 'revealed') {
      return (
        <mark key={key} className="revealed">
          {segment.text}
        </mark>
      );
    }
    return (
      <span key={key} className="blank">
        {segment.hint ? (
          segment.hint
        ) : (
          <>
            <span aria-hidden="true">…</span>
            <span className="hidden-text">blank</span>
          </>
        )}
      </span>
    );
  });
}
