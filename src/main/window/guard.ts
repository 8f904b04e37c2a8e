import type { WebPreferences } from 'electron';

/** Must be said, not left to a default that a new Electron may change. */
const required = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webSecurity: true,
} as const satisfies WebPreferences;

/** Must be absent or off. */
const forbidden = [
  'nodeIntegrationInWorker',
  'nodeIntegrationInSubFrames',
  'webviewTag',
  'allowRunningInsecureContent',
  'experimentalFeatures',
  'enableBlinkFeatures',
] as const satisfies readonly (keyof WebPreferences)[];

/**
 * Refuses to go on with weak window settings, so that no later edit can open the window to a page
 * unseen. Throws an Error naming every weak setting; returns the settings where all are strong.
 */
export function guarded(preferences: WebPreferences): WebPreferences {
  const weak = [
    ...Object.entries(required)
      .filter(([name, value]) => preferences[name as keyof typeof required] !== value)
      .map(([name, value]) => `${name} must be ${value}`),
    ...forbidden.filter((name) => preferences[name]).map((name) => `${name} must not be set`),
  ];
  if (weak.length === 0) return preferences;
  throw new Error(`Rounds does not start with weak window settings: ${weak.join('; ')}.`);
}
