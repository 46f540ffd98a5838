export const deadLetters = {
  state: 'State',
  states: { open: 'Open', replayed: 'Handled again', 'set-aside': 'Set aside', all: 'All' },
  emptyTitle: 'No dead letters',
  empty: 'Every event was handled. One that cannot be comes here with its cause.',
  failed: 'Failed',
  key: 'Key',
  waiting: 'Waiting behind it',
  attempts: 'Tries',
  failedAgain: 'It failed again',
  replay: {
    title: 'Handle again',
    explains:
      'The event is handled now; if that works, the later events of its key follow in their order.',
    submit: 'Handle it again',
  },
  'set-aside': {
    title: 'Set aside',
    explains: 'The event is left out for good, and the later events of its key go on without it.',
    submit: 'Set it aside for good',
  },
};
