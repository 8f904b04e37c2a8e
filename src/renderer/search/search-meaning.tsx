import type { FindProblem } from '../../domain/library/library.ts';

/** What the search means and how much it found; or what is wrong with it, and where. */
export function SearchMeaning(props: {
  readonly id: string;
  /** The search that `problem` is about. */
  readonly text: string;
  readonly problem: FindProblem | undefined;
  readonly meaning: string;
  readonly isBusy: boolean;
}) {
  const { problem, text } = props;
  if (!problem) {
    return (
      <p id={props.id} role="status" className="search-meaning" aria-busy={props.isBusy}>
        {props.meaning}
      </p>
    );
  }
  return (
    <p id={props.id} role="status" className="search-meaning search-wrong">
      {problem.offset !== undefined && (
        <Quote text={text} from={problem.offset} length={problem.length ?? 1} />
      )}
      <span className="search-why">
        {problem.what} {problem.todo}
      </span>
    </p>
  );
}

/** The search with the wrong part marked. */
function Quote(props: { readonly text: string; readonly from: number; readonly length: number }) {
  const { text } = props;
  const from = Math.min(props.from, text.length);
  const to = Math.min(from + props.length, text.length);
  return (
    <span className="search-quote">
      {clipped(text.slice(0, from), 'end')}
      <mark>{text.slice(from, to) || ' '}</mark>
      {clipped(text.slice(to), 'start')}
    </span>
  );
}

const MOST_AROUND = 40;

/** The part of a long text next to the wrong place. */
function clipped(text: string, side: 'start' | 'end'): string {
  if (text.length <= MOST_AROUND) return text;
  return side === 'end' ? `…${text.slice(-MOST_AROUND)}` : `${text.slice(0, MOST_AROUND)}…`;
}
