import { useWords } from '../i18n/use-words.ts';
import { StatusShape, type StatusTone } from './status-shape.tsx';

const tones = {
  active: 'good',
  suspended: 'attention',
  withdrawn: 'refusal',
  expired: 'refusal',
  superseded: 'plain',
  issued: 'good',
  reinstated: 'good',
  draft: 'plain',
  published: 'good',
  inReview: 'attention',
  approved: 'good',
  returned: 'attention',
  open: 'good',
  upcoming: 'plain',
  closed: 'plain',
  enrolled: 'plain',
  inProgress: 'attention',
  closing: 'attention',
  submitted: 'plain',
  decided: 'plain',
  released: 'good',
  void: 'refusal',
  passed: 'good',
  failed: 'attention',
} as const satisfies Record<string, StatusTone>;

export type State = keyof typeof tones;

/** The services write states in kebab-case. */
export function stateOf(code: string): State | undefined {
  const name = code.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return name in tones ? (name as State) : undefined;
}

/** Any word with its shape. */
export function StatusWord({ tone, word }: { tone: StatusTone; word: string }) {
  return (
    <span className={`status status--${tone}`}>
      <StatusShape tone={tone} />
      {word}
    </span>
  );
}

/** A word and a shape; colour only repeats them. */
export function Status({ state, since }: { state: string; since?: string }) {
  const { t } = useWords();
  const known = stateOf(state);
  const tone = known ? tones[known] : 'plain';
  const word = known ? t(`shell.states.${known}`) : state;
  return <StatusWord tone={tone} word={since === undefined ? word : `${word}, ${since}`} />;
}
