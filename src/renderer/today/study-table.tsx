import { type ReactNode, useMemo } from 'react';
import { Link } from 'wouter';
import type { DeckLine } from '../../domain/study/today/today.ts';
import type { Scope } from '../../engine/commands/study/study.ts';
import { Part } from '../kit/page/part.tsx';
import { shortMinutes } from '../kit/text/format.ts';
import { MANY_ROWS, rowsIn, type StudyNode, studyNodes, withFolds } from './study-rows.ts';
import { turnRow, useRowsTurned } from './open-rows.ts';
import { named } from '../../kernel/named.ts';
import { comesLater } from '../kit/page/comes-later.tsx';

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

export function TableHead(props: {
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

export function Cells(props: {
  readonly node: StudyNode;
  readonly label: string;
  /** Given where what is below can be folded. */
  readonly twist?: ReactNode;
  readonly onStudy: (scope: Scope) => void;
}) {
  const { node, label } = props;
  const { left, minutes } = node.line;
  const due = left.review + left.learning;
  return (
    <>
      <th scope="row" style={{ paddingInlineStart: `${node.depth * 16}px` }}>
        {props.twist}
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
export function FoldCell({ node, isOpen }: { readonly node: StudyNode; readonly isOpen: boolean }) {
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

function classOf({ isDeck }: StudyNode): string {
  return isDeck ? 'deck-line' : 'section-line';
}

export function rowsShown(
  nodes: readonly StudyNode[],
  isOpen: (node: StudyNode) => boolean,
): readonly StudyNode[] {
  return nodes.flatMap((node) =>
    isOpen(node) ? [node, ...rowsShown(node.children, isOpen)] : [node],
  );
}
