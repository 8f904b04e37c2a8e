/** What a start is doing that takes longer than a moment. */
export function Starting(props: {
  readonly doing: string;
  readonly done: number;
  readonly total: number;
}) {
  const { doing, done, total } = props;
  return (
    // Busy: nothing is loaded ahead before the screen that this one stands in for (quiet.ts).
    <main className="page start-problem" aria-busy="true">
      <h1 className="wordmark">Rounds</h1>
      <p role="status">{doing}…</p>
      <progress aria-label={doing} value={total > 0 ? done : undefined} max={total || undefined} />
    </main>
  );
}
