import { t } from '../../../kernel/texts.ts';

/** What a start is doing that takes longer than a moment. */
export function Starting(props: {
  readonly doing: string;
  readonly done: number;
  readonly total: number;
  /** Where it takes long: what has not answered yet. */
  readonly waitsFor?: string | undefined;
}) {
  const { doing, done, total, waitsFor } = props;
  return (
    // Busy: nothing is loaded ahead before the screen that this one stands in for (quiet.ts).
    <main className="page start-problem" aria-busy="true">
      <h1 className="wordmark">{t`Rounds`}</h1>
      <div role="status">
        <p>{doing}…</p>
        {waitsFor && <p className="soft">{waitsFor}</p>}
      </div>
      <progress aria-label={doing} value={total > 0 ? done : undefined} max={total || undefined} />
    </main>
  );
}
