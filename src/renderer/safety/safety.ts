export { whatClosed } from './closed-words.ts';
export { DamageLine } from './damage-line.tsx';
export { FollowLine } from './follow-line.tsx';
export { RoomLine } from './room-line.tsx';
export { WaitLine } from './wait-line.tsx';
