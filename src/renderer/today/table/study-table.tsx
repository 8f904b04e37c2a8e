import { useMemo } from 'react';
import { Link } from 'wouter';
import type { DeckLine } from '../../../domain/study/today/today.ts';
import type { Scope } from '../../../engine/commands/study/study.ts';
import { t } from '../../../kernel/texts.ts';
import { Part } from '../../kit/page/part.tsx';
import { MANY_ROWS, rowsIn, type StudyNode, studyNodes, withFolds } from './study-rows.ts';
import { useRowsTurned } from './open-rows.ts';
import { Cells, FoldCell, rowsShown, TableHead } from './study-cells.tsx';
import { comesLater } from '../../kit/page/comes-later.tsx';

/** Few have so many decks that theirs must be drawn as they come into view. */
const LongTable = comesLater(async () => (await import('./long-table.tsx')).LongTable);

/**
 * Decks and their sections, each a way to begin. Many are folded, sought by name, and drawn as they
 * come into view (LARGE-1).
 */
export function StudyTable(props: {
  readonly decks: readonly DeckLine[];
  /** An exam, a break or a catch-up asks for something else. */
  readonly isPlanned: boolean;
  readonly onStudy: (scope: Scope) => void;
}) {
  const { decks, isPlanned, onStudy } = props;
  const all = useMemo(() => studyNodes(decks), [decks]);
  const nodes = useMemo(() => withFolds(all), [all]);
  if (decks.length === 0) return null;
  const isLong = rowsIn(all) > MANY_ROWS;
  return (
    <div className="study-list">
      {isLong ? (
        <Part>
          <LongTable nodes={nodes} isPlanned={isPlanned} onStudy={onStudy} />
        </Part>
      ) : (
        <ShortTable nodes={nodes} isPlanned={isPlanned} onStudy={onStudy} />
      )}
      <p className="small for-touch">
        <Link href="/exams/new" className="soft">{t`Plan an exam`}</Link>
      </p>
    </div>
  );
}

/** So few that all are there but those with nothing today. */
function ShortTable(props: {
  readonly nodes: readonly StudyNode[];
  readonly isPlanned: boolean;
  readonly onStudy: (scope: Scope) => void;
}) {
  const turned = useRowsTurned();
  const isOpen = ({ id, isFold = false }: StudyNode): boolean => !isFold || turned[id] === true;
  const shown = rowsShown(props.nodes, isOpen);
  return (
    <table className="study-table">
      <TableHead isPlanned={props.isPlanned} isNeeded={shown.some(({ isFold }) => !isFold)} />
      <tbody>
        {shown.map((node) => (
          <tr key={node.id} className={classOf(node)}>
            {node.isFold ? (
              <FoldCell node={node} isOpen={isOpen(node)} />
            ) : (
              <Cells node={node} label={node.label} onStudy={props.onStudy} />
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function classOf({ isDeck }: StudyNode): string {
  return isDeck ? 'deck-line' : 'section-line';
}
