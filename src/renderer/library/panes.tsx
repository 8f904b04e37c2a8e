import { type ReactNode, useState } from 'react';
import { t } from '../../kernel/texts.ts';
import { useAtHand } from '../actions/use-at-hand.ts';
import { Dialog } from '../kit/dialog/dialog.tsx';
import { setLibraryPreferences, useLibraryPreferences } from './library-preferences.ts';
import { useIsWide } from '../kit/hooks/use-is-wide.ts';

/** Which panes stand beside the table, and how to show and hide them. */
export interface PaneControl {
  readonly isSideShown: boolean;
  readonly isPreviewShown: boolean;
  readonly toggleSide: () => void;
  readonly togglePreview: () => void;
}

/**
 * Tree, table, preview side by side. A window too narrow for all shows the preview, and then the
 * tree, in a dialog when asked.
 */
export function Panes(props: {
  /** `onChosen`: a row was chosen, and a dialog that only serves for that is over. */
  readonly side: (onChosen: () => void) => ReactNode;
  readonly list: (panes: PaneControl) => ReactNode;
  readonly preview: ReactNode;
}) {
  const { isSideShown, isPreviewShown } = useLibraryPreferences();
  const hasRoomForSide = useIsWide(51);
  const hasRoomForPreview = useIsWide(66);
  const [dialog, setDialog] = useState<'side' | 'preview'>();
  const isSideBeside = hasRoomForSide && isSideShown;
  const isPreviewBeside = hasRoomForPreview && isPreviewShown;
  const close = (): void => setDialog(undefined);
  const togglePreview = (): void => {
    if (hasRoomForPreview) setLibraryPreferences({ isPreviewShown: !isPreviewShown });
    else setDialog('preview');
  };
  useAtHand({ togglePreview });
  const panes = [!isSideBeside && 'no-side', !isPreviewBeside && 'no-preview'].filter(Boolean);

  return (
    <div className="library-body" data-panes={panes.join(' ')}>
      {isSideBeside && (
        <nav className="library-side" aria-label={t`Decks, sections and searches`}>
          {props.side(() => {})}
        </nav>
      )}
      <section className="library-list" aria-label={t`What was found`}>
        {props.list({
          isSideShown: isSideBeside,
          isPreviewShown: isPreviewBeside,
          toggleSide: () => {
            if (hasRoomForSide) setLibraryPreferences({ isSideShown: !isSideShown });
            else setDialog('side');
          },
          togglePreview,
        })}
      </section>
      {isPreviewBeside && (
        <aside className="library-preview" aria-label={t`Preview`}>
          {props.preview}
        </aside>
      )}
      {dialog === 'side' && (
        <Dialog title={t`Find by deck or section`} onClose={close}>
          <div className="library-side-dialog">{props.side(close)}</div>
        </Dialog>
      )}
      {dialog === 'preview' && (
        <Dialog title={t`Preview`} onClose={close} wide>
          {props.preview}
        </Dialog>
      )}
    </div>
  );
}
