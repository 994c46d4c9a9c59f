import type { Destination, DestinationOptions } from './destination';

/** https://developer.salesforce.com/docs/data/salesforce-interactions-sdk/guide/c360a-api-custom-events.html */
export const salesforce = (options: DestinationOptions = {}): Destination => ({
  name: 'salesforce',
  label: 'Salesforce',
  purposes: ['marketing'],
  records: ['decision', 'outcome'],
  options,
  find() {
    const { SalesforceInteractions: vendor } = window as {
      SalesforceInteractions?: { sendEvent?: (event: unknown) => unknown };
    };
    return vendor?.sendEvent && (([, event]) => vendor.sendEvent?.(event));
  },
  calls({ title, fields, record: { type } }) {
    // One type of event, and one table of fields in Data 360, for each type of record: `waverOutcome`.
    const eventType = `waver${type[0]?.toUpperCase()}${type.slice(1)}`;
    return [['sendEvent', { interaction: { name: title, eventType, category: 'Engagement', ...fields } }]];
  },
  answer: ({ properties }) => [['sendEvent', { user: { attributes: properties } }]],
});
