import { Link } from 'wouter';
import { phrase } from '../text/phrase.ts';

/** A quiet way to the page of the help about what is shown (HELP-9): few, and where one would ask. */
export function HelpLink(props: {
  /** As in '/help/exams' or '/help/exams?at=a-floor'. */
  readonly to: string;
  /** What it is about, for those who hear it among other links. */
  readonly about: string;
}) {
  return (
    <Link href={`/help/${props.to}`} className="help-link small">
      {phrase`How this works${<span className="hidden-text">: {props.about}</span>}`}
    </Link>
  );
}
