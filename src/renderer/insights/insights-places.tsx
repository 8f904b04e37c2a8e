import { useLocation } from 'wouter';
import { NoSuchPlace } from '../kit/page/no-such-place.tsx';
import { InsightsScreen } from './insights-screen.tsx';
import { SimulatorScreen } from './simulator/simulator-screen.tsx';

/** Insights and what lies below it: one file, so that the start knows of one place. */
export function InsightsPlaces() {
  const [location] = useLocation();
  if (location === '/insights') return <InsightsScreen />;
  if (location === '/insights/simulator') return <SimulatorScreen />;
  return <NoSuchPlace path={location} />;
}
