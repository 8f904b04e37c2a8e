/** Whether the person is not at the card: in a dialog, another window, or with the page out of sight. */
export function isPersonElsewhere(): boolean {
  return document.hidden || !document.hasFocus() || document.querySelector('dialog[open]') !== null;
}

/** Whether the side on screen plays a sound or a film. */
export function isSounding(): boolean {
  const frame = document.querySelector<HTMLIFrameElement>('.card-frame:not(.ahead) iframe');
  const players = frame?.contentDocument?.querySelectorAll<HTMLMediaElement>('audio, video') ?? [];
  return [...players].some(({ paused, ended }) => !paused && !ended);
}
