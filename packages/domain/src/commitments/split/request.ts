/** The four ways a commitment is divided. */
export const AXES = ['agency', 'county', 'sector', 'programme'] as const
export type Axis = (typeof AXES)[number]

/** What a cell, or a whole commitment, belongs to where it is not divided along an axis. */
export const UNDIVIDED = 'unspecified'

/** The share of one agency in one county, sector and programme, in jobs; a cell that is not listed holds nothing. */
export type SplitCell<S extends string = string, P extends string = string> = {
  agency: string
  county: string
  sector: S
  /** Without it: `unspecified`. */
  programme?: P | undefined
  value: number
}

/** How much a cell weighs beside the others, in any unit up to 2^53; a cell without weight takes no part in the split. */
export type CellWeight = {
  agency: string
  county: string
  sector: string
  programme?: string | undefined
  weight: number
}

/** A value held as it is, in jobs: of one cell, or of all cells together that share what it names (each sector, each programme). */
export type Pin = {
  agency: string
  county: string
  sector?: string | undefined
  programme?: string | undefined
  value: number
}

/** Wholes that are set beforehand, in jobs by code; what is not set is derived from the weights. */
export type GivenMargins = { [axis in Axis]?: ReadonlyMap<string, number> | undefined }

/** A total to be split over agencies × counties × sectors × programmes; one member called 'unspecified' leaves an axis out. */
export type SplitRequest<S extends string = string, P extends string = string> = {
  total: number
  agencies: readonly string[]
  counties: readonly string[]
  sectors: readonly S[]
  /** Without them it is not divided by programme. */
  programmes?: readonly P[] | undefined
  weights: readonly CellWeight[]
  margins?: GivenMargins | undefined
  pins?: readonly Pin[] | undefined
}

/** The largest total that is split: far above the population of the country. */
export const LARGEST_TOTAL = 1_000_000_000

/**
 * Why a split is refused. The codes are permanent. Every one but `split.not-found` is a proof that what it names cannot
 * hold: with three axes or more and cells that must stay empty, deciding it for certain is NP-hard (it holds 3-D matching).
 */
export type SplitRefusalCode =
  | 'split.value-invalid'
  | 'split.name-unknown'
  | 'split.pin-repeated'
  | 'split.pin-without-sector'
  | 'split.margins-disagree'
  | 'split.pins-exceed-margin'
  | 'split.weights-empty'
  | 'split.no-room'
  | 'split.not-found'

/**
 * The whole that cannot hold: its name is a code, `agency/county` for a pair, or '*' for all members of an axis together.
 * Wholes are asked in the order total, agencies, counties, sectors, programmes; `possible` is the nearest value that those before it
 * do not rule out (with one sector it can be had; for `split.not-found`, what the search came to).
 */
export type SplitRefusal = {
  code: SplitRefusalCode
  of: Axis | 'pair' | 'total'
  name: string
  wanted: number
  possible: number
}
