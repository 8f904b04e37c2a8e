import { useState } from 'react';
import type { ImportReport } from '../../engine/import/import-look.ts';
import { t } from '../../kernel/texts.ts';
import { fullDate } from '../kit/text/format.ts';
import type { Problem } from '../../kernel/problem.ts';
import { useEngine } from '../engine.tsx';
import { reportAsText } from './import-words.ts';

/** Saves a report as a text; `atMillis`: when the import was made. */
export function useSaveReport(): {
  readonly problem: Problem | undefined;
  save(report: ImportReport, atMillis: number): Promise<void>;
} {
  const engine = useEngine();
  const [problem, setProblem] = useState<Problem>();
  return {
    problem,
    async save(report, atMillis) {
      const at = fullDate(atMillis, 'short');
      const name = t`Import of ${report.fileName.replace(/[/\\:*?"<>|]/g, '-')}.txt`;
      const saved = await engine.platform.saveTextFile(name, reportAsText(report, at));
      setProblem(saved.ok ? undefined : saved.problem);
    },
  };
}
