import { createRoot } from 'react-dom/client';
import { createElectronPlatform } from '../platform/electron.ts';
import { registerServiceWorker } from '../platform/service-worker.ts';
import { createWebPlatform } from '../platform/web.ts';

const platform = window.desktop ? createElectronPlatform(window.desktop) : createWebPlatform();
if (platform.kind === 'web' && import.meta.env.PROD) void registerServiceWorker();

const root = document.getElementById('root');
if (root) createRoot(root).render(<h1>Today</h1>);
