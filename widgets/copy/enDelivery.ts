/** English for the delivery promise, loaded with it. */
export const enDelivery = {
  deliveryTitle: 'Order now, arrives {when}',
  dash: ' – ',
  deliveryBy: 'Order by {time} for these dates.',
  deliveryNote: 'An estimate by the shop’s own delivery terms.',
  deliveryTo: 'Destination: {place}.',
  stepOrder: 'You order',
  stepSend: 'The shop sends it',
  stepBy: 'by {date}',
  stepArrive: 'It arrives',
};
