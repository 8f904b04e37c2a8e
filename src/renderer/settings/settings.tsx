import { useState } from 'react';
import { t } from '../../kernel/texts.ts';
import { SettingsPlaces } from './settings-places.tsx';
import { DEFAULT_PRESET_ID } from '../../domain/collection/deck.ts';
import { useQuery } from '../live.ts';
import { AdviceSettings } from './advice-settings.tsx';
import { Appearance } from './appearance.tsx';
import { CollectionCare } from './collection-care.tsx';
import { DatabasesAside } from './put-aside.tsx';
import { Copies } from './copies/copies.tsx';
import { FolderOfOwn } from './copies/folder-of-own.tsx';
import { KeySettings } from './key-settings.tsx';
import { LinkHosts } from '../card/links/link-hosts.tsx';
import { AboutRounds } from './about.tsx';
import { StudyOptions } from './study/study-options.tsx';
import './settings.css';

export function Settings() {
  const [presetId, setPresetId] = useState(presetIdIn(location.hash));
  const live = useQuery('settings', { presetId });
  const presets = useQuery('presets');
  const [isMoreShown, setMoreShown] = useState(false);
  const isThere = live !== undefined && presets !== undefined;
  return (
    <main className="page settings">
      <h1 className="page-title">{t`Settings`}</h1>
      <SettingsPlaces isThere={isThere} />
      <div className="settings-parts">
        <Appearance />
        {isThere && (
          <StudyOptions
            key={JSON.stringify(live)}
            {...live}
            presets={presets}
            onChoose={setPresetId}
            isMoreShown={isMoreShown}
            onMore={setMoreShown}
          />
        )}
        <KeySettings />
        <LinkHosts />
        <AdviceSettings />
        <Copies />
        <FolderOfOwn />
        <CollectionCare />
        <DatabasesAside />
        <AboutRounds />
      </div>
    </main>
  );
}

/** '#/settings?options=…' opens the options of a deck. */
function presetIdIn(hash: string): string {
  return new URLSearchParams(hash.split('?')[1]).get('options') ?? DEFAULT_PRESET_ID;
}
