/** The popup chunk's door: all that the tag may ask of it. */
export { openPopup } from './openPopup';
export { openPreferences } from './openPreferences';
