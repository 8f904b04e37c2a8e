import type { CardId } from '../../kernel/ids.ts';
import { t } from '../../kernel/texts.ts';
import { Dialog } from '../kit/dialog/dialog.tsx';
import { Part } from '../kit/page/part.tsx';
import { useQuery } from '../live.ts';
import { comesLater } from '../kit/page/comes-later.tsx';

const CardFacts = comesLater(async () => (await import('./card-facts.tsx')).CardFacts);

/** Where a card stands, where it comes from, and all its answers. */
export function CardInfo(props: { readonly cardId: CardId; readonly onClose: () => void }) {
  const live = useQuery('card', { cardId: props.cardId });
  return (
    <Dialog title={t`Card info`} onClose={props.onClose} wide>
      <Part>{live && <CardFacts live={live} />}</Part>
    </Dialog>
  );
}
