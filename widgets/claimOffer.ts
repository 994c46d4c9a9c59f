import type { ClaimAnswer, ClaimDoor } from '../src/types';

const ANSWERS: readonly ClaimAnswer[] = ['granted', 'refused', 'expired', 'already-used'];

/** A shop that has not answered by then is told to the shopper as out of reach. */
const PATIENCE_MS = 10_000;

/**
 * Asks the shop for the points. The offer's id makes it idempotent: asking again after a lost answer grants nothing twice.
 * `{ status }` in the reply is the truth, whatever the HTTP status says.
 */
export const claimOffer = async ({ url, offer }: ClaimDoor, campaign: string): Promise<ClaimAnswer> => {
  if (!url || !offer) return 'refused';
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), PATIENCE_MS);
  try {
    const reply = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ offer: offer.id, campaign, points: offer.points, endsAt: offer.endsAt }),
      signal: abort.signal,
    });
    const { status } = await reply.json();
    return ANSWERS.find((answer) => answer === status) ?? 'unreachable';
  } catch {
    return 'unreachable';
  } finally {
    clearTimeout(timer);
  }
};
