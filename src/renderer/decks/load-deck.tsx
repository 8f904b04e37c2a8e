import { useCallback, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { NoteId } from '../../kernel/ids.ts';
import { failed, type Problem, type Result } from '../../kernel/problem.ts';
import type { DeckReport } from '../../engine/queries/once/decks.ts';
import { t } from '../../kernel/texts.ts';
import { useEngine } from '../engine.tsx';
import { useNewest } from '../kit/hooks/use-newest.ts';
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

  const asking = useNewest();
  /** Shows what is read, unless something else was asked for meanwhile. */
  const show = useCallback(
    async (reading: Promise<Result<DeckReport>>): Promise<void> => {
      const isNewest = asking();
      const read = await reading;
      if (!isNewest()) return;
      if (read.ok) setReport(read.value);
      setProblem(read.ok ? undefined : read.problem);
    },
    [asking],
  );
  useEffect(() => {
    if (!shipped) return;
    const reading = shippedDeck().then(
      (text) => engine.ask('readShippedText', { text }),
      () => NOT_LOADED,
    );
    void show(reading);
  }, [engine, shipped, show]);

  const waiting = useWaitingFiles();
  const isBusy = working !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a file is taken when there is one and none is at hand
  useEffect(() => {
    const file = isBusy ? undefined : takeNext('decks');
    if (file) void read(file);
  }, [isBusy, waiting]);

  async function read(file: File): Promise<void> {
    const reading = deckTextOf(file).then((text) => {
      if (!text.ok) return text;
      const asked = { text: text.value };
      return run(`Reading ${named(file.name)}`, (watch) =>
        engine.ask('readDeckText', asked, watch),
      );
    });
    await show(reading);
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
    announce(t`${named(report.parsed.deck.name)} is up to date. Undo is possible.`);
    goTo(areFilesWaiting() ? '/import' : '/');
  }

  return (
    <main className="page decks">
      <h1 className="page-title">{t`Decks`}</h1>
      <p className="measure">{t`From Anki, from a table, or as a plain text file of its own: what a file would bring is shown before anything is added, and loaded again it updates what is here, with every date kept.`}</p>
      <p className="actions">
        <ChooseFiles name={t`Add from a file…`} isPrimary={!report} />
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

/** The format of a deck file, for those who write one; the others need not see it (DECK-35). */
function ExampleDeck() {
  return (
    <details className="example">
      <summary>{t`What a deck file looks like`}</summary>
      <pre>{EXAMPLE}</pre>
      <dl className="example-means">
        {MEANINGS.map(([written, meaning]) => (
          <div key={written}>
            <dt>
              <code>{written}</code>
            </dt>
            <dd className="small">{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

const EXAMPLE = t`# Heart
- deck: heart
- source: Lecture notes, week 3
## Valves
### mitral
The {{c1::mitral::which}} valve lies between left atrium and left ventricle.
### valve-count
Q: How many valves does the heart have?
A: Four
- at: page 2`;

const MEANINGS: readonly (readonly [written: string, meaning: string])[] = [
  ['# Heart', t`The deck’s name. The file is plain text in UTF-8.`],
  [t`- deck: heart`, t`The deck’s id: schedules hang on it, so it stays when the name changes.`],
  ['## Valves', t`A section, which can be studied by itself; “Valves::Left side” lies in it.`],
  [
    '### mitral',
    t`A fact and its id. Change its text as you like, leave the id, and every date stays.`,
  ],
  ['{{c1::mitral::which}}', t`Hidden on card 1, with a hint. c2 makes a second card.`],
  [t`Q: … A: …`, t`A question and its answer: one card.`],
  [t`- reversed: yes`, t`Under Q and A: a second card, from back to front.`],
  ['- extra: …', t`Shown under the answer.`],
  [t`- at: page 2`, t`The place in the source, after what stands under “- source:”.`],
  [t`- also: Safety`, t`Further sections that it is in, parted by commas.`],
];

const NOT_LOADED = failed(
  t`The deck could not be loaded.`,
  t`Nothing was changed.`,
  t`Load this page again; if you are offline, try once more when you are not.`,
);
