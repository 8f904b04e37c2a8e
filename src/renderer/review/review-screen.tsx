import { useLocation } from 'wouter';
import { useAtHand } from '../actions/use-at-hand.ts';
import { StartProblem } from '../kit/page/start-problem.tsx';
import { CardScreen } from './card-screen.tsx';
import { useReview } from './use-review.ts';
import { comesLater } from '../kit/page/comes-later.tsx';
import './review.css';

const Finished = comesLater(async () => (await import('./finished.tsx')).Finished);
const CramFinished = comesLater(async () => (await import('./cram-finished.tsx')).CramFinished);

/** One card at a time until the session is over. */
export function ReviewScreen() {
  const review = useReview();
  const [, goTo] = useLocation();
  const leave = (): void => goTo('/');
  useAtHand({ showBegun: () => void review.refresh() });
  if (!review.next) {
    return review.problem ? (
      <StartProblem problem={review.problem} />
    ) : (
      <main className="review" aria-busy="true" />
    );
  }
  const { next } = review;
  if (next.kind === 'card') {
    return <CardScreen review={review} next={next} onLeave={leave} />;
  }
  return next.cram ? (
    <CramFinished review={review} cram={next.cram} passedOver={next.passedOver} onLeave={leave} />
  ) : (
    <Finished review={review} next={next} onLeave={leave} />
  );
}
