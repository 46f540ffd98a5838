export const signingKeys = {
  key: 'Key',
  state: 'State',
  from: 'Signs from',
  until: 'Signed until',
  states: { inUse: 'In use', replaced: 'Replaced', stolen: 'Stolen, since {{since}}' },
  done: 'A new key signs from now on. Registries fetch the trust file anew.',
  replace: {
    title: 'Replace the key',
    explains:
      'A new key signs from now on. Certificates that the former one signed stay valid. Whoever verifies with a trust file of his own needs the new one.',
    submit: 'Replace the key',
  },
  stolen: {
    title: 'The key was stolen',
    explains:
      'A new key signs from now on. Of what the stolen one signed only that stays valid which stood in the public log before the theft; later certificates fail verification and have to be issued anew.',
    submit: 'Declare it stolen and replace it',
    since: 'Since when somebody else may have had it',
    hint: 'Dushanbe time. In doubt choose the earlier moment.',
  },
};
