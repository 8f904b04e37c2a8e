import { useCallback, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { NoteId } from '../../kernel/ids.ts';
import { failed, type Problem, type Result } from '../../kernel/problem.ts';
import type { DeckReport } from '../../engine/queries/once/decks.ts';
import { useEngine } from '../engine.tsx';
import { useWork } from '../kit/progress/use-work.ts';
import { WorkLine } from '../kit/progress/work-line.tsx';
import { useAnnounce } from '../kit/page/announcer.tsx';
import { ProblemNote } from '../kit/page/problem-note.tsx';
import { DeckList } from './deck-list.tsx';
import { deckTextOf } from './deck-text.ts';
import { DeckReportView } from './deck-report.tsx';
import { SetAside } from './set-aside.tsx';
import { ChooseFiles } from '../door/choose-files.tsx';
import { areFilesWaiting, takeNext, useWaitingFiles } from '../door/waiting-files.ts';
import { shippedDeck } from '../shipped-deck.ts';
import { named } from '../../kernel/named.ts';
import './decks.css';

/** Brings in a deck file, new or edited: what it would do is shown before it is done. */
export function LoadDeck(props: { readonly shipped?: boolean; readonly onLoaded?: () => void }) {
  const { shipped = false, onLoaded } = props;
  const engine = useEngine();
  const announce = useAnnounce();
  const [, goTo] = useLocation();
  const [report, setReport] = useState<DeckReport>();
  const [problem, setProblem] = useState<Problem>();
  const { working, run, stop } = useWork();

  const show = useCallback((read: Result<DeckReport>): void => {
    if (read.ok) setReport(read.value);
    setProblem(read.ok ? undefined : read.problem);
  }, []);
  useEffect(() => {
    if (!shipped) return;
    void shippedDeck().then(
      async (text) => show(await engine.ask('readShippedText', { text })),
      () => show(NOT_LOADED),
    );
  }, [engine, shipped, show]);

  const waiting = useWaitingFiles();
  const isBusy = working !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a file is taken when there is one and none is at hand
  useEffect(() => {
    const file = isBusy ? undefined : takeNext('decks');
    if (file) void read(file);
  }, [isBusy, waiting]);

  async function read(file: File): Promise<void> {
    const text = await deckTextOf(file);
    if (!text.ok) setProblem(text.problem);
    else {
      const asked = { text: text.value };
      show(
        await run(`Reading ${named(file.name)}`, (watch) =>
          engine.ask('readDeckText', asked, watch),
        ),
      );
    }
  }

  async function load(archive: readonly NoteId[], restore: readonly NoteId[]): Promise<void> {
    if (!report) return;
    const keep = report.comparison.removed
      .map((note) => note.id)
      .filter((id) => !archive.includes(id));
    const { parsed, edition } = report;
    const choice = { archive, keep, restore };
    const loaded = await run(`Loading ${named(parsed.deck.name)}`, (watch) =>
      engine.run('loadDeck', parsed, choice, 'person', edition, watch),
    );
    if (!loaded.ok) {
      setProblem(loaded.problem);
      return;
    }
    onLoaded?.();
    announce(`${named(report.parsed.deck.name)} is up to date. Undo is possible.`);
    goTo(areFilesWaiting() ? '/import' : '/');
  }

  return (
    <main className="page decks">
      <h1 className="page-title">Decks</h1>
      <p className="measure">
        From Anki, from a table, or as a plain text file of its own: what a file would bring is
        shown before anything is added, and loaded again it updates what is here, with every date
        kept.
      </p>
      <p className="actions">
        <ChooseFiles name="Add from a file…" isPrimary={!report} />
      </p>
      {problem && <ProblemNote problem={problem} />}
      {!report && <DeckList />}
      {!report && <SetAside />}
      {!report && <ExampleDeck />}
      {working && <WorkLine working={working} onStop={stop} />}
      {report && (
        <DeckReportView key={report.parsed.deck.id} report={report} isBusy={isBusy} onLoad={load} />
      )}
    </main>
  );
}

function ExampleDeck() {
  return (
    <section className="example" aria-labelledby="example">
      <h2 id="example">What a deck looks like</h2>
      <pre>{EXAMPLE}</pre>
      <p className="soft small">
        A plain text file: facts under section headings. What stands in double braces is hidden on a
        card of its own; Q and A make one card. All that a deck can say is described in
        docs/deck-format.md.
      </p>
    </section>
  );
}

const EXAMPLE = `# Heart
- deck: heart
- source: Lecture notes, week 3
## Valves
### mitral
The {{c1::mitral::which}} valve lies between left atrium and left ventricle.
### valve-count
Q: How many valves does the heart have?
A: Four
- at: page 2`;

const NOT_LOADED = failed(
  'The deck could not be loaded.',
  'Nothing was changed.',
  'Load this page again; if you are offline, try once more when you are not.',
);
