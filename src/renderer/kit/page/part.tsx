import { Component, type ReactNode, Suspense } from 'react';
import { t } from '../../../kernel/texts.ts';
import { ProblemNote } from './problem-note.tsx';

interface Props {
  /** In its place while it is loaded: as high as it will be, where it stands among other things. */
  readonly meanwhile?: ReactNode;
  readonly children: ReactNode;
}

/** A piece of a screen whose code comes later (`lazy`). Where it cannot come, it says so in its place (SHELL-2). */
export function Part({ meanwhile, children }: Props) {
  return (
    <PartGuard>
      <Suspense fallback={meanwhile}>{children}</Suspense>
    </PartGuard>
  );
}

class PartGuard extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <ProblemNote problem={NOT_SHOWN} /> : this.props.children;
  }
}

const NOT_SHOWN = {
  what: t`This part of the screen could not be loaded or shown. Your cards are not the reason.`,
  kept: t`Everything saved is kept.`,
  todo: t`Load this page again to see it.`,
} as const;
