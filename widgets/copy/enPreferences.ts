/** English for the preference centre, loaded with it. */
export const enPreferences = {
  prefsTitle: 'Your answers',
  prefsEmpty: 'Nothing is kept.',
  prefsGiven: 'Given {given}, kept on this device until {until}.',
  prefsPurpose: 'What it is for: {purpose}.',
  purposes: { 'personalise-popups': 'to show you what helps' },
  prefsShared: 'Shared with: {who}.',
  nobody: 'nobody',
  forget: 'Forget',
  erase: 'Forget everything',
  export: 'Export as JSON',
};
