import { type ReactNode, useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { DeckLine } from '../../domain/study/today/today.ts';
import type { Scope } from '../../engine/commands/study/study.ts';
import { Part } from '../kit/page/part.tsx';
import { shortMinutes } from '../kit/text/format.ts';
import {
  MANY_ROWS,
  nodesCalled,
  openAtFirst,
  rowsIn,
  type StudyNode,
  studyNodes,
  withFolds,
} from './study-rows.ts';
import { turnRow, useRowsTurned } from './open-rows.ts';
import { named } from '../../kernel/named.ts';
import { comesLater } from '../kit/page/comes-later.tsx';

/** Few have so many decks that theirs must be drawn as they come into view. */
const LongRows = comesLater(async () => (await import('./long-rows.tsx')).LongRows);

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
  const [typed, setTyped] = useState('');
  if (decks.length === 0) return null;
  const isLong = rowsIn(all) > MANY_ROWS;
  return (
    <div className="study-list">
      {isLong && (
        <input
          type="search"
          className="study-sought"
          aria-label="Find a deck or section"
          placeholder="Find a deck or section"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
      {isLong ? (
        <LongTable nodes={nodes} typed={typed} isPlanned={isPlanned} onStudy={onStudy} />
      ) : (
        <ShortTable nodes={nodes} isPlanned={isPlanned} onStudy={onStudy} />
      )}
      <p className="small for-touch">
        <Link href="/exams/new" className="soft">
          Plan an exam
        </Link>
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

function LongTable(props: {
  readonly nodes: readonly StudyNode[];
  readonly typed: string;
  readonly isPlanned: boolean;
  readonly onStudy: (scope: Scope) => void;
}) {
  const { nodes, typed } = props;
  const turned = useRowsTurned();
  const first = useMemo(() => openAtFirst(nodes), [nodes]);
  const isSought = typed.trim() !== '';
  const shown = useMemo(() => {
    if (isSought) return nodesCalled(nodes, typed);
    return rowsShown(nodes, ({ id }) => turned[id] ?? first.has(id));
  }, [nodes, typed, isSought, turned, first]);
  return (
    <>
      <Part>
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
                  isOpen={turned[node.id] ?? first.has(node.id)}
                  onStudy={props.onStudy}
                />
              )
            }
          </LongRows>
        </table>
      </Part>
      {shown.length === 0 && (
        <p className="small soft" role="status">
          Nothing is called that.
        </p>
      )}
    </>
  );
}

function TableHead(props: {
  readonly isPlanned: boolean;
  /** Whether a row has anything under it. */
  readonly isNeeded: boolean;
}): ReactNode {
  return (
    <>
      {props.isPlanned ? (
        <caption className="soft small">What your ordinary dates ask for today</caption>
      ) : (
        <caption className="hidden-text">What is due today, by deck and section</caption>
      )}
      {props.isNeeded && (
        <thead>
          <tr className="soft small">
            <th scope="col">Deck and section</th>
            <th scope="col">Due</th>
            <th scope="col">New</th>
            <th scope="col">Time</th>
            {/* Its links come where a row is pointed at: a word over nothing would be noise. */}
            <th scope="col" className="exam-cell">
              <span className="hidden-text">Exam</span>
            </th>
          </tr>
        </thead>
      )}
    </>
  );
}

function Cells(props: {
  readonly node: StudyNode;
  readonly label: string;
  /** Given where what is below can be folded. */
  readonly isOpen?: boolean;
  readonly onStudy: (scope: Scope) => void;
}) {
  const { node, label, isOpen } = props;
  const { left, minutes } = node.line;
  const due = left.review + left.learning;
  return (
    <>
      <th scope="row" style={{ paddingInlineStart: `${node.depth * 16}px` }}>
        {isOpen !== undefined && <Twist node={node} isOpen={isOpen} />}
        {due + left.new > 0 ? (
          <button type="button" className="study-link" onClick={() => props.onStudy(node.scope)}>
            <span className="hidden-text">Study </span>
            {label}
          </button>
        ) : (
          <span className="study-link soft">{named(label)}</span>
        )}
      </th>
      <td className="number">{due || '–'}</td>
      <td className="number">{left.new || '–'}</td>
      <td className="number">{shortMinutes(minutes)}</td>
      <td className="exam-cell">
        <Link href={node.examHref} className="small">
          Plan<span className="hidden-text"> an exam about {label}</span>
        </Link>
      </td>
    </>
  );
}

/** One line for the rows with nothing today, which opens them (TODAY-11). */
function FoldCell({ node, isOpen }: { readonly node: StudyNode; readonly isOpen: boolean }) {
  return (
    <th scope="row" colSpan={5} style={{ paddingInlineStart: `${node.depth * 16}px` }}>
      <button
        type="button"
        className="study-link study-fold soft small"
        aria-expanded={isOpen}
        onClick={() => turnRow(node.id, !isOpen)}
      >
        {node.label}
      </button>
    </th>
  );
}

function Twist({ node, isOpen }: { readonly node: StudyNode; readonly isOpen: boolean }) {
  if (node.children.length === 0) return <span className="study-twist" />;
  return (
    <button
      type="button"
      className="quiet study-twist"
      aria-expanded={isOpen}
      aria-label={`What is in ${node.label}`}
      onClick={() => turnRow(node.id, !isOpen)}
    />
  );
}

function classOf({ isDeck }: StudyNode): string {
  return isDeck ? 'deck-line' : 'section-line';
}

function rowsShown(
  nodes: readonly StudyNode[],
  isOpen: (node: StudyNode) => boolean,
): readonly StudyNode[] {
  return nodes.flatMap((node) =>
    isOpen(node) ? [node, ...rowsShown(node.children, isOpen)] : [node],
  );
}
