import { OpenCramAnswers } from '../cram/open-answers.tsx';
import { TopBar } from '../ui/top-bar.tsx';
import { PauseSection } from './pauses/pause-section.tsx';

export function ExamsScreen(props: { readonly onKeys: () => void }) {
  return (
    <>
      <TopBar onKeys={props.onKeys} />
      <main className="page settings">
        <h1 className="page-title">Exams</h1>
        <PauseSection />
        <OpenCramAnswers />
      </main>
    </>
  );
}
