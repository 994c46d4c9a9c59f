/** Prices are in cents and include tax. */
export const products = [
  {
    id: 'poppy',
    name: 'Field poppy seeds',
    category: 'seeds',
    price: 420,
    line: 'Red paper cups from June until the first cold night.',
    about:
      'Scatter thinly on raked soil and press down with a board. Poppies want light to sprout, so do not cover them. ' +
      'Leave a few heads standing in autumn and they will sow themselves for next year.',
    facts: [
      ['Sow', 'March to May, where they shall stay'],
      ['Spacing', '8 in'],
      ['In the packet', 'About 400 seeds'],
    ],
  },
  {
    id: 'tomato',
    name: 'Balcony tomato seeds',
    category: 'seeds',
    price: 460,
    line: 'A short bush that is happy in an 8 inch pot.',
    about:
      'A compact tomato that needs no staking and no pinching out. Start it on a warm sill and move it outside once the ' +
      'nights stay above 50 °F. Small, sweet fruit in red and orange.',
    facts: [
      ['Sow', 'February to April, indoors'],
      ['Spacing', 'One plant to a pot of 8 in'],
      ['In the packet', 'About 25 seeds'],
    ],
  },
  {
    id: 'bean',
    name: 'Climbing bean seeds',
    category: 'seeds',
    price: 390,
    line: 'Up a string in six weeks, and dinner in nine.',
    about:
      'Push three beans around every cane, an inch deep, and stand back. Pick the pods while they are the length of a ' +
      'finger: the more you take, the more will come.',
    facts: [
      ['Sow', 'May to July, outdoors'],
      ['Spacing', '12 in between canes'],
      ['In the packet', 'About 60 beans'],
    ],
  },
  {
    id: 'radish',
    name: 'Radish seeds',
    category: 'seeds',
    price: 360,
    line: 'The quickest harvest there is: four weeks.',
    about:
      'Sow a short row every two weeks and there will always be some. A window box is deep enough. Water evenly, ' +
      'or they turn hot and hollow.',
    facts: [
      ['Sow', 'March to August'],
      ['Spacing', '1 in'],
      ['In the packet', 'About 300 seeds'],
    ],
  },
  {
    id: 'trowel',
    name: 'Transplanting trowel',
    category: 'tools',
    price: 2900,
    line: 'Narrow steel blade, ash handle.',
    about:
      'Slim enough to lift a seedling out of a crowded box without waking its neighbours. The blade is one piece with ' +
      'its neck, so there is no weld to give way.',
    facts: [
      ['Length', '12 in'],
      ['Weight', '9 oz'],
      ['Care', 'Wipe dry, oil the handle once a year'],
    ],
  },
  {
    id: 'watering-can',
    name: 'Watering can, 3 quarts',
    category: 'tools',
    price: 4200,
    line: 'A long spout for the pots at the back.',
    about:
      'Galvanised steel with a brass rose that comes off for rinsing. The handle runs from top to back, so that one ' +
      'hand can both carry and pour.',
    facts: [
      ['Holds', '3 qt'],
      ['Weight', '2.6 lb empty'],
      ['Colour', 'Rain blue'],
    ],
  },
  {
    id: 'twine',
    name: 'Garden twine',
    category: 'tools',
    price: 900,
    line: 'Jute, soft on stems and gone in two years.',
    about: 'Three-ply jute that holds a wet tomato plant and can go on the compost with it in autumn.',
    facts: [
      ['Length', '260 ft'],
      ['Material', 'Undyed jute'],
    ],
  },
  {
    id: 'terracotta-pot',
    name: 'Terracotta pot, 8 inch',
    category: 'pots',
    price: 2400,
    line: 'Thick walls that keep roots cool.',
    about:
      'Clay breathes: water leaves through the wall, so roots rarely drown. Soak the pot for an hour before the first ' +
      'planting and it will not steal the water from your soil.',
    facts: [
      ['Width', '8 in at the rim'],
      ['Height', '7.5 in'],
      ['Drainage', 'One hole; saucer not included'],
    ],
  },
  {
    id: 'seed-tray',
    name: 'Seed tray with cover',
    category: 'pots',
    price: 2200,
    line: 'A greenhouse for one windowsill.',
    about:
      'Fifteen cells under a clear cover with a vent that turns. Fits on a sill ten inches deep. Take the cover off as ' +
      'soon as the leaves touch it.',
    facts: [
      ['Size', '14 × 9 × 7 in'],
      ['Cells', '15'],
      ['Material', 'Recycled polypropylene'],
    ],
  },
  {
    id: 'window-box',
    name: 'Cedar window box',
    category: 'pots',
    price: 5400,
    line: 'Room for a row of almost anything.',
    about:
      'Untreated cedar, screwed together, with slots in the base for drainage. It greys with the weather and can stand ' +
      'or hang. Brackets are not included.',
    facts: [
      ['Size', '30 × 8 × 8 in'],
      ['Holds', '20 qt of soil'],
      ['Weight', '9 lb empty'],
    ],
  },
];

export const categories = [
  { id: 'seeds', name: 'Seeds', line: 'Four packets for four square feet.', face: 'bean' },
  { id: 'tools', name: 'Tools', line: 'Few, and made to be used daily.', face: 'trowel' },
  { id: 'pots', name: 'Pots and trays', line: 'Somewhere to put it all.', face: 'terracotta-pot' },
];

export const findProduct = (id) => products.find((product) => product.id === id);
export const findCategory = (id) => categories.find((category) => category.id === id);
