import { useState } from 'react';
import type { ListedImport } from '../../../engine/import/take-back/list-imports.ts';
import type { Problem } from '../../../kernel/problem.ts';
import { plural, t } from '../../../kernel/texts.ts';
import { useEngine } from '../../engine.tsx';
import { useNewest } from '../../kit/hooks/use-newest.ts';
import { useFirst } from '../../kit/list/use-first.tsx';
import { ProblemNote } from '../../kit/page/problem-note.tsx';
import { useWork } from '../../kit/progress/use-work.ts';
import { WorkLine } from '../../kit/progress/work-line.tsx';
import { begin, END, phrase } from '../../kit/text/phrase.ts';
import { EarlierImport } from './earlier-import.tsx';
import './earlier.css';

/** Imports that were made, newest first; they are looked up when they are asked for (ANKI-52). */
export function EarlierImports() {
  const engine = useEngine();
  const { working, run, stop } = useWork();
  const [imports, setImports] = useState<readonly ListedImport[]>();
  const [problem, setProblem] = useState<Problem>();
  const { first, more } = useFirst(imports ?? [], (n) => plural(n, '# more import'), 20);
  // '#/import?earlier' begins with them.
  const [isOpen] = useState(() => /\?earlier$/.test(location.hash));

  const asking = useNewest();
  async function look(): Promise<void> {
    const isNewest = asking();
    const listed = await run('Looking through what was done', (watch) =>
      engine.ask('importsMade', {}, watch),
    );
    if (!isNewest()) return;
    setProblem(listed.ok ? undefined : listed.problem);
    if (listed.ok) setImports(listed.value);
  }
  return (
    <details
      className="import-earlier"
      open={isOpen}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open && !imports && !working) void look();
      }}
    >
      <summary>
        {phrase`Earlier imports${begin(<span className="soft small" />)} Their reports, and taking one back…${END}`}
      </summary>
      {working && <WorkLine working={working} onStop={stop} />}
      {problem && <ProblemNote problem={problem} />}
      {imports?.length === 0 && <p className="soft">{t`Nothing has been imported yet.`}</p>}
      <ul>
        {first.map((each) => (
          <EarlierImport key={each.id} made={each} onChanged={() => void look()} />
        ))}
      </ul>
      {more}
    </details>
  );
}
