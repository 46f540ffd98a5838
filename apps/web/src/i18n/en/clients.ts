export const clients = {
  new: 'Register a registry',
  create: 'Register it',
  nameHint: 'The registry and who runs it, for example “Court registry, Dushanbe”.',
  agencyHint: 'The agency that runs it: its administrators see it and may lock it.',
  noPermission: 'Choose at least one.',
  id: 'Client id',
  secret: 'Secret',
  copyId: 'Copy the id',
  copySecret: 'Copy the secret',
  onceTitle: 'Secret of “{{name}}”',
  once: 'The secret is shown this once and stored nowhere in clear. Hand it over by a way that nobody else reads.',
  registered: 'Registered',
  toList: 'To the registries',
  active: 'Active',
  locked: 'Locked',
  emptyTitle: 'No registry here yet',
  empty: 'A registry is another agency’s system that verifies certificates by itself.',
  lock: {
    explains: 'It gets no new token. One that it has runs out within ten minutes.',
    submit: 'Lock this registry',
  },
  unlock: {
    explains: 'It gets tokens again, with the secret that it had.',
    submit: 'Unlock this registry',
  },
  rotate: {
    title: 'Replace the secret',
    explains:
      'The present secret is of no use from that moment on, and you are shown the new one. The registry stands still until it has it.',
    submit: 'Replace the secret',
  },
};
