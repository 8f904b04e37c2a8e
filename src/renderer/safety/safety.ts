export { DamageLine } from './damage-line.tsx';
export { FollowLine } from './follow-line.tsx';
export { JournalLine } from './journal/journal-line.tsx';
export { RoomLine } from './room-line.tsx';
export { WaitLine } from './wait-line.tsx';
export { whatClosed } from './what-closed.ts';
