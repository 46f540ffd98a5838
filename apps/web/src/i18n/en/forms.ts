export const forms = {
  blueprints: 'Blueprints',
  blueprint: 'Blueprint',
  newBlueprint: 'New blueprint',
  forms: 'Forms',
  form: 'Form',
  name: 'Name',
  items: 'Items',
  rows: 'What makes a form',
  count: 'Items',
  total: '{{count}} items in all',
  removeRow: 'Remove line {{row}}',
  anyDemand: 'any',
  evidences: 'What an exam on it evidences',
  author: 'Planned by',
  itsForms: 'Its forms',
  assembled: 'Assembled',
  assembledBy: 'Assembled by',
  seed: 'Seed',
  seedHint:
    'Leave it empty, and one is drawn. The same seed over the same bank gives the same form.',
  noBlueprintTitle: 'No blueprint yet',
  noBlueprint: 'A blueprint says how many items of which competency, level and demand make a form.',
  noFormTitle: 'No form here',
  noForm: 'A form is assembled on the page of its published blueprint.',
  publishBlueprint: {
    title: 'Publish the blueprint',
    explains: 'It never changes afterwards, and forms can be assembled from it.',
    submit: 'Publish this blueprint',
  },
  assemble: {
    title: 'Assemble a form',
    explains:
      'Published items that fit are chosen, those used least first. What the bank lacks is said line by line.',
    submit: 'Assemble it',
  },
  publish: {
    title: 'Publish the form',
    explains:
      'It is frozen as it stands, with these versions of its items, and handed to exam delivery.',
    submit: 'Publish this form',
  },
};
