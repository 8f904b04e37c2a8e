export { closedInWords } from './closed-words.ts';
export { FollowLine } from './follow-line.tsx';
export { RoomLine } from './room-line.tsx';
