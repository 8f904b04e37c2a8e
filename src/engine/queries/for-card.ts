/** What a card may ask while it is drawn: in the review's file (start-chunk.config.ts). */
export { overlays } from './live/exams.ts';
export { mediaFile, noteForEditing } from './live/notes.ts';
export { mediaContent } from './once/media/media.ts';
