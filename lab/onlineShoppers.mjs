/** Columns of the UCI Online Shoppers data, as Waver names them. Words that stand for others are given in `words`. */
export const onlineShoppers = {
  Administrative: 'pages-account',
  Administrative_Duration: 'seconds-account',
  Informational: 'pages-terms',
  Informational_Duration: 'seconds-terms',
  ProductRelated: 'pages-product',
  ProductRelated_Duration: 'seconds-product',
  SpecialDay: 'special-day',
  Weekend: 'weekend',
  VisitorType: {
    feature: 'visitor',
    words: { New_Visitor: 'new', Returning_Visitor: 'returning', Other: 'other' },
  },
  Month: {
    feature: 'month',
    words: {
      Jan: 'jan',
      Feb: 'feb',
      Mar: 'mar',
      Apr: 'apr',
      May: 'may',
      June: 'jun',
      Jul: 'jul',
      Aug: 'aug',
      Sep: 'sep',
      Oct: 'oct',
      Nov: 'nov',
      Dec: 'dec',
    },
  },
  // Codes, not amounts.
  OperatingSystems: { feature: 'OperatingSystems', kind: 'levels' },
  Browser: { feature: 'Browser', kind: 'levels' },
  Region: { feature: 'Region', kind: 'levels' },
  TrafficType: { feature: 'TrafficType', kind: 'levels' },
};
