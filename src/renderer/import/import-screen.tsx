import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { named } from '../../kernel/named.ts';
import { plural, t } from '../../kernel/texts.ts';
import { besideOf, dropWaiting, handOn, takeNext, useWaitingFiles } from '../door/waiting-files.ts';
import { ProblemNote } from '../kit/page/problem-note.tsx';
import { WorkLine } from '../kit/progress/work-line.tsx';
import { phrase } from '../kit/text/phrase.ts';
import { BeginImport } from './begin-import.tsx';
import { ImportChoosing } from './choosing/import-choosing.tsx';
import { ImportReportView } from './import-report.tsx';
import { useImport } from './use-import.ts';
import './import.css';

/** Brings a file in: what will come is shown and chosen before anything is written (ANKI-36). */
export function ImportScreen() {
  const [, goTo] = useLocation();
  const importing = useImport();
  const { stage, problem, working } = importing;
  const waiting = useWaitingFiles();
  const heading = useRef<HTMLHeadingElement>(null);

  // A new stage is a new page: keyboard and screen reader begin at its top.
  useEffect(() => {
    // '#/import?paste' begins in the field for it.
    if (stage.kind === 'none' && location.hash.endsWith('?paste')) return;
    heading.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [stage.kind]);

  async function take(file: File): Promise<void> {
    const look = await importing.read({ name: file.name, content: file, beside: besideOf(file) });
    if (look?.kind === 'deck-file') {
      handOn(file, 'decks');
      goTo('/deck', { replace: true });
    } else if (look?.kind === 'rounds') {
      handOn(file, 'copies');
      goTo('/settings?at=copies', { replace: true });
    }
  }
  const isFree = stage.kind === 'none';
  // biome-ignore lint/correctness/useExhaustiveDependencies: a file is taken when there is one and none is at hand
  useEffect(() => {
    const file = isFree ? takeNext('import') : undefined;
    if (file) void take(file);
  }, [isFree, waiting]);

  /** Enter on the page itself, where nothing else has it, imports: the defaults are sound. */
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || stage.kind !== 'choosing' || importing.isLooking) return;
    if (event.target !== heading.current) return;
    event.preventDefault();
    void importing.bringIn();
  }

  const fileName = nameIn(stage);
  return (
    <main className="page import" onKeyDown={onKeyDown}>
      <h1 ref={heading} tabIndex={-1} className="page-title long-words">
        {TITLES[stage.kind](fileName)}
      </h1>
      {problem && <ProblemNote problem={problem} />}
      {waiting.length > 0 && !isFree && (
        <p className="small soft">
          {phrase`${plural(waiting.length, '# more file')} after this one: ${waiting
            .slice(0, 3)
            .map(({ file }) => named(file.name))
            .join(', ')}${waiting.length > 3 && ', …'} `}
          <button type="button" className="quiet" onClick={dropWaiting}>{t`Only this one`}</button>
        </p>
      )}
      {working && <WorkLine working={working} onStop={importing.stop} />}
      {stage.kind === 'none' && (
        <BeginImport
          onPasted={(content) => void importing.read({ name: t`Pasted table`, content })}
        />
      )}
      {stage.kind === 'running' && (
        <p className="soft">{t`It is written in one step: until it is done nothing has changed, and stopping leaves everything as it was.`}</p>
      )}
      {stage.kind === 'choosing' && isOwn(stage.look.kind) && (
        <ImportChoosing
          look={stage.look}
          choices={stage.choices}
          isLooking={importing.isLooking}
          onChoose={importing.choose}
          onImport={() => void importing.bringIn()}
          onLeave={importing.leave}
        />
      )}
      {stage.kind === 'done' && (
        <ImportReportView
          look={stage.look}
          report={stage.report}
          isNewest={importing.isNewest}
          next={waiting[0]?.file.name}
          onNext={importing.leave}
        />
      )}
    </main>
  );
}

type Stage = ReturnType<typeof useImport>['stage'];

const TITLES: Readonly<Record<Stage['kind'], (fileName: string) => string>> = {
  none: () => t`Import`,
  reading: (fileName) => t`Reading ${fileName}`,
  choosing: (fileName) => fileName,
  running: (fileName) => t`Importing ${fileName}`,
  done: (fileName) => t`${fileName} is here`,
};

function nameIn(stage: Stage): string {
  if (stage.kind === 'none') return '';
  return named('look' in stage ? stage.look.fileName : stage.fileName);
}

/** Deck files and collections have screens of their own. */
function isOwn(kind: string): boolean {
  return kind !== 'deck-file' && kind !== 'rounds';
}
