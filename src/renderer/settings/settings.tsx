import { DEFAULT_PRESET_ID } from '../../domain/collection/deck.ts';
import { useSettings } from '../live.ts';
import { TopBar } from '../ui/top-bar.tsx';
import { Appearance } from './appearance.tsx';
import { CollectionCare } from './collection-care.tsx';
import { KeySettings } from './key-settings.tsx';
import { StudyOptions } from './study-options.tsx';
import './settings.css';

export function Settings() {
  const live = useSettings(DEFAULT_PRESET_ID);
  return (
    <>
      <TopBar />
      <main className="page settings">
        <h1 className="page-title">Settings</h1>
        {live && <StudyOptions key={JSON.stringify(live)} {...live} />}
        <Appearance />
        <KeySettings />
        <CollectionCare />
      </main>
    </>
  );
}
