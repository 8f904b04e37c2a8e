export { closedInWords } from './closed-words.ts';
export { RoomLine } from './room-line.tsx';
