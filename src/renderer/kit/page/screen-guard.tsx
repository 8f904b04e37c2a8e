import { Component, type ReactNode } from 'react';
import type { Problem } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import { ProblemNote } from './problem-note.tsx';

interface Props {
  /** Where the program is: another place is another screen, and is tried afresh. */
  readonly place: string;
  readonly children: ReactNode;
}

interface State {
  readonly place: string;
  readonly failure: { readonly error: unknown } | undefined;
}

/** In place of a screen that cannot be drawn or loaded: the reason, and the ways on (SHELL-2). */
export class ScreenGuard extends Component<Props, State> {
  override state: State = { place: this.props.place, failure: undefined };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { failure: { error } };
  }

  static getDerivedStateFromProps({ place }: Props, state: State): State | null {
    return place === state.place ? null : { place, failure: undefined };
  }

  override render(): ReactNode {
    const { failure } = this.state;
    if (!failure) return this.props.children;
    return (
      <main className="page screen-failed">
        <h1 className="page-title">{t`Something went wrong`}</h1>
        <ProblemNote problem={NOT_SHOWN} />
        <p className="actions">
          <button
            type="button"
            className="primary"
            onClick={() => location.reload()}
          >{t`Load Rounds again`}</button>
        </p>
        <p className="small soft">{t`The reason, for whoever mends it: ${wordsOf(failure.error)}`}</p>
      </main>
    );
  }
}

const NOT_SHOWN: Problem = {
  what: t`Rounds could not load or show this screen. Your cards are not the reason.`,
  kept: t`Everything saved is kept, every answer that was accepted among it.`,
  todo: t`Load Rounds again, online if you can. If that does not help, the other places above still work.`,
};

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
