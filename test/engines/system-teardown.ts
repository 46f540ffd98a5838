export { teardown as default } from './system.ts';
