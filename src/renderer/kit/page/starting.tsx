/** What a start is doing that takes longer than a moment. */
export function Starting(props: {
  readonly doing: string;
  readonly done: number;
  readonly total: number;
}) {
  const { doing, done, total } = props;
  return (
    <main className="page start-problem">
      <h1 className="wordmark">Rounds</h1>
      <p role="status">{doing}…</p>
      <progress aria-label={doing} value={total > 0 ? done : undefined} max={total || undefined} />
    </main>
  );
}
