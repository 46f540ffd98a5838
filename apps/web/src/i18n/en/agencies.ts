export const agencies = {
  emptyTitle: 'No agency yet',
  empty:
    'A practitioner serves in an agency, and an agency lies in a region: add the region first.',
  regionsEmptyTitle: 'No region yet',
  regionsEmpty: 'An officer of the whole body adds the regions of the country here.',
  code: 'Code',
  codeHint: 'Latin letters, digits and . _ - , up to 40; it never changes.',
  kind: 'Kind',
  kinds: {
    police: 'police',
    'forensic-laboratory': 'forensic laboratory',
    prosecution: 'prosecution',
    court: 'court',
    supervision: 'supervision',
    academy: 'academy',
    other: 'other',
  },
  title: 'Name',
  titleHint: 'In all three languages, as it stands on the national page.',
  regions: 'Regions',
  people: 'Its people',
  whole:
    'An agency or region stays as it is added. Look at the code and the names once more before you add it.',
  addAgency: {
    title: 'Add an agency',
    submit: 'Add this agency',
    done: 'The agency is added. People can be registered in it.',
  },
  addRegion: {
    title: 'Add a region',
    submit: 'Add this region',
    done: 'The region is added. Agencies can be added in it.',
  },
};
