export const audit = {
  service: 'Trail of',
  act: 'Act',
  subject: 'Id of the subject',
  from: 'From',
  to: 'Through',
  check: 'Check the whole chain',
  whole: 'The chain of {{rows}} rows is whole.',
  broken: 'The chain breaks at row {{row}}.',
  emptyTitle: 'No act found',
  empty:
    'Every act of authority is written here in the moment it is done. Perhaps the selection is too narrow.',
};
