import type { ReactNode } from 'react';
import { absenceInWords, type Figure } from '../../domain/statistics/absence.ts';
import { t } from '../../kernel/texts.ts';

/** The parts of the page, in its order, and how high each is about, in rem, until it is there. */
export const PARTS = [
  { id: 'recent', title: t`Today and this week`, short: t`Today`, awaitedRem: 12 },
  { id: 'calendar', title: t`Calendar`, short: t`Calendar`, awaitedRem: 19 },
  { id: 'coming', title: t`What is coming`, short: t`Coming`, awaitedRem: 28 },
  { id: 'known', title: t`What you know`, short: t`Known`, awaitedRem: 40 },
  { id: 'retention', title: t`True retention`, short: t`Retention`, awaitedRem: 50 },
  { id: 'answering', title: t`How you answer`, short: t`Answers`, awaitedRem: 40 },
  { id: 'calibration', title: t`Calibration`, short: t`Calibration`, awaitedRem: 36 },
] as const;
export type PartId = (typeof PARTS)[number]['id'];

/** A part of the page under its heading; room is kept for it until its figures are there. */
export function PagePart<Value>(props: {
  readonly id: PartId;
  readonly figure: Figure<Value> | undefined;
  readonly children: (value: Value) => ReactNode;
}) {
  const { id, figure } = props;
  const part = PARTS.find((each) => each.id === id);
  return (
    <section className="insights-part" aria-labelledby={headingId(id)}>
      <h2 id={headingId(id)} tabIndex={-1}>
        {part?.title}
      </h2>
      {!figure && <div aria-hidden="true" style={{ minHeight: `${part?.awaitedRem}rem` }} />}
      {figure?.is === 'absent' && (
        <p className="picture-sentence">{absenceInWords(figure.because)}</p>
      )}
      {figure?.is === 'there' && props.children(figure.value)}
    </section>
  );
}

function headingId(id: PartId): string {
  return `insights-${id}`;
}

/** The line that leads to each part. */
export function Contents() {
  return (
    <nav aria-label={t`On this page`} className="insights-contents small">
      {PARTS.map(({ id, short }) => (
        <button
          key={id}
          type="button"
          className="quiet"
          onClick={() => {
            const heading = document.getElementById(headingId(id));
            heading?.scrollIntoView({ block: 'start' });
            heading?.focus({ preventScroll: true });
          }}
        >
          {short}
        </button>
      ))}
    </nav>
  );
}

/** What is rarely wanted, out of sight until it is. */
export function Fold(props: { readonly title: string; readonly children: ReactNode }) {
  return (
    <details className="insights-fold">
      <summary>{props.title}</summary>
      <div className="insights-folded">{props.children}</div>
    </details>
  );
}

/** One of a few ways to see a picture. */
export function Ways<Way extends string>(props: {
  readonly name: string;
  readonly ways: Readonly<Record<Way, string>>;
  readonly way: Way;
  readonly onWay: (way: Way) => void;
}) {
  return (
    <fieldset className="segments insights-ways" data-unsaved>
      <legend className="hidden-text">{props.name}</legend>
      {(Object.keys(props.ways) as Way[]).map((way) => (
        <button
          key={way}
          type="button"
          className="tool"
          aria-pressed={way === props.way}
          onClick={() => props.onWay(way)}
        >
          {props.ways[way]}
        </button>
      ))}
    </fieldset>
  );
}
