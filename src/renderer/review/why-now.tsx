import type { PlannedCard } from '../../domain/exam/day/day-plan.ts';
import { whyInWords } from '../../domain/exam/day/why-in-words.ts';
import { useQuery } from '../live.ts';

/** Why the plan asks for the card at hand, on request. */
export function WhyNow({ planned }: { readonly planned: PlannedCard }) {
  const overlays = useQuery('overlays');
  const { why } = planned;
  const exam = 'overlayId' in why ? overlays?.find(({ id }) => id === why.overlayId) : undefined;
  return (
    <p className="why small" role="status">
      {whyInWords(planned, exam?.name)}
    </p>
  );
}
