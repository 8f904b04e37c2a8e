import { Link } from 'wouter';
import type { DeckLine, StudyLine } from '../../domain/study/today.ts';
import type { Scope } from '../../engine/commands/study/study.ts';
import { shortMinutes } from '../kit/text/format.ts';
import { inAddress } from '../kit/text/in-address.ts';
import { depthOf, lastPart } from '../../kernel/path.ts';

/** Decks and their sections, each a way to begin. */
export function StudyTable(props: {
  readonly decks: readonly DeckLine[];
  /** An exam, a break or a catch-up asks for something else. */
  readonly isPlanned: boolean;
  readonly onStudy: (scope: Scope) => void;
}) {
  if (props.decks.length === 0) return null;
  return (
    <table className="study-table">
      {props.isPlanned ? (
        <caption className="soft small">What your ordinary dates ask for today</caption>
      ) : (
        <caption className="hidden-text">What is due today, by deck and section</caption>
      )}
      <thead>
        <tr className="soft small">
          <th scope="col">Deck and section</th>
          <th scope="col">Due</th>
          <th scope="col">New</th>
          <th scope="col">Time</th>
          <th scope="col">Exam</th>
        </tr>
      </thead>
      {props.decks.map((line) => (
        <tbody key={line.deck.id}>
          <Line
            line={line}
            depth={line.depth}
            isDeck
            examHref={`/exams/new?deck=${inAddress(line.deck.id)}`}
            onStudy={() => props.onStudy({ deckId: line.deck.id })}
          />
          {line.sections.map((section) => (
            <Line
              key={section.name}
              line={section}
              depth={line.depth + depthOf(section.name)}
              examHref={`/exams/new?section=${inAddress(section.name)}`}
              onStudy={() => props.onStudy({ deckId: line.deck.id, section: section.name })}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Line(props: {
  readonly line: StudyLine;
  readonly isDeck?: boolean;
  readonly depth: number;
  /** To an exam about it, to be planned or crammed. */
  readonly examHref: string;
  readonly onStudy: () => void;
}) {
  const { name, left, minutes } = props.line;
  const due = left.review + left.learning;
  const label = lastPart(name);
  return (
    <tr className={props.isDeck ? 'deck-line' : 'section-line'}>
      <th scope="row" style={{ paddingInlineStart: `${props.depth * 16}px` }}>
        {due + left.new > 0 ? (
          <button type="button" className="study-link" onClick={props.onStudy}>
            <span className="hidden-text">Study </span>
            {label}
          </button>
        ) : (
          <span className="study-link soft">{label}</span>
        )}
      </th>
      <td className="number">{due || '–'}</td>
      <td className="number">{left.new || '–'}</td>
      <td className="number">{shortMinutes(minutes)}</td>
      <td className="exam-cell">
        <Link href={props.examHref} className="small">
          Plan<span className="hidden-text"> an exam about {label}</span>
        </Link>
      </td>
    </tr>
  );
}
