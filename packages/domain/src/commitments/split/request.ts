/** The three ways a commitment is divided. */
export const AXES = ['agency', 'county', 'sector'] as const
export type Axis = (typeof AXES)[number]

/** The share of one agency in one county and sector, in jobs; a cell that is not listed holds nothing. */
export type SplitCell<S extends string = string> = {
  agency: string
  county: string
  sector: S
  value: number
}

/** How much a cell weighs beside the others, in any unit; a cell without weight takes no part in the split. */
export type CellWeight = { agency: string; county: string; sector: string; weight: number }

/** A value held as it is, in jobs: of one cell, or, without a sector, of an agency in a county over all its sectors. */
export type Pin = { agency: string; county: string; sector?: string | undefined; value: number }

/** Wholes that are set beforehand, in jobs by code; what is not set is derived from the weights. */
export type GivenMargins = { [axis in Axis]?: ReadonlyMap<string, number> | undefined }

/** A total to be split over agencies × counties × sectors; one sector called 'unspecified' makes it a plain table. */
export type SplitRequest<S extends string = string> = {
  total: number
  agencies: readonly string[]
  counties: readonly string[]
  sectors: readonly S[]
  weights: readonly CellWeight[]
  margins?: GivenMargins | undefined
  pins?: readonly Pin[] | undefined
}

/** The largest total that is split: far above the population of the country. */
export const LARGEST_TOTAL = 1_000_000_000

/**
 * Why a split is refused. The codes are permanent. Every one but `split.not-found` is a proof that what it names cannot
 * hold: with three axes and cells that must stay empty, deciding it for certain is NP-hard (it holds 3-D matching).
 */
export type SplitRefusalCode =
  | 'split.value-invalid'
  | 'split.name-unknown'
  | 'split.pin-repeated'
  | 'split.margins-disagree'
  | 'split.pins-exceed-margin'
  | 'split.weights-empty'
  | 'split.no-room'
  | 'split.not-found'

/**
 * The whole that cannot hold: its name is a code, `agency/county` for a pair, or '*' for all members of an axis together.
 * `possible` is the nearest value it could have beside what was asked before it: total, agencies, counties, sectors.
 */
export type SplitRefusal = {
  code: SplitRefusalCode
  of: Axis | 'pair' | 'total'
  name: string
  wanted: number
  possible: number
}
