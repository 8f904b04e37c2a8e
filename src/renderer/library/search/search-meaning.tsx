import type { SearchProblem } from '../../../domain/search/problem.ts';

/** What the search means and how much it found; or what is wrong with it, and where. */
export function SearchMeaning(props: {
  readonly id: string;
  /** The search that `problem` is about. */
  readonly text: string;
  readonly problem: SearchProblem | undefined;
  readonly explanation: string;
  readonly isBusy: boolean;
}) {
  const { problem, text } = props;
  if (!problem) {
    return (
      <p id={props.id} role="status" className="search-meaning" aria-busy={props.isBusy}>
        {props.explanation}
      </p>
    );
  }
  const from = Math.min(problem.offset, text.length);
  const to = Math.min(from + problem.length, text.length);
  return (
    <p id={props.id} role="status" className="search-meaning search-wrong">
      <span className="search-quote">
        {clipped(text.slice(0, from), 'end')}
        <mark>{text.slice(from, to) || ' '}</mark>
        {clipped(text.slice(to), 'start')}
      </span>
      <span className="search-why">
        {problem.what} {problem.todo}
      </span>
    </p>
  );
}

const MOST_AROUND = 40;

/** The part of a long text next to the wrong place. */
function clipped(text: string, side: 'start' | 'end'): string {
  if (text.length <= MOST_AROUND) return text;
  return side === 'end' ? `…${text.slice(-MOST_AROUND)}` : `${text.slice(0, MOST_AROUND)}…`;
}
