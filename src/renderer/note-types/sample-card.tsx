import { cardClasses, type FieldTexts, type NoteType } from '../../domain/content/note-type.ts';
import type { Slot } from '../../kernel/ids.ts';
import { renderCard } from '../../domain/template/render.ts';
import { t } from '../../kernel/texts.ts';
import { CardFrame } from '../card/card-frame.tsx';
import { TypedAnswerField } from '../card/typed-answer.tsx';
import { useMediaUrls } from '../media/media-urls.ts';

/** How a note of the type looks as it stands: one of the person's own, or the fields' names. */
export function SampleCard(props: {
  readonly type: NoteType;
  readonly slot: Slot;
  readonly fields: FieldTexts | undefined;
}) {
  const { type, slot } = props;
  const mediaUrl = useMediaUrls();
  const sides = renderCard({
    type,
    fields: props.fields ?? namesAsText(type),
    slot,
    tags: [t`Section`],
    deckName: t`Deck`,
  });
  return (
    <section className="previews" aria-label={t`Preview`}>
      <h2 className="small soft">
        {props.fields ? t`One of your notes` : t`A note with its fields’ names`}
      </h2>
      {(['front', 'back'] as const).map((side) => (
        <div key={side} className="preview-side">
          <h3 className="small soft">{side === 'front' ? t`Question` : t`Answer`}</h3>
          <CardFrame
            html={sides[side]}
            css={sides.css}
            title={side === 'front' ? t`Preview of the question` : t`Preview of the answer`}
            isFront
            bodyClass={cardClasses(type, slot)}
            mediaUrl={mediaUrl}
          />
          {side === 'front' && sides.typed && <TypedAnswerField disabled />}
        </div>
      ))}
    </section>
  );
}

function namesAsText(type: NoteType): FieldTexts {
  const texts = type.fields.map((field) => [
    field.id,
    type.kind === 'cloze' ? t`(${field.name}: {{c1::hidden::hint}} and shown)` : `(${field.name})`,
  ]);
  return Object.fromEntries(texts) as FieldTexts;
}
