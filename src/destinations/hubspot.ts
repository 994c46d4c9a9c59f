import type { Call, Destination, DestinationOptions } from './destination';

export interface HubspotOptions extends DestinationOptions {
  /** The number of the account, where HubSpot's script is not in the page as HubSpot gives it. */
  readonly account?: string | number;
}

/** https://developers.hubspot.com/docs/api-reference/latest/account/settings/tracking-code/track-event */
export const hubspot = (options: HubspotOptions = {}): Destination => ({
  name: 'hubspot',
  label: 'HubSpot',
  purposes: ['marketing'],
  records: ['decision', 'outcome'],
  options,
  find() {
    const { src = '' } = document.querySelector<HTMLScriptElement>('script[src*="hs-scripts.com/"]') ?? {};
    const account = options.account ?? /(\d+)\.js/.exec(src)?.[1];
    if (!account) return;
    const page = window as { _hsq?: { push(call: unknown): unknown } };
    // Made where it is not there yet: HubSpot reads what stands in it.
    page._hsq ??= [];
    // Events are known by the account they belong to.
    return ([method, event]) =>
      page._hsq?.push([method, { ...(event as object), name: `pe${account}_${(event as { name: string }).name}` }]);
  },
  calls: ({ name, prefixed }) => [['trackCustomBehavioralEvent', { name, properties: prefixed }]],
  // Properties of a contact can only be set together with the e-mail address, which Waver does not know: an event stands
  // in the contact's timeline. It cannot be taken back.
  answer({ key, value, properties }): readonly Call[] {
    if (value === null) return [];
    const [, question, purpose, givenAt] = Object.values(properties);
    const told = { waver_key: key, waver_value: [value].flat().join(';'), waver_question: question };
    const more = { waver_purpose: purpose, waver_given_at: givenAt };
    return [['trackCustomBehavioralEvent', { name: 'waver_answer_given', properties: { ...told, ...more } }]];
  },
});
