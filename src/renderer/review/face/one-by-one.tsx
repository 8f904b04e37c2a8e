import { textToRead } from '../../../domain/template/html-text.ts';
import { t } from '../../../kernel/texts.ts';
import { KeyHint } from '../../actions/key-hint.tsx';
import { useAtHand } from '../../actions/use-at-hand.ts';
import { useAnnounce } from '../../kit/page/announcer.tsx';
import { phrase } from '../../kit/text/phrase.ts';

/** A question with several deletions gives them away one after the other, the last with the answer. */
export function OneByOne(props: {
  /** As HTML, in the order in which they come. */
  readonly deletions: readonly string[];
  readonly shown: number;
  readonly onShown: (shown: number) => void;
  readonly onReveal: () => void;
}) {
  const { deletions, shown } = props;
  const announce = useAnnounce();
  const showDeletion = (): void => {
    if (shown + 1 >= deletions.length) {
      props.onReveal();
      return;
    }
    props.onShown(shown + 1);
    announce(textToRead(deletions[shown] ?? ''), 'quietly');
  };
  useAtHand({ showDeletion });
  return (
    <p className="one-by-one">
      <button type="button" className="tool" onClick={showDeletion}>
        {phrase`Show one more ${<KeyHint action="show-deletion" />}`}
      </button>
      <span className="small soft number">{t`${shown} of ${deletions.length} shown`}</span>
    </p>
  );
}
