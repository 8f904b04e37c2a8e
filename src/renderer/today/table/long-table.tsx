import { useMemo, useState } from 'react';
import type { Scope } from '../../../engine/commands/study/study.ts';
import { t } from '../../../kernel/texts.ts';
import { LongRows } from './long-rows.tsx';
import { turnRow, useRowsTurned } from './open-rows.ts';
import { MANY_ROWS, type StudyNode } from './study-rows.ts';
import { Cells, FoldCell, rowsShown, TableHead } from './study-cells.tsx';

/** The rows of many decks and sections: folded at first, sought by name (LARGE-2). */
export function LongTable(props: {
  readonly nodes: readonly StudyNode[];
  readonly isPlanned: boolean;
  readonly onStudy: (scope: Scope) => void;
}) {
  const { nodes } = props;
  const [typed, setTyped] = useState('');
  const turned = useRowsTurned();
  const first = useMemo(() => openAtFirst(nodes), [nodes]);
  const isSought = typed.trim() !== '';
  const shown = useMemo(() => {
    if (isSought) return nodesCalled(nodes, typed);
    return rowsShown(nodes, ({ id }) => turned[id] ?? first.has(id));
  }, [nodes, typed, isSought, turned, first]);
  return (
    <>
      <input
        type="search"
        className="study-sought"
        aria-label={t`Find a deck or section`}
        placeholder={t`Find a deck or section`}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <table className="study-table study-table-long" aria-rowcount={shown.length + 1}>
        <TableHead isPlanned={props.isPlanned} isNeeded />
        <LongRows nodes={shown}>
          {(node) =>
            isSought ? (
              <Cells node={{ ...node, depth: 0 }} label={node.path} onStudy={props.onStudy} />
            ) : node.isFold ? (
              <FoldCell node={node} isOpen={turned[node.id] ?? false} />
            ) : (
              <Cells
                node={node}
                label={node.label}
                twist={<Twist node={node} isOpen={turned[node.id] ?? first.has(node.id)} />}
                onStudy={props.onStudy}
              />
            )
          }
        </LongRows>
      </table>
      {shown.length === 0 && (
        <p className="small soft" role="status">{t`Nothing is called that.`}</p>
      )}
    </>
  );
}

function Twist({ node, isOpen }: { readonly node: StudyNode; readonly isOpen: boolean }) {
  if (node.children.length === 0) return <span className="study-twist" />;
  return (
    <button
      type="button"
      className="quiet study-twist"
      aria-expanded={isOpen}
      aria-label={t`What is in ${node.label}`}
      onClick={() => turnRow(node.id, !isOpen)}
    />
  );
}

/** What is open until the person says otherwise: level by level, as long as a screen or two hold it. */
function openAtFirst(nodes: readonly StudyNode[]): ReadonlySet<string> {
  const open = new Set<string>();
  let shown = nodes.length;
  for (let level = nodes; ; ) {
    const parents = level.filter(({ children, isFold }) => !isFold && children.length > 0);
    const below = parents.flatMap(({ children }) => children);
    // One alone says nothing while it is folded.
    if (below.length === 0 || (level.length > 1 && shown + below.length > MANY_ROWS)) return open;
    for (const { id } of parents) open.add(id);
    shown += below.length;
    level = below;
  }
}

/** Those whose name has the typed letters, in a list without a tree. */
function nodesCalled(nodes: readonly StudyNode[], typed: string): StudyNode[] {
  const wanted = typed.trim().toLowerCase();
  const found: StudyNode[] = [];
  const look = (some: readonly StudyNode[]): void => {
    for (const node of some) {
      if (!node.isFold && node.path.toLowerCase().includes(wanted)) found.push(node);
      look(node.children);
    }
  };
  look(nodes);
  return found;
}
